"""The rules of what stands here no longer: what was published answers, and leads on to something that is there."""

import re
from collections.abc import Callable, Iterator

from catalog.fields import Path
from catalog.problems import Place, Problem, nearest
from catalog.read import LEDGER, Reading
from catalog.records import FOLDER, Record, Retired
from catalog.vocabularies import Outcome

Found = Iterator[Problem]
ADDRESS = rf"/({'|'.join(FOLDER.values())})/[^/#.]+/(#.+)?"


def retired_records_lead_on(reading: Reading) -> Found:
    """A record that was merged leads to one record, one that was split to several, one that was withdrawn to none."""
    fitting = {Outcome.MERGED: "one record", Outcome.SPLIT: "two records or more", Outcome.WITHDRAWN: "no record"}
    for record in reading.records:
        if isinstance(record, Retired):
            outcome = Outcome.MERGED if len(set(record.to)) == 1 else Outcome.SPLIT if record.to else Outcome.WITHDRAWN
            if outcome is not record.outcome:
                wanted = fitting[record.outcome]
                message = f"what is {record.outcome.value} leads to {wanted}; mend this or 'outcome'"
                yield record.problem(("to",), message)


def retiring_has_a_day(reading: Reading) -> Found:
    """What stands here no longer says on which day it was taken out."""
    for record in reading.records:
        if isinstance(record, Retired) and not record.date.day:
            yield record.problem(
                ("date",), f"'{record.date.edtf}' is not a day; write the day on which it was taken out"
            )
        for number, claim in enumerate(record.retired_claims):
            if not claim.date.day:
                message = f"'{claim.date.edtf}' is not a day; write the day on which it was taken out"
                yield record.problem(("retired", number, "date"), message)


def old_claim_ids_are_free(reading: Reading) -> Found:
    """An id that a claim had is not that of another claim of the record, now or formerly."""
    for record in reading.records:
        taken = {claim.id for claim in record.own_claims}
        for path, id in _old_ids(record):
            if id in taken:
                yield record.problem(path, f"'{id}' is the id of another claim here, now or formerly; leave it out")
            taken.add(id)


def _old_ids(record: Record) -> Iterator[tuple[Path, str]]:
    for number, claim in enumerate(record.own_claims):
        yield from ((("claims", number, "formerly", place), id) for place, id in enumerate(claim.formerly))
    yield from ((("retired", number, "id"), claim.id) for number, claim in enumerate(record.retired_claims))
    if isinstance(record, Retired):
        yield from ((("claim_ids", number), id) for number, id in enumerate(record.claim_ids))


def retired_claims_lead_on(reading: Reading) -> Found:
    """A claim that is told elsewhere leads to a claim that stands there."""
    claims = {record.id: [claim.id for claim in record.own_claims] for record in reading.records}
    for record in reading.records:
        for number, claim in enumerate(record.retired_claims):
            path = ("retired", number, "claim")
            if claim.claim and not claim.to:
                yield record.problem(path, "a claim of which record? add 'to', or leave this out")
            elif claim.claim and claim.to in claims and claim.claim not in claims[claim.to]:
                remedy = nearest(claim.claim, claims[claim.to], "name one that stands there")
                yield record.problem(path, f"no claim '{claim.claim}' on '{claim.to}'; {remedy}")


def published_ids_answer(reading: Reading) -> Found:
    """A record or claim that was published is there, has moved or is retired; a lost record is one problem."""
    if reading.problems:  # a record that could not be read is not gone
        return
    records = {f"/{record.folder}/{id}/": record for record in reading.records for id in (record.id, *record.formerly)}
    answers = {*records, *(f"{page}#{anchor}" for page, record in records.items() for anchor in record.anchors)}
    for number, address in enumerate(reading.ledger, 1):
        if address in answers or not re.fullmatch(ADDRESS, address):
            continue
        page, _, anchor = address.partition("#")
        if not anchor or page in answers:
            remedy = _claim_remedy(anchor, page, records[page], reading) if anchor else _page_remedy(page, reading)
            message = f"nothing answers {address} any more; {remedy}"
            yield Problem(Place(f"data/{LEDGER}", number), "", message)


def _page_remedy(page: str, reading: Reading) -> str:
    _, folder, id, _ = page.split("/")
    here = {f"/{record.folder}/{record.id}/": record.id for record in reading.records if record.folder == folder}
    new = [here[page] for page in here.keys() - set(reading.ledger)]
    return f"{_formerly(id, 'record', new)}, or say in data/retired/{id}.yaml why it is gone"


def _claim_remedy(anchor: str, page: str, record: Record, reading: Reading) -> str:
    file = record.place().file
    if isinstance(record, Retired):
        return f"put '{anchor}' into claim_ids of {file}"
    new = [claim.id for claim in record.own_claims if f"{page}#{claim.id}" not in reading.ledger]
    return f"{_formerly(anchor, 'claim', new)}, or say in 'retired' of {file} why it is gone"


def _formerly(id: str, what: str, new: list[str]) -> str:
    close = nearest(id, new, "")
    return f"put '{id}' into formerly of the {what} that took its place{close and f' ({close})'}"


RULES: list[Callable[[Reading], Found]] = [
    retired_records_lead_on,
    retiring_has_a_day,
    old_claim_ids_are_free,
    retired_claims_lead_on,
    published_ids_answer,
]
