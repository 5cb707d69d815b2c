"""The pipeline: data/*.yaml -> records -> Catalog -> {path: text} -> docs/."""

import argparse
import sys
import time
from pathlib import Path

from catalog.check import check
from catalog.exports import exports, schemas
from catalog.link import Catalog
from catalog.pages import pages
from catalog.problems import Problem
from catalog.read import read
from catalog.records import KINDS, Record
from catalog.write import write, write_file

ROOT = Path(__file__).resolve().parent.parent


def build(root: Path, check_only: bool = False) -> tuple[list[Record], list[Problem]]:
    """Make docs/ from data/ below `root`; return the records, and the problems that kept it from being made."""
    reading = read(root / "data")
    problems = check(reading)
    if problems or check_only:
        return reading.records, problems
    for name, schema in schemas().items():
        write_file(root / "data" / "schema" / name, schema)
    catalog = Catalog(reading.records)
    return reading.records, write({**pages(catalog), **exports(catalog)}, root / "docs")


def main() -> int:
    """Build, or only check, and say in a line how it went; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="read and check the data, write nothing")
    parser.add_argument("--root", type=Path, default=ROOT, help="the folder that holds data/ and docs/")
    options = parser.parse_args()
    records, problems = build(options.root, options.check)
    if problems:
        print(*problems, f"{len(problems)} problem{'s' * (len(problems) > 1)}", sep="\n", file=sys.stderr)
        return 1
    numbers = {kind: sum(record.kind == kind.kind for record in records) for kind in KINDS}
    counts = ", ".join(f"{number} {kind.kind if number == 1 else kind.plural}" for kind, number in numbers.items())
    claims = sum(len(record.own_claims) for record in records)
    print(f"All is well: {counts}, {claims} claims, in {time.process_time():.2f} s.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
