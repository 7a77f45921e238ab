"""Slack: what it sends is read, kept and acknowledged; answers are written and sent."""
