"""The register of meetings: what became of each, counted, and what it can be narrowed to."""

from collections import Counter
from collections.abc import Iterable

from catalog.link import Catalog
from catalog.records import Meeting
from catalog.vocabularies import Format, MeetingStatus, Word

CONTEXT = "given as context"
OUTCOMES = {
    MeetingStatus.HELD: "held",
    MeetingStatus.CANCELLED: "not held",
    MeetingStatus.POSTPONED: "not held",
    MeetingStatus.NOT_HELD: "not held",
    MeetingStatus.SCHEDULED: "scheduled",
    MeetingStatus.UNKNOWN: "of unknown outcome",
}
IN_ORDER = list(dict.fromkeys((*OUTCOMES.values(), CONTEXT)))


def outcome(meeting: Meeting) -> str:
    """Return under what a meeting is counted: what became of it, or that it was not one of the sides."""
    return CONTEXT if meeting.format is Format.CONTEXT else OUTCOMES[meeting.status]


def tally(meetings: Iterable[Meeting]) -> str:
    """Return how many of some meetings were held, how many were not, and so on, in words."""
    counts = Counter(outcome(meeting) for meeting in meetings)
    return ", ".join(f"{counts[words]} {words}" for words in IN_ORDER if counts[words])


class Choices:
    """What the register can be narrowed to: of each field the values that some meeting has, with their words."""

    def __init__(self, catalog: Catalog) -> None:
        """Take the catalog whose meetings are chosen from."""
        self.catalog = catalog
        self.meetings = [meeting for meeting in catalog.of("meeting") if isinstance(meeting, Meeting)]

    def fields(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return the fields by name, each with its values and their words."""
        return [
            ("body", self._titles(meeting.body for meeting in self.meetings)),
            ("level", _words(meeting.level for meeting in self.meetings)),
            ("status", _words(meeting.status for meeting in self.meetings)),
            ("topic", self._titles(topic for meeting in self.meetings for topic in meeting.topics)),
        ]

    def _titles(self, ids: Iterable[str | None]) -> list[tuple[str, str]]:
        found = {str(id): self.catalog.titles[id] for id in ids if id}
        return sorted(found.items(), key=lambda choice: choice[1])


def _words(words: Iterable[Word]) -> list[tuple[str, str]]:
    """Return words in the order of their vocabulary."""
    found = set(words)
    return [(word.value, word.label) for word in (type(next(iter(found))) if found else ()) if word in found]
