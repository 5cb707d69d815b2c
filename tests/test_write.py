"""What is written to docs/: only what changed, only where it is allowed, and nothing that is no longer made."""

from pathlib import Path

import pytest
from catalog.write import MARK, by_hand, change, write

FILES = {"isles/mer.md": "# Mer\n", "isles/index.md": "# Isles\n", "data/deep/all.json": "{}\n"}


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    (folder / "about").mkdir(parents=True)
    (folder / "about" / "us.md").write_text("By hand\n", encoding="utf-8")
    (folder / "index.md").write_text("Home\n", encoding="utf-8")
    return folder


def _content(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def _times(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*.*")}


HAND = {"about/us.md": "By hand\n", "index.md": "Home\n"}
MARKS = {"isles/.gitignore": MARK, "data/.gitignore": MARK}


def test_files_are_written_into_marked_folders_beside_those_made_by_hand(docs: Path) -> None:
    assert write(FILES, docs) == []
    assert _content(docs) == {**HAND, **FILES, **MARKS}


def test_mark_hides_the_folder_from_git() -> None:
    assert "*" in MARK.splitlines()


def test_unchanged_file_is_not_written_again(docs: Path) -> None:
    write(FILES, docs)
    before = _times(docs)
    write({**FILES, "isles/mer.md": "# Mer, an isle\n"}, docs)
    after = _times(docs)
    assert {"isles/mer.md"} == {path for path in before if after[path] != before[path]}
    assert (docs / "isles/mer.md").read_text(encoding="utf-8") == "# Mer, an isle\n"


def test_line_ends_are_the_same_on_every_system(docs: Path) -> None:
    write({"isles/mer.md": "a\nb ¶\n"}, docs)
    assert (docs / "isles/mer.md").read_bytes() == "a\nb ¶\n".encode()


def test_file_that_is_no_longer_made_is_deleted(docs: Path) -> None:
    write(FILES, docs)
    (docs / "isles" / "stray").mkdir()
    (docs / "isles" / "stray" / "left.md").write_text("old", encoding="utf-8")
    write({path: text for path, text in FILES.items() if path != "isles/mer.md"}, docs)
    assert sorted(path for path in _content(docs) if "isles" in path) == ["isles/.gitignore", "isles/index.md"]
    assert not (docs / "isles" / "stray").exists()


def test_folder_that_is_no_longer_made_is_deleted(docs: Path) -> None:
    write(FILES, docs)
    write({"isles/mer.md": "# Mer\n"}, docs)
    assert sorted(path.name for path in docs.iterdir()) == ["about", "index.md", "isles"]
    assert (docs / "about" / "us.md").exists()


@pytest.mark.parametrize("mark", [None, "*\n", ""])
def test_folder_made_by_hand_is_refused_and_nothing_is_written(docs: Path, mark: str | None) -> None:
    write({"isles/mer.md": "# Mer\n"}, docs)
    if mark is not None:
        (docs / "about" / ".gitignore").write_text(mark, encoding="utf-8")
    before, times = _content(docs), _times(docs)
    problems = write({"about/us.md": "Made\n", "isles/new.md": "New\n"}, docs)
    assert [str(problem) for problem in problems] == [
        "docs/about:1:1: is not made from the data, and its place is needed; move it elsewhere, or delete it"
    ]
    assert (before, times) == (_content(docs), _times(docs))


def test_every_folder_made_by_hand_is_named_at_once(docs: Path) -> None:
    (docs / "isles").mkdir()
    problems = write({**FILES, "about/us.md": "Made\n"}, docs)
    assert [problem.place.file for problem in problems] == ["docs/about", "docs/isles"]


def test_link_out_of_the_folder_is_not_followed(docs: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "letter.md").write_text("Keep me\n", encoding="utf-8")
    write(FILES, docs)
    (docs / "isles" / "away").symlink_to(tmp_path / "elsewhere")
    write(FILES, docs)
    assert (tmp_path / "elsewhere" / "letter.md").read_text(encoding="utf-8") == "Keep me\n"


def test_markdown_by_hand_is_told_from_what_is_made(docs: Path) -> None:
    write(FILES, docs)
    assert by_hand(docs) == ["about/us.md", "index.md"]


def test_files_are_changed_and_deleted_together(docs: Path) -> None:
    change({"index.md": None, "about/us.md": "Changed\n", "new/deep.md": b"New\n"}, docs)
    assert _content(docs) == {"about/us.md": "Changed\n", "new/deep.md": "New\n"}


def test_change_that_fails_leaves_all_as_it_was(docs: Path) -> None:
    with pytest.raises(NotADirectoryError):
        change({"new.md": "New\n", "index.md": None, "about/us.md/deep.md": "Deep\n"}, docs)
    assert _content(docs) == HAND


def test_file_beside_the_folders_is_written_hidden_from_git_and_deleted_again(docs: Path) -> None:
    assert write({**FILES, "robots.txt": "Welcome\n", "old.txt": "Old\n"}, docs) == []
    assert {"/.gitignore", "/robots.txt", "/old.txt"} <= set((docs / ".gitignore").read_text().splitlines())
    assert write({**FILES, "robots.txt": "Come in\n"}, docs) == []
    assert (docs / "robots.txt").read_text() == "Come in\n"
    assert not (docs / "old.txt").exists()
    assert write(FILES, docs) == []
    assert _content(docs) == {**HAND, **FILES, **MARKS}


@pytest.mark.parametrize("path", ["index.md", ".gitignore"])
def test_file_made_by_hand_is_refused_and_nothing_is_written(docs: Path, path: str) -> None:
    (docs / path).write_text("By hand\n", encoding="utf-8")
    before = _content(docs)
    problems = write({**FILES, "robots.txt": "Welcome\n", "index.md": "Made\n"}, docs)
    assert f"docs/{path}" in [problem.place.file for problem in problems]
    assert before == _content(docs)
