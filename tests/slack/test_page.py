"""Who follows the page of deploy/ word by word gets the first answer."""

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from fake_slack.identity import APP_TOKEN, BOT_TOKEN
from fake_slack.server import FakeSlack
from jumelage_bot.settings import CACHE_VARIABLE
from jumelage_bot.slack_settings import VARIABLES
from slack_runs.bot_process import PATIENCE
from slack_runs.waiting import wait_for
from support import ROOT

PAGE = (ROOT / "deploy" / "README.md").read_text(encoding="utf-8")
TYPED = {"slack_bot_token": BOT_TOKEN, "slack_app_token": APP_TOKEN}
"""What one pastes after each `cat`."""


def section(title: str) -> str:
    """Return what stands under a heading, up to the next of its level."""
    return PAGE.split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]


def commands(text: str) -> list[str]:
    """Return the blocks of commands of a section, in order."""
    return re.findall(r"```sh\n(.*?)```", text, re.DOTALL)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the repository to work in, but for its large folders, which are the same."""
    folder = tmp_path / "jumelage-bot"
    folder.mkdir()
    for path in ROOT.iterdir():
        if path.name not in {"deploy", ".git"}:
            (folder / path.name).symlink_to(path)
    shutil.copytree(ROOT / "deploy", folder / "deploy", ignore=shutil.ignore_patterns("secrets"))
    return folder


@pytest.fixture
def environment(slack: FakeSlack, tmp_path: Path, cache: Path) -> dict[str, str]:
    """A person's own, and what the page does not say: which Slack to call, what is made already."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "LANG": "C.UTF-8",
        "SLACK_API_URL": slack.api_url(),
        CACHE_VARIABLE: str(cache),
    }


def type_in(checkout: Path, block: str, environment: dict[str, str]) -> None:
    """Type a block of commands, one by one, pasting a token where one is waited for."""
    for command in block.splitlines():
        pasted = next((token for name, token in TYPED.items() if command.endswith(name)), "")
        done = subprocess.run(
            ["bash", "-c", command],  # noqa: S607 -- any shell will do
            cwd=checkout,
            env=environment,
            input=f"{pasted}\n" if pasted else "",
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{command}: {done.stderr}"


@pytest.fixture
def terminal(
    checkout: Path, environment: dict[str, str]
) -> Iterator[tuple["subprocess.Popen[bytes]", Path]]:
    """The commands of « La première réponse », the last of which goes on; what it writes."""
    prepare, run = commands(section("2. La première réponse"))
    # What runs this test has been through the first command.
    assert prepare.startswith("make setup\n")
    type_in(checkout, prepare.removeprefix("make setup\n"), environment)
    shown = checkout.parent / "terminal.txt"
    with shown.open("wb") as screen:
        process = subprocess.Popen(
            ["bash", "-c", re.sub(r"^(\.venv/\S+ slack)$", r"exec \1", run, flags=re.MULTILINE)],  # noqa: S607
            cwd=checkout,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=screen,
            stderr=screen,
            start_new_session=True,
        )
    yield process, shown
    if process.poll() is None:
        process.kill()
        process.wait()


def test_the_first_answer_comes_as_the_page_says(
    slack: FakeSlack,
    terminal: tuple["subprocess.Popen[bytes]", Path],
    checkout: Path,
    environment: dict[str, str],
) -> None:
    process, shown = terminal
    text = section("2. La première réponse")
    ready = re.findall(r"écrit « (.*?) »", text.replace("\n", " "))[0]
    question = re.findall(r"écrivez-lui : « (.*?) »", text.replace("\n", " "))[0]
    wait_for(lambda: ready in shown.read_text(encoding="utf-8"), within=PATIENCE, what=ready)

    said = slack.ask(slack.direct(), question)

    (answer,) = wait_for(lambda: slack.answers(said), within=PATIENCE)
    assert "Bernhard Schuler" in answer.text
    process.send_signal(signal.SIGINT)
    assert process.wait(10) == 0
    (purging,) = commands(section("Ce qui est gardé, et comment l'effacer"))
    type_in(checkout, purging, environment)
    assert slack.state.breaches == []


def test_the_page_names_what_is_there() -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)]+)\)", PAGE)
    paths = re.findall(r"(?<=\s)deploy/[\w./-]+\w", "\n".join(commands(PAGE)))

    assert links
    assert [link for link in links if not (ROOT / "deploy" / link).exists()] == []
    assert [p for p in paths if "secrets" not in p and not (ROOT / p).exists()] == []


def test_the_page_lists_each_scope_and_each_variable(slack: FakeSlack) -> None:
    scopes = slack.manifest.scopes | slack.manifest.optional_scopes

    assert [name for name in scopes if f"`{name}`" not in section("Les droits demandés")] == []
    assert [name for name in VARIABLES if f"`{name}`" not in section("Ce qui se règle")] == []


def test_the_unit_finds_its_secrets_where_the_page_puts_them() -> None:
    unit = (ROOT / "deploy" / "jumelage-bot.service").read_text(encoding="utf-8")
    (installing,) = commands(section("3. Pour de bon").split("### Avec des conteneurs")[0])

    for name in TYPED:
        assert f"LoadCredential={name}:/etc/jumelage-bot/{name}" in unit
        assert f"deploy/secrets/{name}" in installing
    assert "ExecStart=/opt/jumelage-bot/bin/jumelage-bot slack" in unit
    assert "python3 -m venv /opt/jumelage-bot" in installing
