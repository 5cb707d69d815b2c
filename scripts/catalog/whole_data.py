"""The rules about the data as a whole: what no record can see of itself."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from catalog.problems import Problem
from catalog.read import Reading
from catalog.records import Actor, Topic

Found = Iterator[Problem]


def actors_are_mentioned(reading: Reading) -> Found:
    """Every actor and place is linked from another record."""
    yield from _unlinked(reading, ("actor", "place"), "no other record mentions it; link it or delete it")


def sources_are_used(reading: Reading) -> Found:
    """Every source carries something."""
    yield from _unlinked(reading, ("source",), "nothing rests on it; cite it or delete it")


def _unlinked(reading: Reading, kinds: tuple[str, ...], message: str) -> Found:
    linked = {
        str(ref)
        for record in reading.records
        if record.kind not in ("change", "retired")
        for _, ref in record.refs
        if ref != record.id
    }
    for record in reading.records:
        if record.kind in kinds and record.id not in linked:
            yield record.problem((), message)


def persons_have_an_office(reading: Reading) -> Found:
    """Every person has an office, or a reason why not."""
    for record in reading.records:
        if (
            isinstance(record, Actor)
            and record.classification == "person"
            and bool(record.offices) == bool(record.no_office)
        ):
            yield record.problem(
                ("offices",), "a person has offices, or says in no_office why not; mend one of the two"
            )


def topics_have_more_than_one_side(reading: Reading) -> Found:
    """Every topic has claims of more than one side, or says in one_sided why not."""
    sides = {record.id: record.sides for record in reading.records if isinstance(record, Actor)}
    heard: dict[str, set[str]] = defaultdict(set)
    for record in reading.records:
        for claim in record.own_claims:
            for topic in {*claim.topics, *([record.id] if record.kind == "topic" else [])}:
                heard[topic] |= set(sides.get(claim.by or "", []))
    for record in reading.records:
        if isinstance(record, Topic) and (len(heard[record.id]) > 1) == bool(record.one_sided):
            said = f"claims of {' and '.join(sorted(heard[record.id])) or 'no side'} stand on this topic"
            remedy = (
                "delete it" if record.one_sided else "add claims of the other, or say in one_sided why there are none"
            )
            yield record.problem(("one_sided",), f"{said}; {remedy}")


RULES: list[Callable[[Reading], Found]] = [
    actors_are_mentioned,
    sources_are_used,
    persons_have_an_office,
    topics_have_more_than_one_side,
]
