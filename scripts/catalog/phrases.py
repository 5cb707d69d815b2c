"""What a page says in Markdown of its own: links, claims, marks of sources, and lines of facts.

Everything here returns `Markup`, which templates leave alone; everything else they show is escaped.
"""

import re
from collections import Counter
from typing import Protocol

from babel import Locale
from markupsafe import Markup

from catalog.dates import Date
from catalog.link import Catalog, Reference, when
from catalog.parts import Citation, Claim, Issuer, Later, LifeStep, Membership, Name, Office, Participation
from catalog.records import Actor, Dated, Event, Meeting, Place, Record, Source
from catalog.text import Emphasis, Mention, escape, parts
from catalog.years import Years


def shown(value: object) -> Markup:
    """Return what a template is to show: escaped, unless it is Markdown made here."""
    return value if isinstance(value, Markup) else Markup(escape(str(value)))


def joined(*pieces: object, by: str = ", ") -> Markup:
    """Return the pieces that are there, each as it is to be shown."""
    return Markup(by).join(shown(piece) for piece in pieces if piece)


def address(url: str) -> Markup:
    """Return a link to somewhere else; a checked address has no character that could end it."""
    return Markup(f"[{escape(url)}](<{url}>)")


def size(number: int) -> str:
    """Return a number of bytes in words."""
    if number < 100_000:
        return f"{max(number // 1000, 1)} kB"
    return f"{number / 1_000_000:.1f} MB"


def language(code: str) -> str:
    """Return the English name of a language, with its script if the code says one."""
    return Locale.parse(code, sep="-").english_name or code


class Citing(Protocol):
    """What cites sources by their number: a record, or a page that brings several together."""

    @property
    def cited(self) -> list[str]:
        """The ids of the sources, in the order of their numbers."""


