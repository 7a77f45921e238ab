"""The words of the content are found from what is near them, or stands beside them."""

from fakes import FakeParser
from jumelage_bot.understanding.neighbours import find_neighbours, index_neighbours
from jumelage_bot.understanding.pairs import compile_pairs, sides

PARSER = FakeParser({"villes": ("ville",)})


def test_words_one_edit_away_are_found() -> None:
    index = index_neighbours(("maire", "mairie", "mari", "ville"))

    assert set(find_neighbours("maier", index)) == {"maire"}
    assert set(find_neighbours("mair", index)) == {"maire", "mari"}
    assert set(find_neighbours("maire", index)) == {"mairie"}
    assert not set(find_neighbours("marieville", index))


def test_usual_neighbours_are_counted_on_both_sides() -> None:
    pairs = compile_pairs(("la ville de {subject}", "{property} du maire"), PARSER)

    assert sides(1, "villes", ("la", "viles", "de"), pairs, PARSER) == 2
    assert sides(1, "maire", ("la", "mire", "de"), pairs, PARSER) == 0
    assert sides(1, "de", ("ville", "d", "0"), pairs, PARSER) == 2
