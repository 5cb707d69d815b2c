"""The addresses that answer, and the ledger of those that were ever published, none of which may be lost.

An address is written as it stands below the root of the site: `/isles/mer/` a page, `/isles/mer/#high` a claim on
it, `/isles/mer.json` a file.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain

from catalog.link import Catalog
from catalog.problems import Place, Problem
from catalog.read import LEDGER
from catalog.records import Retired
from catalog.sites import INCLUDED

Files = Mapping[str, str | bytes]
FILE = r"(/[\w-]+)+(\.\w+)+"  # no `..`: what a line of the ledger has made stays below docs/


def answering(files: Files, by_hand: Iterable[str], catalog: Catalog) -> set[str]:
    """Return the addresses at which the files made, and the pages written by hand, answer.

    That of a claim answers if its anchor stands in the text of the page: it works from any host, without a script.
    """
    found = {_address(path) for path in chain(files, by_hand) if not path.startswith(INCLUDED)}
    for record in chain(catalog.records.values(), catalog.retired):
        for id in (record.id, *record.formerly):
            page = str(files[f"{record.folder}/{id}.md"])
            found |= {f"/{record.folder}/{id}/#{anchor}" for anchor in record.anchors if f'id="{anchor}"' in page}
    return found


def _address(path: str) -> str:
    if not path.endswith(".md"):
        return f"/{path}"
    page = f"/{path.removesuffix('.md')}"
    return page.removesuffix("index") if page.endswith("/index") else f"{page}/"


def kept(files: Files, ledger: Iterable[str], catalog: Catalog) -> dict[str, str | bytes]:
    """Return what answers in place of the files of records that have moved or are retired.

    The file of a record that moved answers with what it is now: a host of plain files cannot lead on, and what reads
    a calendar follows no links. The published file of a retired record answers with what became of it.
    """
    made: dict[str, str | bytes] = {}
    names = {f"{record.folder}/{id}": record for record in catalog.retired for id in (record.id, *record.formerly)}
    for path in (address[1:] for address in ledger if re.fullmatch(FILE, address)):
        if path not in files and _name(path) in names:
            made[path] = _notice(names[_name(path)])
    beside: dict[str, list[str]] = defaultdict(list)
    for path in files:
        beside[_name(path)].append(path)
    for id, record in catalog.moved:
        old, new = f"{record.folder}/{id}", f"{record.folder}/{record.id}"
        copies = {path.replace(new, old, 1): files[path] for path in beside[new]}
        made |= {path: content for path, content in copies.items() if path not in files}
    return made


def _name(path: str) -> str:
    """Return what the page of a record and the files beside it have in common: isles/mer of isles/mer.json."""
    return re.sub(r"^([^/]*/[^/.]*).*", r"\1", path)


def _notice(record: Retired) -> str:
    to = "".join(f"Now told in: {id}\n" for id in record.to)
    return f"{record.title}\n{record.outcome}, {record.date}: {record.reason}\n{to}"


def lost(ledger: list[str], answers: set[str]) -> list[Problem]:
    """Return a problem for each address of the ledger at which nothing answers, although no record or claim is gone."""
    remedy = "make it again, or put something there that says where its content is now"
    return [
        Problem(Place(f"data/{LEDGER}", number), "", f"nothing answers {address} any more; {remedy}")
        for number, address in enumerate(ledger, 1)
        if address and address not in answers
    ]


def published(ledger: Iterable[str], answers: Iterable[str]) -> str:
    """Return the ledger with all that answers now in it, as it is to stand in its file."""
    return "".join(f"{address}\n" for address in sorted({*ledger, *answers} - {""}))
