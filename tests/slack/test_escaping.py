"""Nothing that people write, and nothing that the content holds, is alive in an answer."""

import shutil
from collections.abc import Callable
from itertools import product
from pathlib import Path

import yaml

from fake_slack.house_rules import live_tokens
from fake_slack.server import FakeSlack
from slack_runs.bot_process import PATIENCE, BotProcess
from slack_runs.office import Office
from slack_runs.waiting import wait_for
from support import ROOT

TOKENS = (
    "<!channel>", "<!here|@here>", "<!everyone>", "<@U0007>", "<@U0007|agent>", "<#C0001|general>",
    "<!subteam^S0001>", "<!date^1392734382^{date}|hier>", "<http://mauvais.example|Belfort>",
    "<https://mauvais.example>", "<mailto:a@mauvais.example|écrire>", "&lt;!channel&gt;",
    "&amp;lt;!here&amp;gt;", "*<!channel>*", "`<!here>`", "> <!channel>",
    "[Belfort](http://m.example)",
    "<javascript:alert(1)|Belfort>", "<<!channel>>", "<!channel", "@channel @here", "&", "<>",
)  # fmt: skip
FRAMES = (
    "{}",
    "Qui est le maire de {} ?",
    "Qui est le maire de Leonberg {} ?",
    "{} Combien d'habitants à Stafford ?",
    "Vouliez-vous dire {} ?",
    "Combien d'habitants à {} et à Delémont ?",
    "« {} » est-elle jumelée avec Belfort ?",
    "et {} ?",
    "Le maire de Leonberg est-il {} ?",
)


def test_hostile_questions_get_answers_without_a_live_token(office: Office) -> None:
    slack = office.slack
    hostile = [frame.format(token) for frame, token in product(FRAMES, TOKENS)]
    channels = [slack.direct() for _ in range(len(hostile) // 4)]

    said = [slack.ask(channels[n % len(channels)], text) for n, text in enumerate(hostile)]

    for message in said:
        wait_for(lambda m=message: slack.answers(m), within=60, what="an answer")  # type: ignore[misc]
    live = {token for m in said for a in slack.answers(m) for token in live_tokens(a.as_slack())}
    assert len(hostile) > 200
    assert {token for token in live if not is_our_link(token)} == set()


def is_our_link(token: str) -> bool:
    return token.startswith("https://www.belfort.fr/")


def test_what_is_typed_is_quoted_as_it_was(office: Office) -> None:
    said = office.slack.ask(office.slack.direct(), "Qui est le maire de Plouf & Cie ?")

    (answer,) = wait_for(lambda: office.slack.answers(said), within=10)

    assert "&amp;amp;" not in answer.text


def test_hostile_content_is_shown_as_it_is_written(
    slack: FakeSlack, new_bot: Callable[..., BotProcess], tmp_path: Path
) -> None:
    data = tmp_path / "contenu"
    shutil.copytree(ROOT / "knowledge", data / "knowledge")
    shutil.copy(ROOT / "intents.yaml", data)
    (path,) = (data / "knowledge" / "sources").glob("*.yaml")
    source = yaml.safe_load(path.read_text(encoding="utf-8"))
    source |= {
        "title": "<!channel> & *Page* <http://m.example|x>",
        "url": "https://m.example/<a>|b&c",
    }
    path.write_text(yaml.safe_dump(source, allow_unicode=True), encoding="utf-8")
    bot = new_bot(arguments=("--data", str(data)))
    bot.start()
    bot.wait_ready()

    said = slack.ask(slack.direct(), "Qui est le maire de Leonberg ?")

    (answer,) = wait_for(lambda: slack.answers(said), within=PATIENCE)
    assert "&lt;!channel&gt;" in answer.text
    links = live_tokens(answer.as_slack())
    assert all(link.startswith("https://m.example/%3Ca%3E%7Cb") for link in links), links
