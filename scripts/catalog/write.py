"""{path: text} -> docs/. The only module that writes.

Into docs/ it writes only what changed, and deletes what it once made and no longer makes. A folder is its own if
it holds a `.gitignore` with the mark below, which also hides the folder from git; a folder without one
is somebody's work and is not touched.
"""

from collections.abc import Mapping
from pathlib import Path

from catalog.problems import Place, Problem

MARK = "# Made from data/ by scripts/build.py, which owns this folder: do not edit, it will be overwritten.\n*\n"


def write(files: Mapping[str, str | bytes], folder: Path) -> list[Problem]:
    """Make the folders of `files` below `folder` hold these files and no others.

    Returns a problem, and writes nothing, for each folder that exists and is not marked as its own.
    """
    tops = sorted({path.split("/")[0] for path in files})
    foreign = [top for top in tops if (folder / top).exists() and not _owned(folder / top)]
    if foreign:
        message = "is not a folder made from the data; move what is in it elsewhere, or delete it"
        return [Problem(Place(f"{folder.name}/{top}"), "", message) for top in foreign]
    wanted = {**files, **{f"{top}/.gitignore": MARK for top in tops}}
    for path, text in wanted.items():
        write_file(folder / path, text)
    for top in folder.iterdir():
        if _owned(top):
            _clear(top, {folder / path for path in wanted})
    return []


def write_file(path: Path, text: str | bytes) -> None:
    """Write a file unless it holds just this already."""
    content = text.encode() if isinstance(text, str) else text
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def by_hand(folder: Path) -> list[str]:
    """Return the paths below `folder` of the Markdown that somebody wrote."""
    paths = sorted(path.relative_to(folder) for path in folder.rglob("*.md"))
    return [path.as_posix() for path in paths if not _owned(folder / path.parts[0])]


def change(files: Mapping[str, str | bytes | None], folder: Path) -> None:
    """Write files below `folder`, and delete those that are None; if that fails, leave all of them as they were."""
    before = {path: (folder / path).read_bytes() if (folder / path).is_file() else None for path in files}
    try:
        _set(files, folder)
    except BaseException:
        _set(before, folder)
        raise


def _set(files: Mapping[str, str | bytes | None], folder: Path) -> None:
    for path, content in files.items():
        if content is None:
            (folder / path).unlink(missing_ok=True)
        else:
            write_file(folder / path, content)


def _owned(folder: Path) -> bool:
    mark = folder / ".gitignore"
    return mark.is_file() and mark.read_text(encoding="utf-8") == MARK


def _clear(folder: Path, wanted: set[Path]) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
        elif path.is_file() and path not in wanted:
            path.unlink()
    if not any(folder.iterdir()):
        folder.rmdir()
