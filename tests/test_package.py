"""An installed copy answers with no checkout: its content travels in the wheel."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from support import ROOT


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from the source distribution, unpacked as an installer would."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    site = folder / "site"
    zipfile.ZipFile(wheel).extractall(site)
    return site


def test_the_wheel_carries_the_content(unpacked: Path) -> None:
    content = unpacked / "jumelage_bot" / "content"

    assert (content / "intents.yaml").is_file()
    assert (content / "knowledge" / "schema.yaml").is_file()
    assert list((content / "knowledge" / "sources").glob("*.yaml"))


def test_the_wheel_carries_the_page_of_a_measure(unpacked: Path) -> None:
    assert (unpacked / "jumelage_bot" / "channels" / "report" / "page.html").is_file()


def test_an_installed_copy_makes_its_tables(unpacked: Path, tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "jumelage_bot", "purge", "--all"],
        cwd=tmp_path,
        env={
            "PYTHONPATH": str(unpacked),
            "PYTHONIOENCODING": "utf-8",
            "DATABASE_URL": f"sqlite:///{tmp_path / 'bot.db'}",
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stderr
    assert run.stdout == "Questions effacées : 0.\n"


def test_an_installed_copy_checks_its_own_content(unpacked: Path, tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "jumelage_bot", "check"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(unpacked), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stderr
    assert "Aucun problème" in run.stdout
