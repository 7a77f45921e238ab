"""Answers are laid out as messages of Slack."""
