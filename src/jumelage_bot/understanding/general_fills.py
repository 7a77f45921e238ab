"""Fill slots without a property: a subject to present, our partners in general."""

from collections.abc import Iterator

from jumelage_bot.domain.analysis import Analysis
from jumelage_bot.domain.knowledge import Role
from jumelage_bot.domain.language import Slot
from jumelage_bot.domain.reading import Fill
from jumelage_bot.understanding.evidence import areas, is_plural, types_of
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.roles import Scene, explain_units
from jumelage_bot.understanding.subjects import Subjects


def described_fills(
    analysis: Analysis, grammar: Grammar, subjects: tuple[Subjects, ...]
) -> Iterator[Fill]:
    """Yield the fills that present what is named, if it is ours."""
    for option in subjects:
        if option.is_by_area:
            continue
        explained = explain_units(analysis, Scene((), option.entities), grammar)
        roles = {grammar.knowledge.role(e) for e in option.entities}
        # "jumelage" alone is the word for our twinnings before it is a notion to define.
        is_type_word = all(types_of(analysis.units[i], grammar) for i in option.units)
        is_ours = not roles & {Role.HOME, Role.CONTEXT} and not is_type_word
        if is_ours and _may_be_asked(option, analysis, grammar):
            yield Fill(
                frozenset({Slot.SUBJECT}),
                subjects=option.entities,
                essential=option.units,
                explained=option.units | explained,
            )


def _may_be_asked(option: Subjects, analysis: Analysis, grammar: Grammar) -> bool:
    """Return whether the question words beside the subjects ask to present them.

    "Qui" presents a person; of a project it asks something else.
    """
    knowledge = grammar.knowledge
    clauses = {analysis.units[i].clause for i in option.units}
    asked = {u.question for u in analysis.units if u.question and u.clause in clauses}
    presenting = {word for kind in knowledge.types.values() for word in kind.asked_by}
    kinds = [knowledge.types[knowledge.entities[e].type] for e in option.entities]
    return not asked & presenting.difference(*(kind.asked_by for kind in kinds))


def typed_fills(analysis: Analysis, grammar: Grammar) -> Iterator[Fill]:
    """Yield the fills that speak of the partners in general, or of those in an area."""
    partners = {t.id for t in grammar.knowledge.types.values() if t.role is Role.PARTNER}
    named = {
        i
        for i, u in enumerate(analysis.units)
        if not u.is_aside and (types_of(u, grammar) & partners)
    }
    if named:
        named |= {i - 1 for i in named if i and analysis.units[i - 1].keys & grammar.number_words}
        named |= {i for i, u in enumerate(analysis.units) if is_plural(u, grammar)}
    explained = explain_units(analysis, Scene(), grammar)
    for index, area in () if named else areas(analysis, grammar):
        if grammar.knowledge.within(area):
            # "L'Afrique ?" asks what an area is to us, by its name alone.
            alone = (Fill(frozenset(), type=p, explained=explained) for p in sorted(partners))
            yield from (_in_area(fill, index, area=area) for fill in alone)
    for partner in sorted(partners) if named else ():
        essential = frozenset(named)
        fill = Fill(
            frozenset({Slot.TYPE}),
            type=partner,
            essential=essential,
            explained=explained | essential,
        )
        yield fill
        for index, area in areas(analysis, grammar):
            yield _in_area(fill, index, area=area)
        for index, unit in enumerate(analysis.units):
            if unit.mention and unit.mention.is_area:
                yield _in_area(fill, index, foreign=unit.mention.name)


def _in_area(fill: Fill, index: int, area: str | None = None, foreign: str | None = None) -> Fill:
    return Fill(
        fill.slots | {Slot.AREA},
        type=fill.type,
        area=area,
        foreign=foreign,
        essential=fill.essential | {index},
        explained=fill.explained | {index},
    )
