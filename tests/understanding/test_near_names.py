"""A misspelt name is found among thousands as if it were compared with each of them."""

import random

import pytest
from rapidfuzz.distance import OSA

from jumelage_bot.understanding.near_names import MIN_TWICE, find_near, index_names
from jumelage_bot.understanding.normalise import words
from misspelling import misspelt
from towns import SEED, make_towns

NAMES = sorted({"".join(words(town.name)) for town in make_towns(2_000)})
INDEX = index_names(NAMES)


def near_each(written: str) -> dict[str, int]:
    """Return what a comparison with each name finds."""
    distances = {name: OSA.distance(written, name) for name in NAMES}
    return {
        name: edits
        for name, edits in distances.items()
        if edits <= 1 or (edits == 2 and len(name) >= MIN_TWICE and name[0] == written[0])
    }


@pytest.mark.parametrize("edits", [0, 1, 2])
def test_it_finds_what_a_comparison_with_each_name_finds(edits: int) -> None:
    rng = random.Random(SEED)
    typed = [misspelt(rng.choice(NAMES), edits, rng) for _ in range(150)]

    found = {written: find_near(written, INDEX) for written in typed if len(written) >= 5}

    assert len(found) > 100
    assert found == {written: near_each(written) for written in found}


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("kirchdorf", {"kirchdorf": 0}),
        ("irchdorf", {"kirchdorf": 1}),
        ("kirchdrof", {"kirchdorf": 1}),
        ("kirchdorff", {"kirchdorf": 1}),
        ("krichdrof", {"kirchdorf": 2}),
        ("krchdor", {"kirchdorf": 2}),
        ("kiirchdorff", {"kirchdorf": 2}),
        # two edits, one of which is the first letter; three
        ("birchdorv", {}),
        ("krchdo", {}),
        # too short for two
        ("orsne", {}),
        ("orsene", {"orsenne": 1}),
    ],
)
def test_two_edits_spare_the_first_letter_of_a_long_name(
    written: str, found: dict[str, int]
) -> None:
    assert find_near(written, index_names(["kirchdorf", "orsenne"])) == found


def test_names_that_look_alike_are_all_found() -> None:
    index = index_names(["kirchberg", "kirchburg", "kirchdorf"])

    assert find_near("kirchbrg", index) == {"kirchberg": 1, "kirchburg": 1}
