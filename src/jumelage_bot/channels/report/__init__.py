"""What a measure says, to a person or to a program."""
