"""The generated directory is always the same, and is content like any other."""

from pathlib import Path

from rapidfuzz.distance import OSA

from directory import write_directory
from jumelage_bot.domain.knowledge import Role
from jumelage_bot.loading.content import load_content
from jumelage_bot.understanding.normalise import words
from towns import make_towns

TOWNS = make_towns(1_000)


def test_it_is_the_same_each_time() -> None:
    assert make_towns(1_000) == TOWNS


def test_no_two_names_are_one_once_folded() -> None:
    names = {"".join(words(name)) for town in TOWNS for name in (town.name, town.mayor)}

    assert len(names) == 2 * len(TOWNS)


def test_some_names_look_alike() -> None:
    names = ["".join(words(town.name)) for town in TOWNS]
    alike = [name for number, name in enumerate(names) if 1 in _distances(name, names[:number])]

    assert len(TOWNS) // 25 <= len(alike) < len(TOWNS) // 4


def test_it_tells_of_every_town(tmp_path: Path) -> None:
    towns = make_towns(250)
    write_directory(tmp_path, towns)

    knowledge = load_content(tmp_path).knowledge

    assert knowledge.with_role(Role.PARTNER) == tuple(town.id for town in towns)
    assert len(knowledge.facts) >= 4 * len(towns)


def _distances(name: str, others: list[str]) -> set[int]:
    return {OSA.distance(name, other, score_cutoff=1) for other in others}
