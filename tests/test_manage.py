"""What a person runs: what it sets up, what it says, and that a failing build harms nothing."""

import sys
from pathlib import Path

import manage
import pytest
from conftest import ROOT, copy_project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project, run by the Python that runs the tests."""
    monkeypatch.setattr(manage, "ROOT", copy_project(tmp_path))
    monkeypatch.setattr(manage, "PYTHON", Path(sys.executable))
    return tmp_path


def spoil(project: Path) -> None:
    (project / "data" / "meetings" / "spoilt.yaml").write_text("title: No more than this\n", encoding="utf-8")


def test_build_makes_the_site(project: Path) -> None:
    assert manage.build("--offline") == 0
    assert (project / "site" / "meetings" / "nrc-ambassadors-2009-04-29" / "index.html").is_file()
    assert (project / "site" / "pagefind" / "pagefind.js").is_file()
    assert [path.name for path in project.iterdir() if path.name.startswith(".site-")] == []
    assert (project / "site.zip").is_file()


def test_failing_build_leaves_the_last_good_site(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("the last good one", encoding="utf-8")
    spoil(project)
    assert manage.build() == 1
    assert (project / "site" / "index.html").read_text(encoding="utf-8") == "the last good one"
    assert not (project / "docs" / "meetings").exists()
    assert "data/meetings/spoilt.yaml:1:1: level: is missing" in capfd.readouterr().err


def test_broken_link_by_hand_fails_the_build(project: Path) -> None:
    (project / "docs" / "about.md").write_text("# About\n\n[nowhere](nowhere.md)\n", encoding="utf-8")
    assert manage.build() == 1
    assert not (project / "site").exists()


def test_check_says_in_a_line_that_all_is_well(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert manage.check() == 0
    said = capfd.readouterr().out
    assert said.startswith("All is well: ")
    assert said.endswith(" s.\n")
    assert said.count("\n") == 1


def test_check_tells_all_problems_and_their_number(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    spoil(project)
    assert manage.check() == 1
    lines = capfd.readouterr().err.splitlines()
    assert lines[-1] == f"{len(lines) - 1} problems"
    assert all(line.startswith("data/meetings/spoilt.yaml:1:1: ") for line in lines[:-1])
    assert not any("Traceback" in line for line in lines)


@pytest.mark.parametrize(
    ("stamp", "wanted", "anew", "installs"),
    [
        (manage.RUNTIME, manage.RUNTIME, False, False),
        (manage.DEVELOPMENT, manage.RUNTIME, False, False),
        (manage.DEVELOPMENT, manage.DEVELOPMENT, False, False),
        (manage.RUNTIME, manage.DEVELOPMENT, False, True),
        (None, manage.DEVELOPMENT, True, True),
    ],
)
def test_set_up_only_what_is_missing_or_stale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stamp: str | None, wanted: str, anew: bool, installs: bool
) -> None:
    made: list[Path] = []
    installed: list[str] = []
    monkeypatch.setattr(manage, "STAMP", tmp_path / "installed")
    monkeypatch.setattr(manage, "run", lambda *arguments: installed.append(arguments[-1]))
    monkeypatch.setattr("venv.create", lambda folder, **options: made.append(folder))
    manage.STAMP.write_text(manage._stamp(stamp) if stamp else "of another list")
    manage.setup(wanted)
    assert anew == bool(made)
    assert installed == ([wanted] if installs else [])
    assert manage.STAMP.read_text() == manage._stamp(wanted if installs else stamp or "")


@pytest.mark.parametrize(
    ("arguments", "ran"),
    [
        (["build", "--publish"], ("scripts/build.py", "--publish")),
        (["rename", "old#claim", "new"], ("scripts/rename.py", "old#claim", "new")),
    ],
)
def test_what_follows_the_command_is_handed_on(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], ran: tuple[str, ...]
) -> None:
    monkeypatch.setattr("sys.argv", ["manage.py", *arguments])
    monkeypatch.setattr(manage, "setup", lambda requirements: None)
    monkeypatch.setattr(manage, "run", lambda *handed: 7 if handed == ran else 0)
    assert manage.main() == 7


@pytest.mark.parametrize(
    ("arguments", "taken"),
    [
        (["check", "--publish"], "nothing"),
        (["build", "--check"], "--offline or --publish"),
        (["build", "--publish", "now"], "--offline or --publish"),
    ],
)
def test_command_refuses_what_it_does_not_take(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], taken: str
) -> None:
    monkeypatch.setattr("sys.argv", ["manage.py", *arguments])
    with pytest.raises(SystemExit):
        manage.main()
    assert f"{arguments[0]} takes {taken} after it" in capsys.readouterr().err


def test_taken_port_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(manage, "_free", lambda port: False)
    assert manage.serve() == 1
    assert "serve --dev-addr 127.0.0.1:8001" in capsys.readouterr().err


def test_missing_browser_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(SystemExit) as stop:
        manage._install_browser()
    assert str(stop.value) == manage.NO_BROWSER


def test_runtime_packages_are_locked_as_in_development() -> None:
    runtime, development = (
        {line.strip(" \\") for line in (ROOT / name).read_text().splitlines() if "==" in line}
        for name in (manage.RUNTIME, manage.DEVELOPMENT)
    )
    assert runtime <= development


def test_locks_name_no_host() -> None:
    assert not any("://" in (ROOT / name).read_text() for name in (manage.RUNTIME, manage.DEVELOPMENT))
