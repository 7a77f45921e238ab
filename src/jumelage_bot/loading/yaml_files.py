"""Read a YAML file as plain values, and remember the line of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from jumelage_bot.loading.problems import Problem

Path_ = tuple[str | int, ...]
"""The keys and indexes that lead to a value."""
Plain = str | None | list["Plain"] | dict[str, "Plain"]
"""Scalars stay text: what they must be is said by the shapes, not guessed ("on", "1999")."""


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A file's content with the line of every value in it."""

    path: Path
    content: Plain
    lines: Mapping[Path_, int]

    def problem(self, place: Path_, what: str) -> Problem:
        """Return a problem at a place."""
        return Problem(self.path, self.line(place), ".".join(map(str, place)), what)

    def line(self, place: Path_) -> int:
        """Return the line of a place, or of the nearest one above it that has a line."""
        known = place
        while known and known not in self.lines:
            known = known[:-1]
        return self.lines.get(known, 1)


def read_yaml(path: Path) -> tuple[YamlFile, list[Problem]]:
    """Return a file, empty if it cannot be read, with its faults of form."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except FileNotFoundError:
        return YamlFile(path, None, {}), [Problem(path, 1, "", "file not found")]
    except (OSError, UnicodeDecodeError) as error:
        return YamlFile(path, None, {}), [Problem(path, 1, "", f"cannot be read: {error}")]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        what = f"not valid YAML: {error.problem or error.context}"
        return YamlFile(path, None, {}), [Problem(path, line, "", what)]
    except yaml.YAMLError as error:
        return YamlFile(path, None, {}), [Problem(path, 1, "", f"not valid YAML: {error}")]
    reader = _Reader(path)
    content = reader.read(node, ()) if node else None
    return YamlFile(path, content, reader.lines), reader.problems


class _Reader:
    """Turns nodes into plain values, noting lines and repeated keys."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.lines: dict[Path_, int] = {}
        self.problems: list[Problem] = []
        self._open: set[int] = set()
        """The nodes that are being read: an alias may lead back to one."""

    def read(self, node: yaml.Node, place: Path_) -> Plain:
        self.lines.setdefault(place, node.start_mark.line + 1)
        if id(node) in self._open:
            self._report(node, place, "it holds itself")
            return None
        self._open.add(id(node))
        content = self._content(node, place)
        self._open.remove(id(node))
        return content

    def _content(self, node: yaml.Node, place: Path_) -> Plain:
        match node:
            case yaml.MappingNode():
                return self._read_mapping(node, place)
            case yaml.SequenceNode():
                return [self.read(item, (*place, n)) for n, item in enumerate(node.value)]
            case _:
                is_null = node.tag == "tag:yaml.org,2002:null"
                return None if is_null else str(node.value)

    def _read_mapping(self, node: yaml.MappingNode, place: Path_) -> Plain:
        mapping: dict[str, Plain] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in mapping:
                self._report(key_node, (*place, key), f"{key!r} is said twice")
            self.lines[*place, key] = key_node.start_mark.line + 1
            mapping[key] = self.read(value_node, (*place, key))
        return mapping

    def _report(self, node: yaml.Node, place: Path_, what: str) -> None:
        line, where = node.start_mark.line + 1, ".".join(map(str, place))
        self.problems.append(Problem(self._path, line, where, what))
