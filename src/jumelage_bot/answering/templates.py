"""Compile the templates of the content, with the French filters they may use."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from jinja2 import Environment, StrictUndefined, Template, TemplateSyntaxError, meta, nodes

from jumelage_bot.answering import french

_FILTERS = {
    "de": french.de,
    "a": french.a,
    "en": french.en,
    "avec": french.avec,
    "liste": french.join,
    "majuscule": french.capitalise,
}

_SINGLE_BRACES = re.compile(r"(?<![{%#])\{\s*\w+\s*\}(?!\})")
"""What looks like a slot of an example, or a name in a text."""


def environment() -> Environment:
    """Return the environment of all templates: a misspelt variable is an error, not a blank.

    What people write never enters a template; each channel escapes the text as it needs.
    """
    env = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701 - not HTML
    env.filters.update(_FILTERS)
    return env


@cache
def compile_template(source: str) -> Template:
    """Return a template of the content, ready to render; each is compiled once."""
    return environment().from_string(source)


def render(template: Template, context: Mapping[str, object]) -> str:
    """Return the text of a template, with single blanks and a capital at its head."""
    return french.capitalise(re.sub(r"\s+", " ", template.render(context)).strip())


def template_faults(source: str, variables: frozenset[str]) -> Iterator[str]:
    """Yield what is wrong with a template that may use some variables and no others."""
    try:
        tree = environment().parse(source)
    except TemplateSyntaxError as error:
        yield f"template: {error.message}"
        return
    # Jinja itself says so only when the branch is rendered.
    used = {each.name for each in tree.find_all(nodes.Filter)}
    if unknown := used - environment().filters.keys():
        ours = ", ".join(sorted(_FILTERS))
        yield from (f"template: unknown filter {n!r} (known: {ours})" for n in sorted(unknown))
        return
    if found := _SINGLE_BRACES.search(source):
        yield f"template: {found[0]!r} would be said as it stands ({{{found[0]}}} was expected)"
    for name in sorted(meta.find_undeclared_variables(tree) - variables):
        yield f"template: unknown variable {name!r} (known: {', '.join(sorted(variables))})"


def attributes_of(variable: str, source: str) -> frozenset[str]:
    """Return what a template without fault reads of a variable, as `faits.maire`."""
    read = environment().parse(source).find_all(nodes.Getattr)
    return frozenset(
        each.attr
        for each in read
        if isinstance(each.node, nodes.Name) and each.node.name == variable
    )
