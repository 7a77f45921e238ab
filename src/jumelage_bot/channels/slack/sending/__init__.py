"""Messages are handed to Slack, looked for, swept."""
