"""Templates of the content: what they may use, and how they read."""

import pytest
from jinja2 import UndefinedError

from jumelage_bot.answering.french import Name
from jumelage_bot.answering.templates import compile_template, render, template_faults

KNOWN = frozenset({"sujet", "valeur"})


@pytest.mark.parametrize(
    "source",
    [
        "",
        "Bonjour.",
        "{{ sujet | de }} : {{ valeur }}",
        "{% if valeur %}oui{% else %}non{% endif %}",
        "{% for v in valeur %}{{ v | majuscule }}{% endfor %}",
        "{% set x = valeur %}{{ x }}",
    ],
)
def test_a_template_that_uses_what_it_may_has_no_fault(source: str) -> None:
    assert list(template_faults(source, KNOWN)) == []


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        ("{{ sujets }}", ["unknown variable 'sujets' (known: sujet, valeur)"]),
        ("{% if x %}{{ y }}{% endif %}", ["unknown variable 'x'", "unknown variable 'y'"]),
        ("{{ sujet", ["unexpected end of template"]),
        ("{{ sujet | du }}", ["unknown filter 'du'"]),
        ("{% if valeur %}{{ sujet | du }}{% endif %}", ["unknown filter 'du'"]),
        ("{% fi valeur %}", ["unknown tag 'fi'"]),
    ],
)
def test_every_fault_of_a_template_is_told(source: str, faults: list[str]) -> None:
    found = list(template_faults(source, KNOWN))

    assert len(found) == len(faults)
    assert all(part in told for part, told in zip(faults, found, strict=True))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{ sujet | de }}", "Du Portugal"),
        ("{{ sujet | a }}", "Au Portugal"),
        ("{{ sujet | en }}", "Au Portugal"),
        ("{{ sujet | avec }}", "Avec le Portugal"),
        ("{{ noms | liste }}", "A, b et c"),
        ("{{ noms[0] | majuscule }}", "A"),
    ],
)
def test_a_template_has_the_filters_of_french(source: str, text: str) -> None:
    context = {"sujet": Name("Portugal", "le"), "noms": ["a", "b", "c"]}

    assert render(compile_template(source), context) == text


def test_what_is_rendered_has_single_plain_blanks_and_a_capital() -> None:
    template = compile_template("  {{ valeur }}\n   est  ici. ")

    assert render(template, {"valeur": "élan de 12\u202f000"}) == "Élan de 12 000 est ici."


def test_what_a_value_says_is_no_template() -> None:
    template = compile_template("{{ valeur }}")

    assert render(template, {"valeur": "{{ 7 * 7 }} <b>"}) == "{{ 7 * 7 }} <b>"


def test_a_variable_that_is_missing_is_an_error_and_not_a_blank() -> None:
    template = compile_template("{{ valeur }}")

    with pytest.raises(UndefinedError):
        render(template, {})
