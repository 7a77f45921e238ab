"""Read a whole folder of content, or say everything that is wrong with it."""

from dataclasses import dataclass
from pathlib import Path

from jumelage_bot.domain.knowledge import Source
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.language import Language
from jumelage_bot.loading.entities import EntityReader, names_of
from jumelage_bot.loading.files import HOMONYMS, INTENTS, KNOWLEDGE, SCHEMA, SOURCES
from jumelage_bot.loading.gazetteer import foreign_places
from jumelage_bot.loading.language import (
    language_problems,
    question_word_problems,
    to_language,
)
from jumelage_bot.loading.problems import ContentError, Problem
from jumelage_bot.loading.repeats import example_problems, repeat_problems, word_problems
from jumelage_bot.loading.schema import schema_problems, to_properties, to_types
from jumelage_bot.loading.shapes import (
    EntitiesShape,
    HomonymsShape,
    LanguageShape,
    SchemaShape,
    SourceShape,
)
from jumelage_bot.loading.shaping import AnyShape, shape
from jumelage_bot.loading.slots import slot_problems
from jumelage_bot.loading.yaml_files import YamlFile, read_yaml
from jumelage_bot.understanding.normalise import words


@dataclass(frozen=True, slots=True)
class Content:
    """What the bot knows and understands."""

    knowledge: KnowledgeBase
    language: Language


def load_content(folder: Path) -> Content:
    """Return the content of a folder; raise ContentError with every problem at once."""
    reader = _ContentReader(folder)
    content = reader.read()
    if content is None or reader.problems:
        raise ContentError(reader.problems)
    return content


class _ContentReader:
    """Reads file after file, going on after a problem as far as it makes sense."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.problems: list[Problem] = []

    def read(self) -> Content | None:
        intents_file, language = self._shaped(self._folder / INTENTS, LanguageShape)
        if language:
            for find in (language_problems, slot_problems, example_problems, word_problems):
                self.problems.extend(find(language, intents_file))
        schema_file, schema = self._shaped(self._folder / KNOWLEDGE / SCHEMA, SchemaShape)
        if schema is None:
            self._check_forms()
            return None
        self.problems.extend(schema_problems(schema, schema_file))
        if language:
            used = ((p, w) for p, s in schema.properties.items() for w in s.question_words)
            self.problems.extend(question_word_problems(used, language, schema_file))
        knowledge = self._knowledge(schema)
        if language is None or self.problems:
            return None
        return Content(knowledge, to_language(language))

    def _check_forms(self) -> None:
        """Check the other files as far as it goes without a schema: their form."""
        folder = self._folder / KNOWLEDGE
        self._sources(folder / SOURCES)
        self._shaped(folder / HOMONYMS, HomonymsShape)
        for path in _entity_files(folder):
            self._shaped(path, EntitiesShape)

    def _knowledge(self, schema: SchemaShape) -> KnowledgeBase:
        folder = self._folder / KNOWLEDGE
        sources, unread = self._sources(folder / SOURCES)
        entities = EntityReader(to_types(schema), to_properties(schema), sources, unread)
        is_whole = True
        for path in _entity_files(folder):
            file, written = self._shaped(path, EntitiesShape)
            is_whole = is_whole and written is not None and written.type in schema.types
            if written:
                entities.read(written, file)
        if is_whole:
            # What an unreadable file holds is not known: all that refers to it would be a problem.
            entities.check_references()
        self.problems.extend(entities.problems)
        named = entities.named()
        look_alikes = self._look_alikes(folder / HOMONYMS, dict(names_of(named)))
        return KnowledgeBase(
            entities.types,
            entities.properties,
            named,
            entities.facts,
            sources,
            look_alikes.names,
            schema.qualifiers,
            (*foreign_places(), *look_alikes.nations),
            look_alikes.words,
        )

    def _sources(self, folder: Path) -> tuple[dict[str, Source], frozenset[str]]:
        """Return the sources by id, and the ids of those that could not be read."""
        sources = {}
        for path in sorted(folder.glob("*.yaml")):
            _, written = self._shaped(path, SourceShape)
            if written:
                sources[path.stem] = Source(
                    path.stem,
                    written.title,
                    written.publisher,
                    written.text,
                    written.url,
                    written.as_of,
                )
        return sources, frozenset(path.stem for path in folder.glob("*.yaml")) - sources.keys()

    def _look_alikes(self, path: Path, bearers: dict[str, str]) -> HomonymsShape:
        """Return the names and words one might take for ours, and the nations CLDR leaves out."""
        file, written = self._shaped(path, HomonymsShape)
        if written is None:
            return HomonymsShape(names=())
        for number, name in enumerate(written.names):
            if bearer := bearers.get("".join(words(name))):
                what = f"{name!r} is a name of {bearer!r}: it cannot be a homonym too"
                self.problems.append(file.problem(("names", number), what))
        return written

    def _shaped(self, path: Path, model: type[AnyShape]) -> tuple[YamlFile, AnyShape | None]:
        file, problems = read_yaml(path)
        if problems:
            self.problems.extend(problems)
            return file, None
        written, problems = shape(file, model)
        self.problems.extend(problems or repeat_problems(file))
        return file, written


def _entity_files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.glob("*.yaml") if p.name not in {SCHEMA, HOMONYMS})