class Phrases:
    """Says things about the records of one catalog, on one page: an abbreviation is explained where it comes first."""

    def __init__(self, catalog: Catalog, years: Years, explained: dict[str, str]) -> None:
        """Take the catalog in which ids are looked up, its years, and what its abbreviations are short for."""
        self.catalog = catalog
        self.years = years
        self._explanations = explained
        self._unexplained = dict(explained)

    def anew(self) -> "Phrases":
        """Return the same for another page, on which nothing is explained yet."""
        return Phrases(self.catalog, self.years, self._explanations)

    def to(self, id: str, words: str | None = None, anchor: str | None = None) -> Markup:
        """Return a link to a record; every generated page lies in the folder of its kind."""
        return self.link(self.catalog.records[id], words, anchor)

    def link(self, record: Record, words: str | None = None, anchor: str | None = None) -> Markup:
        """Return a link to the page of a record, also of one that is retired."""
        fragment = f"#{anchor}" if anchor else ""
        return Markup(f"[{escape(words or record.title)}](../{record.folder}/{record.id}.md{fragment})")

    def to_claim(self, reference: Reference) -> Markup:
        """Return a link to where a reference stands: its claim, or its record."""
        return self.to(reference.record.id, anchor=reference.claim.id if reference.claim else "")

    def date(self, date: Date | None) -> Markup:
        """Return a date in words, as a link to its year and month if they have a page."""
        if not date or not (page := self.years.address(date)):
            return shown(date or "")
        return Markup(f"[{escape(str(date))}](../years/{page}){{ .date }}")

    def year(self, label: str) -> Markup:
        """Return the label of a group of records, as a link if it is a year that has a page."""
        known = label in (str(year.number) for year in self.years.all)
        return Markup(f"[{label}](../years/{label}.md)") if known else shown(label)

    def to_address(self, address: object) -> Markup:
        """Return a link to a page or a claim by its address below that of the site."""
        page, _, anchor = str(address).partition("#")
        return self.to(page.strip("/").rpartition("/")[2], str(address), anchor)

    def prose(self, claim: Claim | Later) -> Markup:
        """Return the text of a claim, or of what came of it, with its emphasis and its links."""
        return Markup("").join(self._part(part) for part in parts(claim.text))

    def _part(self, part: str | Mention | Emphasis) -> Markup:
        if isinstance(part, Mention):
            return self.to(part.id, part.words)
        return Markup(f"<em>{escape(part.words)}</em>") if isinstance(part, Emphasis) else self.running(part)

    def running(self, text: str) -> Markup:
        """Return running text in which each abbreviation that the page has not had yet is explained."""
        if not self._unexplained:
            return shown(text)
        words = re.split(rf"\b({'|'.join(self._unexplained)})\b", text)
        return Markup("").join(self._explained(word) for word in words)

    def _explained(self, word: str) -> Markup:
        full = self._unexplained.pop(word, None)
        return Markup(f'<abbr title="{escape(full)}">{word}</abbr>') if full else shown(word)

    def marks(self, citations: list[Citation], record: Citing | None = None) -> Markup:
        """Return the marks behind a sentence: the number of each source on the record's page, or else its publisher."""
        marks, last = [], None
        for citation in citations:
            number = record.cited.index(citation.source) + 1 if record else None
            label = number or self.source(citation.source).publisher.name
            marks.append(self._mark(citation, label if citation.source != last or not citation.at else None))
            last = citation.source
        return joined(*marks, by=" ")

    def _mark(self, citation: Citation, label: str | int | None) -> Markup:
        source = self.source(citation.source)
        anchor = f"#{source.anchor(citation.at)}" if citation.at else ""
        words = joined(label, citation.at)
        return Markup(f'[{words}](../sources/{source.id}.md{anchor} "{escape(source.title)}"){{ .mark }}')

    def source(self, id: str) -> Source:
        """Return the source with this id."""
        source = self.catalog.records[id]
        assert isinstance(source, Source)
        return source

    def source_line(self, id: str) -> Markup:
        """Return a source as a list of sources names it."""
        source = self.source(id)
        agency = source.agency and f"{source.agency.name} on"
        by = joined(source.author, joined(agency, source.publisher.name, by=" "), self.date(source.published))
        return joined(self.to(id), by, by=". ")

    def on_paper(self, id: str) -> Markup:
        """Return the address of a source, which only paper shows: on a screen the link to the source is enough."""
        url = self.source(id).address
        return Markup(f' <span class="printed">{escape(url)}</span>') if url else Markup()

    def reference(self, id: str) -> Markup:
        """Return a source in full, with its addresses, for a page that is read on paper."""
        source = self.source(id)
        archived = source.archived and Markup("Archived copy: {}").format(address(source.archived))
        read = source.accessed and f"Read {source.accessed}"
        at = source.address and address(source.address)
        return joined(self.source_line(id), language(source.language), at, archived, read, by=". ")

    def origins(self, ids: list[str]) -> Markup:
        """Return how many of some sources come from each side, from other states, from the press and so on."""
        found = Counter(self.origin(self.source(id)) for id in ids)
        return joined(*(f"{origin} ({number})" for origin, number in sorted(found.items())))

    def origin(self, source: Source) -> str:
        """Return where a source comes from: the side by name, or the sort of publisher."""
        return self.catalog.titles[source.side] if source.side else str(source.origin)

    def place(self, record: Dated) -> Markup:
        """Return where something happened, from the house to the town."""
        return joined(record.venue, *(self.to(place) for place in record.places))

    def dated(self, record: Record) -> Markup:
        """Return a link to a record, and its date."""
        return joined(self.to(record.id), self.date(when(record)))

    def series(self, meeting: Meeting) -> Markup:
        """Return the body of a meeting and its number in the series."""
        return joined(meeting.body and self.to(meeting.body), self.number(meeting))

    def number(self, meeting: Meeting) -> str:
        """Return the number of a meeting in its series, if a source counts."""
        return f"no. {meeting.number}" if meeting.number else ""

    def roles(self, record: Event | Meeting, actor: Actor) -> Markup:
        """Return in what parts an actor took part in something."""
        return joined(*(part.role for part in record.taking_part if part.actor == actor.id))

    def coordinates(self, place: Place) -> str:
        """Return the coordinates of a place in degrees."""
        return f"{place.latitude:.3f}°, {place.longitude:.3f}° (latitude, longitude)"

    def issuer(self, issuer: Issuer) -> Markup:
        """Return who wrote or published something."""
        return self.to(issuer.actor, issuer.name) if issuer.actor else shown(issuer.name)

    def part(self, part: Participation) -> Markup:
        """Return an actor, its part, and why it stands there if that is not plain."""
        return joined(joined(self.to(part.actor), part.role), part.despite and f"({part.despite})", by=" ")

    def name(self, name: Name) -> Markup:
        """Return another name, marked as being of its language."""
        return Markup(f'<span lang="{name.language}">{escape(name.name)}</span> ({language(name.language)})')

    def office(self, office: Office, record: Record) -> Markup:
        """Return an office, whose it is, when it was held, and its sources."""
        of = office.of and Markup("({})").format(self.to(office.of))
        since = joined(self.date(office.date), self.marks(office.sources, record), by=" ")
        return joined(joined(office.title, of, by=" "), since)

    def member(self, member: Membership, record: Record) -> Markup:
        """Return a member, since when, and the sources."""
        return joined(joined(self.to(member.actor), self.date(member.date)), self.marks(member.sources, record), by=" ")

    def life_step(self, step: LifeStep, record: Record) -> Markup:
        """Return a step in the life of a document, by whom, when, and its sources."""
        note = step.date_note and shown(f"({step.date_note})")
        return joined(
            joined(self.date(step.date) or "No date given", self.act(step), by=": "),
            note,
            self.marks(step.sources, record),
            by=" ",
        )

    def act(self, step: LifeStep) -> Markup:
        """Return what happened to a document in a step of its life, and by whom."""
        what = self.to(step.event, str(step.step)) if step.event else step.step
        return joined(what, step.by and Markup("by {}").format(self.to(step.by)), by=" ")
