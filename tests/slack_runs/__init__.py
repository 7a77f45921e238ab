"""Runs of the bot as a process of its own, against the fake Slack."""
