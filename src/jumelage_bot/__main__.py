"""`python -m jumelage_bot`."""

from jumelage_bot.cli import main

main()
