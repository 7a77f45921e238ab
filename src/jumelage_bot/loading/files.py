"""Say which files the content is made of."""

from pathlib import Path

INTENTS = "intents.yaml"
KNOWLEDGE = "knowledge"
SCHEMA = "schema.yaml"
HOMONYMS = "homonymes.yaml"
SOURCES = "sources"


def content_files(folder: Path) -> list[Path]:
    """Return the files of a folder of content that exist."""
    files = [folder / INTENTS, *sorted((folder / KNOWLEDGE).rglob("*.yaml"))]
    return [file for file in files if file.is_file()]
