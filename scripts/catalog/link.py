"""records -> Catalog: links resolved and reversed, everything in one order."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from catalog.dates import Date
from catalog.parts import Citation, Claim
from catalog.records import Actor, Change, Dated, Document, Event, Meeting, Record, Retired, Source
from catalog.vocabularies import Step

AS_CLAIMS = ("Said by", "Claims on this topic", "Cited by")
AS_LISTS = ("Took part in", "Meetings")
UNDATED = "No date given"


@dataclass(frozen=True)
class Reference:
    """A link seen from the record that it leads to: what it is called there, and where it comes from."""

    label: str
    record: Record
    claim: Claim | None = None
    at: str | None = None


class Voice(NamedTuple):
    """Whose claim it is: its place in the order, the heading over its claims, and a key."""

    rank: int
    label: str
    key: str


class Catalog:
    """All records, linked: the doorway to the data for all that renders it."""

    def __init__(self, records: Iterable[Record]) -> None:
        """Take records that have passed the check."""
        ordered = sorted(records, key=order)
        self.records = {record.id: record for record in ordered if not isinstance(record, Retired)}
        self.retired = [record for record in ordered if isinstance(record, Retired)]
        self.titles = {id: record.title for id, record in self.records.items()}
        self._of_kind: dict[str, list[Record]] = defaultdict(list)
        for record in self.records.values():
            self._of_kind[record.kind].append(record)
        self._references: dict[str, dict[object, Reference]] = defaultdict(dict)
        for record in self.records.values():
            for path, ref in record.refs:
                if ref != record.id:
                    claim = record.own_claims[int(path[1])] if path[0] == "claims" else None
                    citation = record.value(path[:-1])
                    at = citation.at if isinstance(citation, Citation) else None
                    once = (ref.link.reverse, record.id, claim and claim.id, at)
                    self._references[ref][once] = Reference(ref.link.reverse, record, claim, at)

    def of(self, kind: str) -> list[Record]:
        """Return the records of a kind, in order."""
        return list(self._of_kind[kind])

    @property
    def moved(self) -> list[tuple[str, Record]]:
        """Each id that a record had before, and what stands under its new one."""
        return [(id, record) for record in (*self.records.values(), *self.retired) for id in record.formerly]

    def happenings(self) -> list[Dated]:
        """Return the events and meetings in order, but for the events that lists show with their meeting."""
        dated = (record for record in self.records.values() if isinstance(record, Dated))
        return [record for record in dated if not (isinstance(record, Event) and record.meeting)]

    def happened_at(self, record: Record) -> list[Record]:
        """Return the events that happened at a meeting: lists show them with it, not twice."""
        return [reference.record for reference in self.references(record, "What happened there")]

    def neighbours(self, meeting: Meeting) -> tuple[Record | None, Record | None]:
        """Return the meetings of the same body that come before and after a meeting."""
        series = [other for other in self.of("meeting") if isinstance(other, Meeting) and other.body == meeting.body]
        place = series.index(meeting)
        return series[place - 1] if place else None, series[place + 1] if place + 1 < len(series) else None

    def contact(self) -> list[Event]:
        """Return the events that changed the state of formal contact, in order."""
        events = (event for event in self.of("event") if isinstance(event, Event))
        return [event for event in events if event.contact and event.date and event.status == "occurred"]

    def contact_on(self, day: date) -> Event | None:
        """Return the event that brought about the state of contact on a day; None before the first."""
        before = [event for event in self.contact() if event.date and (event.date.earliest or date.min) <= day]
        return before[-1] if before else None

    @cached_property
    def version(self) -> str:
        """A name for just this state of the data: the same for the same content, whatever the clock says."""
        records = [*self.records.values(), *self.retired]
        content = [(record.id, record.kind, record.model_dump(mode="json")) for record in records]
        return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:16]

    @cached_property
    def changes(self) -> list[Change]:
        """What was changed in the data, the newest first."""
        return [change for change in reversed(self.of("change")) if isinstance(change, Change)]

    def changed(self, record: Record) -> date | None:
        """Return the day on which a record was last changed; None before anything was published."""
        days = (change.date.day for change in self.changes if not change.records or record.id in change.records)
        return next(days, None)

    def claims(self, record: Record) -> list[Reference]:
        """Return the claims that stand on a record itself."""
        return [Reference("", record, claim) for claim in record.own_claims]

    def differing(self, record: Record, claim: Claim) -> list[Claim]:
        """Return the claims of the record that other sources make instead of this one."""
        return [
            other for other in record.own_claims if other.id in claim.differs_from or claim.id in other.differs_from
        ]

    def cited(self, source: Source) -> dict[str | None, list[Reference]]:
        """Return what rests on a source by the place in it: its locators in order, then others, None for the whole."""
        places: dict[str | None, list[Reference]] = {locator: [] for locator in source.locators}
        for reference in self.references(source, "Cited by"):
            places.setdefault(reference.at, []).append(reference)
        return places

    def references(self, record: Record, *labels: str) -> list[Reference]:
        """Return what leads to a record under these labels, in order."""
        return [reference for reference in self._references[record.id].values() if reference.label in labels]

    def connections(self, record: Record) -> dict[str, list[Reference]]:
        """Return what leads to a record by label, but for what its page shows in a way of its own."""
        by_label: dict[str, list[Reference]] = defaultdict(list)
        for reference in self._references[record.id].values():
            if reference.label not in AS_CLAIMS:
                by_label[reference.label].append(reference)
        linked = {other.record.id for label, others in by_label.items() if label != "Mentioned in" for other in others}
        mentioned = [other for other in by_label.pop("Mentioned in", []) if other.record.id not in linked]
        shown = {label: others for label, others in by_label.items() if label not in AS_LISTS}
        return dict(sorted((shown | ({"Mentioned in": mentioned} if mentioned else {})).items()))

    def voices(self, claims: Iterable[Reference]) -> list[tuple[Voice, list[Reference]]]:
        """Group claims by voice: told by the sources, said by each side, by both, by others."""
        ordered = sorted(claims, key=self.voice)
        return [(voice, list(group)) for voice, group in groupby(ordered, self.voice)]

    def voice(self, reference: Reference) -> Voice:
        """Return whose claim it is: that of the side for which its speaker speaks."""
        speaker = self.records[reference.claim.by] if reference.claim and reference.claim.by else None
        if not isinstance(speaker, Actor):
            return Voice(0, "What the sources tell", "told")
        if not speaker.sides:
            return Voice(3, "Said by others", "others")
        if len(speaker.sides) > 1:
            return Voice(2, "Said by both sides", "both")
        return self.side(speaker.sides[0])

    def side(self, id: str) -> Voice:
        """Return the voice of a side."""
        return Voice(1, f"Said by {self.titles[id]}", id)


def when(record: Record) -> Date | None:
    """Return the date by which a record is sorted: when it was, when it was published or signed."""
    if isinstance(record, Source):
        return record.published
    if isinstance(record, Document):
        return next((step.date for step in record.life if step.step is Step.SIGNED), None)
    return getattr(record, "date", None)


def year(date: Date | None) -> str:
    """Return the year under which a date stands: that of its first day, or where that is open, of its last."""
    return str(date.known.year) if date else UNDATED


def year_of(record: Record) -> int | None:
    """Return the year under which a record stands in lists."""
    date = when(record)
    return date.known.year if date else None


def full_title(record: Record) -> str:
    """Return the title of a record with what tells it from others of the same title."""
    told: list[object] = [record.title]
    if isinstance(record, Source):
        told += [record.publisher.name, record.published]
    elif isinstance(record, Dated):
        told += [record.date]
    return ", ".join(str(piece) for piece in told if piece)


def order(record: Record) -> tuple[bool, object, str, str]:
    """Sort key of records: by date, the undated last, then by title."""
    at = when(record)
    return at is None, at.sort_key if at else None, record.title, record.id
