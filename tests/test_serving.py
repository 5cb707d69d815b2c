"""`mkdocs serve` alone follows the data: an edit shows, and so does a fault until it is mended."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import copy_example

RECORD = "meetings/table-2003-12-01"
PATIENCE = 60


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_example(tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="module")
def page(project: Path) -> Iterator[Callable[[], str]]:
    """Serve the copy; give what its page is at the moment."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = (sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address)
    with (project / "log").open("w") as log:
        server = subprocess.Popen(
            command, cwd=project, stdout=log, stderr=log, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        )

    def get() -> str:
        with urllib.request.urlopen(f"http://{address}/{RECORD}/", timeout=PATIENCE) as answer:
            return str(answer.read().decode())

    try:
        wait_for(lambda: "Serving on" in (project / "log").read_text())
        yield get
    finally:
        server.terminate()
        server.wait()


def wait_for(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end
        time.sleep(0.1)


def test_edit_shows_and_fault_shows_until_mended(project: Path, page: Callable[[], str]) -> None:
    file = project / "data" / f"{RECORD}.yaml"
    sound = file.read_text(encoding="utf-8")
    assert "Second meeting of the Table</h1>" in page()
    assert "unpublished draft" in page()

    edited = sound.replace("title: Second meeting of the Table", "title: The ministers meet")
    file.write_text(edited, encoding="utf-8")
    wait_for(lambda: "The ministers meet</h1>" in page())
    assert 'class="problems"' not in page()

    file.write_text(edited.replace("level: ministers", "level: minsters"), encoding="utf-8")
    wait_for(lambda: 'class="problems"' in page())
    notice = re.sub(r"&#x27;", "'", page())
    assert f"data/{RECORD}.yaml:3:8: level: 'minsters' is not a word for this; did you mean 'ministers'?" in notice
    assert "The ministers meet</h1>" in notice

    file.write_text(sound, encoding="utf-8")
    wait_for(lambda: "Second meeting of the Table</h1>" in page())
    assert 'class="problems"' not in page()


def test_one_edit_builds_once(project: Path, page: Callable[[], str]) -> None:
    def builds() -> int:
        return (project / "log").read_text().count("Building documentation")

    before = builds()
    file = project / "data" / f"{RECORD}.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("status: held", "status: unknown"), encoding="utf-8")
    wait_for(lambda: "status-unknown" in page())
    time.sleep(3)
    assert builds() == before + 1
