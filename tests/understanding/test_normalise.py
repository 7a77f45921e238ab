"""Any text becomes safe and comparable."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumelage_bot.understanding.normalise import MAX_RUN, MAX_TEXT, clean, fold, rewrite, words


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        # what nobody sees
        ("le m\u200baire", "le maire"),
        ("\ufeffle maire\u2060", "le maire"),
        ("ma\u00adire", "maire"),
        ("\u202ele maire\u202c \u200fici", "le maire ici"),
        ("a\x00b\x07c\x1b[31m", "abc[31m"),
        ("\ue000maire\uffff", "maire"),
        # blanks and line breaks
        ("780\u202f000\u00a0habitants", "780 000 habitants"),
        ("  le \t maire  ", "le maire"),
        ("un\u2028deux\u2029trois\r\nquatre", "un\ndeux\ntrois\nquatre"),
        ("un \n\n  deux", "un\ndeux"),
        # one sign for several
        ("l’an d‘or aujourd`hui", "l'an d'or aujourd'hui"),
        ("Kirchdorf–Orsenne — là", "Kirchdorf-Orsenne - là"),
        ("e\u0301te\u0301", "été"),
        # what a web page or Slack writes
        ("l&#39;eau &amp; l&rsquo;air", "l'eau & l'air"),
        ("<@U012AB> le maire", "le maire"),
        ("<#C012|général> bonjour <!here>", "bonjour"),
        ("voir <https://exemple.fr/a?b=c|le site> ici", "voir ici"),
        ("<mailto:a@exemple.fr|a@exemple.fr> bonjour", "bonjour"),
        ("a < b > c", "a < b > c"),
        ("https://exemple.fr/maire?x=1 qui", "qui"),
        ("écrire à moi@exemple.fr ou www.exemple.fr", "écrire à ou"),
        ("@paul le maire", "le maire"),
        # emoji
        ("le maire 👍🏽🇫🇷 ?", "le maire ?"),
        ("le maire :wave: ?", "le maire ?"),
        (":white_check_mark: oui", "oui"),
        ("à 10:30:45 ici", "à 10:30:45 ici"),
        # runs
        ("quoi ?????? !!!!", "quoi ?? !!"),
        ("ouiiiiii", "ouii"),
        ("créée", "créée"),
        ("en 10000", "en 10000"),
        ("x" + "yz" * 100, "x" + ("yz" * 100)[: MAX_RUN - 1]),
    ],
)
def test_only_what_is_read_stays(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize("text", ["❤️", "☺️ ✌️", "👨‍👩‍👧"])
def test_nothing_stays_of_a_message_of_emoji(text: str) -> None:
    assert clean(text) == ""


@pytest.mark.parametrize("code", [":+1:", ":-1:", ":100:", ":thumbsup::skin-tone-3:"])
def test_every_slack_emoji_code_goes(code: str) -> None:
    assert clean(f"le maire {code}") == "le maire"


def test_a_lone_surrogate_leaves_the_rest_readable() -> None:
    cleaned = clean("le maire \ud800 de \udfff Valombre")

    assert cleaned.encode("utf-8")
    assert words(cleaned) == ("le", "maire", "de", "valombre")


@pytest.mark.parametrize(
    "bite", ["é ", "x", "<", "&", ":a", "@a", "@a.", "<@", "l'", "\u200b", "?", "www."]
)
def test_a_megabyte_is_cut_in_no_time(bite: str) -> None:
    text = bite * (1_000_000 // len(bite))
    start = time.perf_counter()

    cleaned = clean(text)

    assert time.perf_counter() - start < 1
    assert len(cleaned) <= MAX_TEXT


def test_the_beginning_of_a_long_text_is_kept() -> None:
    text = " ".join(f"mot{n}" for n in range(1000))

    assert text.startswith(clean(text))
    assert len(clean(text)) > MAX_TEXT - 10


@given(st.text(max_size=3000))
def test_a_cleaned_text_is_short_and_holds_no_control_character(text: str) -> None:
    cleaned = clean(text)

    assert len(cleaned) <= MAX_TEXT
    assert {unicodedata.category(c) for c in cleaned.replace("\n", "")}.isdisjoint(
        {"Cc", "Cf", "Cs", "Zl", "Zp"}
    )
    assert cleaned == cleaned.strip()


@given(st.text(alphabet="aé &#39;amp<>@:/.?!\n\u200b👍-’", max_size=200))
def test_cleaning_again_adds_nothing(text: str) -> None:
    once = clean(text)

    assert len(clean(once)) <= len(once)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Élève ÇA", "eleve ca"),
        ("Cœur, Ægée", "coeur, aegee"),
        ("İzmir ﬁn", "izmir fin"),
        ("Tanner", "tanner"),
        ("𝗠𝗮𝗶𝗿𝗲 Ⅻ", "maire xii"),
    ],
)
def test_folding_leaves_neither_accents_nor_capitals(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("S'il vous plaît !", ("s", "il", "vous", "plait")),
        ("Val_Ombre-les-Bains (2)", ("val", "ombre", "les", "bains", "2")),
        ("?!", ()),
    ],
)
def test_the_words_of_a_phrase_have_no_punctuation(phrase: str, found: tuple[str, ...]) -> None:
    assert words(phrase) == found


@pytest.mark.parametrize(
    ("text", "written_out"),
    [
        ("kel maire", "quel maire"),
        ("KEL maire ?", "quel maire ?"),
        ("nickel", "nickel"),
        ("l'c d'kel", "l'c d'kel"),
        ("c quoi", "c'est quoi"),
        ("c'est", "c'est"),
    ],
)
def test_short_spellings_are_written_out_when_they_are_whole_words(
    text: str, written_out: str
) -> None:
    assert rewrite(text, {"kel": "quel", "c": "c'est"}) == written_out
