"""The libraries and services outside, behind the ports."""
