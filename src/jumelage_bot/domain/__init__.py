"""The values that travel through the bot; standard library only."""
