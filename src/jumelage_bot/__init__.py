"""Answers French questions about a city's twinnings, from facts and templates alone."""
