"""The abbreviations among the names in the records, and what each is short for."""

import re
from collections import defaultdict
from dataclasses import dataclass

from catalog.link import Catalog
from catalog.records import Record

ABBREVIATION = re.compile(r"[A-Z]{2,6}")


@dataclass(frozen=True)
class Abbreviation:
    """An abbreviation, the record whose name it is, and what it is short for, where the names show that."""

    letters: str
    record: Record
    full: str | None


def abbreviations(catalog: Catalog) -> list[Abbreviation]:
    """Return every name that is an abbreviation, in the order of the alphabet."""
    found = [
        Abbreviation(name, record, _full(name, names))
        for record in catalog.records.values()
        for names in [_names(record)]
        for name in names
        if ABBREVIATION.fullmatch(name)
    ]
    return sorted(found, key=lambda abbreviation: abbreviation.letters)


def explained(catalog: Catalog) -> dict[str, str]:
    """Return what each abbreviation is short for that can mean one thing only."""
    meanings: dict[str, list[str | None]] = defaultdict(list)
    for abbreviation in abbreviations(catalog):
        meanings[abbreviation.letters].append(abbreviation.full)
    return {letters: full[0] for letters, full in meanings.items() if len(full) == 1 and full[0]}


def _names(record: Record) -> list[str]:
    return list(dict.fromkeys([record.title, *(other.name for other in getattr(record, "names", []))]))


def _full(letters: str, names: list[str]) -> str | None:
    """The name whose capitals spell the abbreviation; failing that the title, if no other name is short for it."""
    full = [name for name in names if not ABBREVIATION.fullmatch(name)]
    spelled = (name for name in full if _spells(name, letters))
    alone = len(full) == len(names) - 1 and names[0] in full
    return next(spelled, names[0] if alone else None)


def _spells(name: str, letters: str) -> bool:
    """Say whether the capitals of a name hold these letters in order."""
    capitals = "".join(letter for letter in name if letter.isupper())
    return re.search(".*".join(letters), capitals) is not None
