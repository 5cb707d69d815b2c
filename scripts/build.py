"""The pipeline: data/*.yaml -> records -> Catalog -> {path: text} -> docs/."""

import argparse
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from catalog import addresses
from catalog.check import check
from catalog.exports import schemas
from catalog.link import Catalog
from catalog.problems import Problem
from catalog.read import LEDGER, Reading, read
from catalog.records import KINDS, Record
from catalog.sites import Site
from catalog.write import by_hand, write, write_file
from mkdocs.utils.yaml import yaml_load

ROOT = Path(__file__).resolve().parent.parent
Files = dict[str, str | bytes]


@dataclass
class Made:
    """What the data makes: the reading of it, the files below docs/, the addresses that answer, and what is wrong."""

    reading: Reading
    files: Files = field(default_factory=dict)
    answers: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def site(root: Path, draft: bool = False) -> Site:
    """Return what mkdocs.yml says of the site, as MkDocs itself reads it, with SITE_URL of the environment."""
    with (root / "mkdocs.yml").open(encoding="utf-8") as file:
        settings = yaml_load(file)
    return Site(settings["site_name"], settings["site_url"], settings["extra"]["licence"], draft)


def rendered(catalog: Catalog, about: Site) -> Files:
    """Return all that a catalog makes, by path below docs/."""
    # Loaded here, for it takes a while, and whoever checks the data need not wait for it.
    from catalog.downloads import downloads
    from catalog.pages import pages
    from catalog.plain_text import root_files
    from catalog.previews import previews

    files = downloads(catalog, about)
    found = pages(catalog, about, files)
    return {**files, **found, **root_files(catalog, about, found), **previews(catalog)}


def make(root: Path, check_only: bool = False, draft: bool = False) -> Made:
    """Return what is made from data/ below `root`; no files if the data has problems. Nothing is written."""
    made = Made(read(root / "data"))
    made.problems = check(made.reading)
    if not made.problems and not check_only:
        catalog, ledger = Catalog(made.reading.records), made.reading.ledger
        made.files = rendered(catalog, site(root, draft))
        made.files |= addresses.kept(made.files, ledger, catalog)
        made.answers = addresses.answering(made.files, by_hand(root / "docs"), catalog)
        made.problems = addresses.lost(ledger, made.answers)
    return made


def build(
    root: Path, check_only: bool = False, publish: bool = False, draft: bool = False
) -> tuple[list[Record], list[Problem]]:
    """Make docs/ from data/ below `root`; return the records, and the problems that kept it from being made.

    With `publish`, all that answers goes into the ledger of addresses, and answers for ever.
    """
    made = make(root, check_only, draft)
    records = made.reading.records
    if made.problems or check_only:
        return records, made.problems
    for name, schema in schemas().items():
        write_file(root / "data" / "schema" / name, schema)
    problems = write(made.files, root / "docs")
    if publish and not problems:
        write_file(root / "data" / LEDGER, addresses.published(made.reading.ledger, made.answers))
    return records, problems


def say(problems: list[Problem]) -> int:
    """Print problems and their number; return the exit status that they mean."""
    print(*problems, f"{len(problems)} problem{'s' * (len(problems) > 1)}", sep="\n", file=sys.stderr)
    return 1


def main() -> int:
    """Build, or only check, and say in a line how it went; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="read and check the data, write nothing")
    parser.add_argument("--publish", action="store_true", help="write the addresses that are new into the ledger")
    parser.add_argument("--root", type=Path, default=ROOT, help="the folder that holds data/ and docs/")
    options = parser.parse_args()
    records, problems = build(options.root, options.check, options.publish)
    if problems:
        return say(problems)
    numbers = {kind: sum(record.kind == kind.kind for record in records) for kind in KINDS}
    counts = ", ".join(f"{number} {kind.kind if number == 1 else kind.plural}" for kind, number in numbers.items())
    claims = sum(len(record.own_claims) for record in records)
    print(f"All is well: {counts}, {claims} claims, in {time.process_time():.2f} s.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
