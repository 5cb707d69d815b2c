"""The rules of time: who held an office when, and which meetings of a body are one."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from catalog.dates import Date
from catalog.fields import Path
from catalog.parts import Participation
from catalog.problems import Problem
from catalog.read import Reading
from catalog.records import Actor, Meeting, Record

Found = Iterator[Problem]


def offices_are_held(reading: Reading) -> Found:
    """Who takes part in an office held that office then, or the participation says why it stands there all the same."""
    actors = [record for record in reading.records if isinstance(record, Actor)]
    holders: dict[str, list[tuple[Actor, Date | None]]] = defaultdict(list)
    for actor in actors:
        for office in actor.offices:
            holders[office.title].append((actor, office.date))
    for record in reading.records:
        date: Date | None = getattr(record, "date", None)
        for path, part in _participations(record):
            if not date:
                continue
            terms = holders.get(part.role, [])
            held = any(actor.id == part.actor and (not term or term.meets(date)) for actor, term in terms)
            if part.despite and (held or not terms):
                yield record.problem(
                    (*path, "despite"), f"is not needed: nothing speaks against {part.role}; delete it"
                )
            if terms and not held and not part.despite:
                others = dict.fromkeys(actor.title for actor, term in terms if term and term.meets(date))
                who = f"held then by {' and '.join(others)}" if others else "held then by nobody here"
                remedy = "mend the role or the dates of the office, or say in 'despite' why it is right"
                message = f"'{part.actor}' is not known as {part.role} at the time ({date}), {who}; {remedy}"
                yield record.problem((*path, "role"), message)


def _participations(record: Record) -> Iterator[tuple[Path, Participation]]:
    name = "participants" if record.kind == "meeting" else "actors"
    yield from (((name, number), part) for number, part in enumerate(getattr(record, name, [])))


def meetings_of_a_body_are_told_apart(reading: Reading) -> Found:
    """Two meetings of a body on one day differ in their level, or each says in `session` what tells it apart."""
    first: dict[tuple[object, ...], Meeting] = {}
    for record in reading.records:
        if isinstance(record, Meeting) and record.body and record.date and record.date.day:
            other = first.setdefault((record.body, record.date.day, record.level), record)
            apart = record.session and other.session and record.session != other.session
            if other is not record and not apart:
                message = f"'{other.id}' is of the same body, day and level; merge them, or add 'session' to both"
                yield record.problem(("date",), message)


RULES: list[Callable[[Reading], Found]] = [offices_are_held, meetings_of_a_body_are_told_apart]
