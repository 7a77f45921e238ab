"""How well the bot does: questions with what a right reply is, graded and counted."""
