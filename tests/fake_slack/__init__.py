"""A Slack on loopback: Web API, Socket Mode, signed requests, as far as the bot sees them."""
