"""Whatever is wrong with what can be asked and said is told, at the right line."""

from pathlib import Path

import pytest

from breaking import Break, change, copy_content, problems_of

INTENTS = "intents.yaml"
SCHEMA = "knowledge/schema.yaml"

BREAKS = {
    # the form of intents.yaml
    "braces without quotes": Break(
        INTENTS,
        r'- "\{property\} \{subject\}"',
        "- {property} {subject}",
        "- {property} {subject}",
        "not valid YAML",
    ),
    "section twice": Break(
        INTENTS,
        "^rewrites:",
        "intents: {}\nrewrites:",
        r"^intents: \{\}",
        "'intents' is said twice",
    ),
    "unknown section": Break(
        INTENTS, "^numbers:", "number:", "^number:", "'number' (did you mean 'numbers'?)"
    ),
    "section missing": Break(
        INTENTS, "^ignorable:(?s:.*?)^all", "all", "^intents:", "'ignorable' is"
    ),
    "unknown kind of query": Break(
        INTENTS, "query: count", "query: counted", "query: counted", "mean 'count'?"
    ),
    "number too high": Break(
        INTENTS, "min_score: .*", "min_score: 155", "min_score: 155", "less than or equal to 100"
    ),
    "not a number": Break(
        INTENTS, "min_score: .*", "min_score: haut", "min_score: haut", "a number was"
    ),
    # what intents.yaml says
    "undeclared slot": Break(
        INTENTS,
        r'- "\{property\} \{subject\}"',
        '- "{property} {sujet}"',
        "{sujet}",
        "undeclared slot {sujet} (did you mean 'subject'?)",
    ),
    "unknown variable in a reply": Break(
        INTENTS, '^  apology: "', '  apology: "{{ zut }}', "zut", "unknown variable 'zut'"
    ),
    "unknown variable in a response": Break(
        INTENTS, "{{ accueil }}", "{{ acceuil }}", "acceuil", "unknown variable 'acceuil'"
    ),
    "open template": Break(INTENTS, '^  apology: "', '  apology: "{{ ', "apology: ", "template:"),
    "missing reply": Break(INTENTS, "^  apology: .*\n", "", "^replies:", "'apology' is missing"),
    "unknown reply": Break(
        INTENTS, "^  apology:", "  apologie:", "apologie:", "'apologie' (did you mean 'apology'?)"
    ),
    "no response": Break(
        INTENTS, "^    responses:\n      found: .*\n", "", "^  lister:", "'responses' must say"
    ),
    "unknown outcome": Break(
        INTENTS, "^      found:", "      trouve:", "trouve:", "unknown outcome 'trouve'"
    ),
    "unknown kind of question word": Break(
        INTENTS,
        r"^free_question_words: \[",
        "free_question_words: [quelle, ",
        "quelle, ",
        "'quel'?",
    ),
    # the form of schema.yaml
    "unknown kind": Break(SCHEMA, "kind: text$", "kind: texte", "kind: texte", "mean 'text'?"),
    "unknown role": Break(SCHEMA, "role: area", "role: aera", "role: aera", "mean 'area'?"),
    "neither true nor false": Break(
        SCHEMA, "perishable: true", "perishable: parfois", "perishable: parfois", "true or false"
    ),
    "key of another": Break(
        SCHEMA, "^    statement:", "    statment:", "statment:", "mean 'statement'?)"
    ),
    # what schema.yaml says
    "two partners": Break(
        SCHEMA, "role: home", "role: partner", "^types:", "one type with the role 'partner'"
    ),
    "no home": Break(
        SCHEMA, "role: home", "role: area", "^types:", "one type with the role 'home'"
    ),
    "unknown link": Break(
        SCHEMA, "link: avec", "link: chez", "link: chez", "one of de, a, en, avec"
    ),
    "unknown owner": Break(
        SCHEMA, "belongs_to: ville$", "belongs_to: vile", "belongs_to: vile", "mean 'ville'?"
    ),
    "unknown bearer": Break(
        SCHEMA, "^    of: ville$", "    of: vile", "of: vile$", "mean 'ville'?"
    ),
    "unknown target": Break(
        SCHEMA, "target: pays$", "target: pay", "target: pay$", "'pay' (did you mean 'pays'?)"
    ),
    "unknown part of a summary": Break(
        SCHEMA, r"summary: \[definition", "summary: [definitions", "definitions", "'definition'?)"
    ),
    "unknown neighbour": Break(
        SCHEMA, r"near: \[situation", "near: [situations", "near: .situations", "'situation'?)"
    ),
    "unknown fall-back": Break(
        SCHEMA, r"falls_back_to: \[", "falls_back_to: [rien, ", "rien, ", "unknown property 'rien'"
    ),
    "undeclared question word": Break(
        SCHEMA,
        r"^    question_words: \[combien\]",
        "    question_words: [combiens]",
        "combiens",
        "'combiens' (did you mean 'combien'?)",
    ),
    "unknown variable in a statement": Break(
        SCHEMA, 'statement: "', 'statement: "{{ zut }}', "zut", "unknown variable 'zut'"
    ),
    "unknown variable in a question": Break(
        SCHEMA, '^    question: "', '    question: "{{ valeur }}', "question: .*valeur", "'valeur'"
    ),
    "unknown filter": Break(
        SCHEMA, r"^    statement: (.*)\| de \}", r"    statement: \1| du }", r"\| du ", "'du'"
    ),
    "no statement": Break(SCHEMA, "^    statement: .*\n", "", "^  activites:", "'statement' is"),
    "no cue": Break(
        SCHEMA, r"^    cues: \[.*\]$", "    cues: []", r"cues: \[\]", "at least one phrase"
    ),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_fault_is_told_in_its_file_at_its_line(name: str, tmp_path: Path) -> None:
    path, line = change(copy_content(tmp_path), BREAKS[name])

    problems = problems_of(tmp_path)

    told = [(p.file, p.line) for p in problems if BREAKS[name].what in p.what]
    assert (path, line) in told, "\n".join(map(str, problems))


def test_faults_of_both_files_are_told_at_once(tmp_path: Path) -> None:
    names = ["missing reply", "undeclared slot", "unknown link", "no cue"]
    copy_content(tmp_path)
    faults = [(*change(tmp_path, BREAKS[n]), BREAKS[n].what) for n in names]

    problems = problems_of(tmp_path)

    for file, _, what in faults:
        assert [p for p in problems if p.file == file and what in p.what], what
