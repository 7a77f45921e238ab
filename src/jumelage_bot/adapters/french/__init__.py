"""French, as the small model of spaCy reads it; nothing else in the code knows of spaCy."""

from jumelage_bot.adapters.french.lean_import import import_spacy

# Before any module of this package does.
import_spacy()
