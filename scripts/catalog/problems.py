"""What is wrong, and where: one line that a person can act on."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Place:
    """A point in a file, counted from 1, as editors count."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: where it is, in which field (empty: the file itself), and `fault; remedy`."""

    place: Place
    field: str
    message: str

    def __str__(self) -> str:
        told = ": ".join(part for part in (str(self.place), self.field, self.message) if part)
        return " ".join(told.split())


def nearest(word: str, words: Iterable[str], otherwise: str) -> str:
    """Return the remedy that names the word most like `word`, or `otherwise` if none is."""
    close = get_close_matches(word.lower(), sorted(words), n=1, cutoff=0.6)
    return f"did you mean '{close[0]}'?" if close else otherwise
