"""Catalog -> {path: iCalendar}: all meetings, and those of each actor that met or took part.

A calendar holds days and nothing vaguer: a meeting stands in it if a source names its day, or its first and last day.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from icalendar import Calendar, Event

from catalog.link import Catalog
from catalog.records import Meeting
from catalog.sites import Site
from catalog.text import slug
from catalog.vocabularies import MeetingStatus

STATUS = {
    MeetingStatus.SCHEDULED: "TENTATIVE",
    MeetingStatus.HELD: "CONFIRMED",
    MeetingStatus.CANCELLED: "CANCELLED",
    MeetingStatus.POSTPONED: "CANCELLED",
    MeetingStatus.NOT_HELD: "CANCELLED",
    MeetingStatus.UNKNOWN: "TENTATIVE",
}


@dataclass(frozen=True)
class Offer:
    """A calendar: its path below docs/, its title, and its meetings, those that have a day and those that have not."""

    path: str
    title: str
    meetings: list[Meeting]

    @property
    def without_day(self) -> list[Meeting]:
        """The meetings that no calendar can hold."""
        return [meeting for meeting in self.meetings if not _days(meeting)]


def offers(catalog: Catalog) -> dict[str, Offer]:
    """Return the calendars that hold a meeting: that of all by the name of their list, `index`, others by actor."""
    met = (meeting for meeting in catalog.of("meeting") if isinstance(meeting, Meeting))
    found = {"index": Offer("meetings/all.ics", "Meetings", list(met))}
    for actor in catalog.of("actor"):
        references = catalog.references(actor, "Meetings", "Took part in")
        meetings = {one.record.id: one.record for one in references if isinstance(one.record, Meeting)}
        found[actor.id] = Offer(f"actors/{actor.id}.ics", actor.title, list(meetings.values()))
    return {id: offer for id, offer in found.items() if len(offer.meetings) > len(offer.without_day)}


def calendars(catalog: Catalog, site: Site) -> dict[str, str]:
    """Return each calendar (RFC 5545) by its path below docs/."""
    offered = offers(catalog)
    every = offered["index"].meetings if offered else []
    entries = {meeting.id: _entry(meeting, days, catalog, site) for meeting in every if (days := _days(meeting))}
    return {offer.path: _calendar(offer, entries, catalog, site) for offer in offered.values()}


def _calendar(offer: Offer, entries: dict[str, Event], catalog: Catalog, site: Site) -> str:
    calendar = Calendar()
    title = f"{offer.title} ({site.name})"
    left_out = f"Left out, for want of a day: {len(offer.without_day)} of {len(offer.meetings)}."
    calendar.add("prodid", f"-//{site.name}//data version {catalog.version}//EN")
    calendar.add("version", "2.0")
    for name, value in (("name", title), ("x-wr-calname", title), ("description", left_out)):
        calendar.add(name, value)
    for meeting in offer.meetings:
        if meeting.id in entries:
            calendar.add_component(entries[meeting.id])
    return str(calendar.to_ical().decode())


def _entry(meeting: Meeting, days: tuple[date, date], catalog: Catalog, site: Site) -> Event:
    first, last = days
    changed = catalog.changed(meeting)
    entry = Event()
    entry.add("uid", f"{meeting.id}@{slug(site.name)}")  # of the name, since a site may move to another host
    entry.add("dtstamp", _stamp(changed or first))
    if changed:
        entry.add("last-modified", _stamp(changed))
    entry.add("dtstart", first)
    entry.add("dtend", last + timedelta(days=1))
    entry.add("summary", meeting.title)
    entry.add("description", f"{meeting.status}. {meeting.summary}")
    entry.add("status", STATUS[meeting.status])
    entry.add("transp", "TRANSPARENT")
    entry.add("url", site.page(meeting))
    place = ", ".join(piece for piece in (meeting.venue, *(catalog.titles[id] for id in meeting.places)) if piece)
    if place:
        entry.add("location", place)
    return entry


def _stamp(day: date) -> datetime:
    return datetime.combine(day, time(), timezone.utc)


def _days(meeting: Meeting) -> tuple[date, date] | None:
    return meeting.date.days if meeting.date else None
