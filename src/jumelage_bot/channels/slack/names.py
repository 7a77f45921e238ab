"""The names that we share with the manifest of the app, and those of our buttons."""

COMMAND = "/jumelage"
SHORTCUT = "demander"
"""The shortcut of a message."""

SHOW = "montrer"
"""Posts in the channel what one person was shown."""
RETRY = "reessayer"
"""Asks again what may have been lost."""
OPINION = "avis"
"""The pair of feedback buttons."""
CHOICE = "proposition_"
"""How the names of the buttons that ask a proposed question begin."""

ANSWER = "jumelage_answer"
"""The kind of metadata by which an answer is recognised in its thread."""
