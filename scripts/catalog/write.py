"""{path: text} -> docs/. The only module that writes.

Into docs/ it writes only what changed, and deletes what it once made and no longer makes. A folder is its own if
it holds a `.gitignore` with the mark below, which also hides the folder from git; a folder without one
is somebody's work and is not touched. The files beside the folders that are its own are named in a
`.gitignore` of the same kind.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from catalog.problems import Place, Problem

MARK = "# Made from data/ by scripts/build.py, which owns this folder: do not edit, it will be overwritten.\n*\n"
NAMED = "# Made from data/ by scripts/build.py, which owns these files: do not edit, they will be overwritten.\n"


def write(files: Mapping[str, str | bytes], folder: Path) -> list[Problem]:
    """Make the folders of `files` below `folder` hold these files and no others; write those beside the folders too.

    Returns a problem, and writes nothing, for each folder or file that exists and is not marked as its own.
    """
    wanted = {**files, **_marks(files)}
    tops = sorted({path.split("/")[0] for path in wanted})
    foreign = [top for top in tops if (folder / top).exists() and not owned(folder / top)]
    if foreign:
        message = "is not made from the data, and its place is needed; move it elsewhere, or delete it"
        return [Problem(Place(f"{folder.name}/{top}"), "", message) for top in foreign]
    mine = [path for path in folder.iterdir() if owned(path)]
    for name, text in wanted.items():
        write_file(folder / name, text)
    kept = {folder / name for name in wanted}
    for path in mine:
        _clear(path, kept)
    return []


def owned(path: Path) -> bool:
    """Say whether a file or folder in docs/ is made from the data."""
    if path.is_dir():
        return _text(path / ".gitignore") == MARK
    names = _text(path.parent / ".gitignore")
    return names.startswith(NAMED) and f"/{path.name}" in names.splitlines()


def _marks(files: Iterable[str]) -> dict[str, str]:
    """Return the .gitignore of each folder, and that of the files beside the folders, which names itself too."""
    beside = sorted(path for path in files if "/" not in path)
    names = "".join(f"/{name}\n" for name in (".gitignore", *beside))
    folders = {path.split("/")[0] for path in files if "/" in path}
    return {**{f"{name}/.gitignore": MARK for name in folders}, **({".gitignore": NAMED + names} if beside else {})}


def write_file(path: Path, text: str | bytes) -> None:
    """Write a file unless it holds just this already."""
    content = text.encode() if isinstance(text, str) else text
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def by_hand(folder: Path) -> list[str]:
    """Return the paths below `folder` of the Markdown that somebody wrote."""
    paths = sorted(path.relative_to(folder) for path in folder.rglob("*.md"))
    return [path.as_posix() for path in paths if not owned(folder / path.parts[0])]


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


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _clear(path: Path, wanted: set[Path]) -> None:
    """Delete a file that is not wanted, or what is not wanted in a folder, and the folder if nothing is left."""
    if path.is_dir() and not path.is_symlink():
        for inner in path.iterdir():
            _clear(inner, wanted)
        if not any(path.iterdir()):
            path.rmdir()
    elif path not in wanted:
        path.unlink()
