"""Recognise everything in an utterance: names, listed phrases, clauses, frames."""

from dataclasses import replace

from jumelage_bot.domain.analysis import Analysis
from jumelage_bot.domain.language import Operator
from jumelage_bot.understanding.clauses import (
    asked_clauses,
    number_clauses,
    questioning_clauses,
    reporting_clauses,
)
from jumelage_bot.understanding.dates import find_dates
from jumelage_bot.understanding.foreign import foreign_language
from jumelage_bot.understanding.frames import set_frames_aside, set_reports_aside
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.mentions import MAX_WEIGHED, find_mentions
from jumelage_bot.understanding.normalise import clean, rewrite
from jumelage_bot.understanding.phrases import operator_key
from jumelage_bot.understanding.qualifiers import set_qualifiers_aside
from jumelage_bot.understanding.rereading import reread
from jumelage_bot.understanding.signature import without_signature
from jumelage_bot.understanding.spelling import correct_words, named_words


def analyse(text: str, grammar: Grammar) -> Analysis:
    """Return an utterance with all that was recognised in it."""
    language = grammar.language
    text = without_signature(clean(text), language.closings, grammar.lexicon.ours)
    parse = grammar.parser.parse(rewrite(text, language.rewrites))
    mentions = find_mentions(parse, grammar.lexicon, grammar.knowledge)
    named = named_words(mentions, parse.tokens, grammar.wordbook)
    is_weighed = len(parse.tokens) <= MAX_WEIGHED
    if is_weighed and (meant := correct_words(parse.tokens, named, grammar.wordbook)):
        parse = reread(parse, meant, grammar.parser)
        mentions = find_mentions(parse, grammar.lexicon, grammar.knowledge)
    clauses = number_clauses(parse, grammar.clause_words)
    units = set_frames_aside(
        grammar.vocabulary.units(parse.tokens, clauses, mentions),
        parse.tokens,
        language.frames_before,
        language.frames_after,
    )
    units = set_reports_aside(
        units,
        reporting_clauses(parse, clauses, grammar.clause_words.reporting),
        operator_key(Operator.NOT),
    )
    analysis = Analysis(
        parse,
        set_qualifiers_aside(units, grammar),
        asked_clauses(parse, clauses),
        questioning_clauses(parse, clauses),
        # As it was written: the rewrites are for French ("è" would be "est").
        language=foreign_language(text, grammar),
    )
    return replace(analysis, dates=find_dates(analysis, grammar))
