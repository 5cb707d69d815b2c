"""The site as the world outside sees it: its name, and the addresses that last."""

from dataclasses import dataclass

from catalog.parts import Claim
from catalog.records import Record

INCLUDED = "pictures/"
"""The folder of what is no page, but stands in pages written by hand."""


@dataclass(frozen=True)
class Site:
    """What the site is called, where it stands, and on what terms its data may be used."""

    name: str
    address: str
    licence: str
    draft: bool = False
    """Whether it is being written just now: then its pages do not name the version of the data, which each edit
    changes, so that an edit makes no other page anew than those that it touches."""

    def page(self, record: Record, claim: Claim | None = None) -> str:
        """Return the permanent address of a record, or of a claim on it."""
        return self.below(path(record)) + (f"#{claim.id}" if claim else "")

    def below(self, path: str) -> str:
        """Return the address of a path of the site, which begins with a stroke."""
        return self.address.rstrip("/") + path


def path(record: Record) -> str:
    """Return the address of a record below that of the site."""
    return f"/{record.folder}/{record.id}/"
