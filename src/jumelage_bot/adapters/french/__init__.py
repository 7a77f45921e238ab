"""French, as the small model of spaCy reads it; nothing else in the code knows of spaCy."""
