"""What the bot costs, beside what it could not cost less than. Not shipped."""
