"""Give a record or a claim another id, everywhere: tried on a copy first, then done as a whole or not at all."""

import argparse
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from build import ROOT, Made, make, say
from catalog import addresses, renaming
from catalog.problems import Problem
from catalog.read import LEDGER
from catalog.write import by_hand, change


def rename(root: Path, old: str, new: str) -> list[Problem]:
    """Rename below `root`; return the problems that the data has or would have, with which nothing is changed.

    Raises renaming.RefusedError if there is no such id or the new one will not do.
    """
    before = make(root)
    if before.problems:
        return before.problems
    files = renaming.renamed(root, before.reading, by_hand(root / "docs"), old, new)
    after = _tried(files, root)
    if not after.problems:
        ledger = addresses.published(before.reading.ledger, after.answers - before.answers)
        change({**files, f"data/{LEDGER}": ledger}, root)
    return after.problems


def _tried(files: renaming.Files, root: Path) -> Made:
    """Return what is made below a copy of `root` in which the files are changed."""
    with TemporaryDirectory() as folder:
        copy = Path(folder)
        shutil.copytree(root / "data", copy / "data")
        shutil.copy(root / "mkdocs.yml", copy)
        change({f"docs/{path}": (root / "docs" / path).read_bytes() for path in by_hand(root / "docs")}, copy)
        change(files, copy)
        return make(copy)


def main() -> int:
    """Rename, and say how it went; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("old", help="the id of a record, or that of a claim behind its record's: RECORD#CLAIM")
    parser.add_argument("new", help="the id that it gets")
    parser.add_argument("--root", type=Path, default=ROOT, help="the folder that holds data/ and docs/")
    options = parser.parse_args()
    try:
        problems = rename(options.root, options.old, options.new)
    except renaming.RefusedError as refused:
        print(refused, "Nothing was changed.", sep="\n", file=sys.stderr)
        return 1
    if problems:
        return say(problems)
    print(f"{options.old} is {options.new} now; its old addresses lead on.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
