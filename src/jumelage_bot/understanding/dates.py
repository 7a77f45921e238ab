"""Read the dates of an utterance: days, months, years, decades, centuries."""

from collections.abc import Iterator

from jumelage_bot.domain.analysis import Analysis, DateMention, Month
from jumelage_bot.domain.language import Calendar, Operator
from jumelage_bot.domain.values import Moment, Period, period_of, years
from jumelage_bot.understanding.comparisons import has_operator
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.numbers import value_of

CENTURY = 100
DECADE = 10
YEARS = range(1000, 2200)
DAYS = range(1, 32)
MONTHS = range(1, 13)


def find_dates(analysis: Analysis, grammar: Grammar) -> tuple[DateMention, ...]:
    """Return the dates of a message, each read as long as it goes, in order."""
    reader = _Reader(analysis, grammar)
    if not reader.holds_a_number_or_month():
        return ()
    found: list[DateMention] = []
    index = 0
    while index < len(analysis.units):
        mention = next(reader.read(index), None)
        if mention:
            found.append(mention)
        index = max(mention.units) + 1 if mention else index + 1
    return tuple(found)


class _Reader:
    """Reads a date from a place on; the longest form first."""

    def __init__(self, analysis: Analysis, grammar: Grammar) -> None:
        self._analysis = analysis
        self._grammar = grammar

    def holds_a_number_or_month(self) -> bool:
        """Return whether there is anything to read: most messages hold no date."""
        units = range(len(self._analysis.units))
        return any(self._number(at) or self._month(at) or self._ordinal(at) for at in units)

    def read(self, at: int) -> Iterator[DateMention]:
        """Yield what the units from an index on may write as a date."""
        if self._number(at) in DAYS and self._number(at + 1) in MONTHS:
            yield from self._date(at, 3, self._number(at + 2), self._number(at + 1), at)
        if self._day(at) and (month := self._month(at + 1)):
            yield from self._date(at, 3, self._number(at + 2), month, at)
        if month := self._month(at):
            yield from self._date(at, 2, self._year_after(at), month, None)
            before = 1 if at and self._is(Calendar.MONTH, at - 1) else 0
            if not before and at > 1 and self._is(Calendar.MONTH, at - 2):
                before = 2
            yield self._found(Month(month), at - before, at + 1)
        yield from self._stretch(at)

    def _stretch(self, at: int) -> Iterator[DateMention]:
        """Yield a decade, a century or a year."""
        number = self._number(at + 1)
        if number is not None and self._is(Calendar.DECADE, at) and number % DECADE == 0:
            year = number if number >= CENTURY else 1900 + number
            yield self._found(years(year, year + DECADE - 1), at, at + 2)
        ordinal = self._ordinal(at)
        if ordinal and self._is(Calendar.CENTURY, at + 1):
            first = (ordinal - 1) * CENTURY + 1
            yield self._found(years(first, first + CENTURY - 1), at, at + 2)
        if self._number(at) in YEARS and at and self._bounds(at):
            first, last = self._number(at) or 0, self._number(at + 2) or 0
            yield self._found(years(first, last), at - 1, at + 3)
        if self._number(at) in YEARS:
            before = 1 if at and self._is(Calendar.YEAR, at - 1) else 0
            year = self._number(at) or 0
            yield self._found(years(year, year), at - before, at + 1)

    def _bounds(self, at: int) -> bool:
        """Return whether a year is the first of two ("entre 1970 et 1990")."""
        units = self._analysis.units
        is_after = has_operator(units[at - 1], Operator.BETWEEN)
        is_joined = at + 1 < len(units) and units[at + 1].is_ignorable
        last = self._number(at + 2)
        return is_after and is_joined and last in YEARS and (self._number(at) or 0) <= (last or 0)

    def _date(
        self, at: int, length: int, year: int | None, month: int | None, day_at: int | None
    ) -> Iterator[DateMention]:
        day = self._day(day_at) if day_at is not None else None
        if year in YEARS and year and month:
            try:
                period = period_of(Moment(year, month, day))
            except ValueError:
                return
            yield self._found(period, at, at + length)

    def _year_after(self, at: int) -> int | None:
        """Return the year after a month; one of two digits is of the last century ("mai 68")."""
        number = self._number(at + 1)
        is_short = number is not None and DAYS.stop <= number < CENTURY
        return (number or 0) + 1900 if is_short else number

    def _found(self, date: Period | Month, start: int, end: int) -> DateMention:
        return DateMention(date, frozenset(range(start, end)))

    def _day(self, at: int) -> int | None:
        number = self._number(at) or self._ordinal(at)
        return number if number in DAYS else None

    def _month(self, at: int) -> int | None:
        months = self._grammar.language.months
        return next((months[form] for form in self._forms(at) if form in months), None)

    def _number(self, at: int) -> int | None:
        if at >= len(self._analysis.units):
            return None
        return value_of(self._analysis.units[at], self._grammar)

    def _ordinal(self, at: int) -> int | None:
        ordinals = self._grammar.language.ordinals
        return next((ordinals[form] for form in self._forms(at) if form in ordinals), None)

    def _is(self, word: Calendar, at: int) -> bool:
        return not self._grammar.calendar_words[word].isdisjoint(self._forms(at))

    def _forms(self, at: int) -> tuple[str, ...]:
        """Return the folded words of a unit."""
        if at >= len(self._analysis.units):
            return ()
        unit = self._analysis.units[at]
        return tuple(t.folded for t in self._analysis.parse.tokens[unit.start : unit.end])
