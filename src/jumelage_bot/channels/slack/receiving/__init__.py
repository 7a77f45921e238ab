"""What Slack sends is received, read, kept and acknowledged."""
