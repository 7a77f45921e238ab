"""Understand a message by what was said before it, and several questions in one."""
