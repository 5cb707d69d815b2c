"""The kinds of record, their fields and their links.

What stands here is the model, the JSON Schema that editors use, the data dictionary on the site and
the sentence that an error message quotes: a field's docstring is all four.
"""

from functools import cached_property
from typing import Annotated, ClassVar, Self

from pydantic import AfterValidator, Field, PrivateAttr, StringConstraints, WithJsonSchema

from catalog import problems, text
from catalog.fields import Date, Id, Link, Long, Model, Path, Ref, Short, Url, refs
from catalog.parts import Claim, Issuer, LifeStep, Membership, Name, Office, Participation, RetiredClaim, Sources
from catalog.vocabularies import (
    ActorSort,
    ChangeSort,
    Confidence,
    Contact,
    DocumentSort,
    EventSort,
    Format,
    Level,
    MeetingStatus,
    Origin,
    Outcome,
    Status,
    TopicSort,
)

MENTION = Link(reverse="Mentioned in")


class Record(Model):
    """What every record has."""

    kind: ClassVar[str]
    plural: ClassVar[str]

    title: Short
    """The title, neutral and short."""
    formerly: list[Id] = []
    """Ids that this record had before: their addresses lead here."""
    same_as: list[Url] = []
    """Addresses of the same thing elsewhere, in Wikidata and the like, looked up and not guessed."""

    _id: str = PrivateAttr(default="")
    _places: dict[Path, problems.Place] = PrivateAttr(default_factory=dict)

    def at(self, id: str, places: dict[Path, problems.Place]) -> Self:
        """Tell the record its id, which is the name of its file, and the place of each of its values."""
        self._id, self._places = id, places
        return self

    @property
    def id(self) -> str:
        """The id, which is the name of the file."""
        return self._id

    @property
    def folder(self) -> str:
        """The folder in which its page lies."""
        return self.plural

    @property
    def anchors(self) -> list[str]:
        """The parts of its page that have an address: claims, by all the ids that they had, and claims taken out."""
        return [
            *(id for claim in self.own_claims for id in (claim.id, *claim.formerly)),
            *(claim.id for claim in self.retired_claims),
        ]

    def place(self, path: Path = ()) -> problems.Place:
        """Return the place of the value at `path`, or of the nearest one around it."""
        while path and path not in self._places:
            path = path[:-1]
        return self._places[path]

    def problem(self, path: Path, message: str) -> problems.Problem:
        """Return a problem of the value at `path`."""
        return problems.Problem(self.place(path), ".".join(step for step in path if isinstance(step, str)), message)

    def value(self, path: Path) -> object:
        """Return the value at `path`."""
        value: object = self
        for step in path:
            value = value[step] if isinstance(value, list) and isinstance(step, int) else getattr(value, str(step))
        return value

    @property
    def own_claims(self) -> list[Claim]:
        """The claims on the record; a source has none of its own."""
        return getattr(self, "claims", [])

    @property
    def retired_claims(self) -> list[RetiredClaim]:
        """The claims that stood on the record and stand there no longer."""
        return getattr(self, "retired", [])

    @property
    def cited(self) -> list[str]:
        """The ids of the sources of the record and its claims, in the order of their first use."""
        return list(dict.fromkeys(str(ref) for path, ref in self.refs if path[-1] == "source"))

    @cached_property
    def refs(self) -> list[tuple[Path, Ref]]:
        """Each link to another record, with the path of the field that holds it."""
        found = list(refs(self))
        for number, claim in enumerate(self.own_claims):
            texts: dict[Path, str] = {("since", place, "text"): later.text for place, later in enumerate(claim.since)}
            texts["text",] = claim.text
            for path, words in texts.items():
                mentions = (part for part in text.parts(words) if isinstance(part, text.Mention))
                found += ((("claims", number, *path), MENTION.ref(mention.id)) for mention in mentions)
        return found


class Told(Record):
    """What every record but a source has: it rests on sources."""

    summary: Long
    """What it is in a sentence or two, in your own words; the sources below carry it."""
    names: list[Name] = []
    """Other names, abbreviations and spellings, for search."""
    topics: list[Annotated[Ref, Link("topic", reverse="Records on this topic")]] = []
    """What it is about."""
    sources: Sources
    """Where title, summary and facts are from."""
    claims: list[Claim] = []
    """What the sources say of it, sentence by sentence."""
    retired: list[RetiredClaim] = []
    """Claims that stood here and stand here no longer."""
    confidence: Confidence | None = None
    """How far it can be relied on, where that is less than usual."""
    confidence_note: Long | None = None
    """Why it is less than usual."""


class Dated(Told):
    """What events and meetings share."""

    date: Date | None = None
    """When, as precisely as the source says. Left out where no source says, with a date_note."""
    date_note: Long | None = None
    """What part of the date is inferred and how, or why there is none."""
    places: list[Annotated[Ref, Link("place", "actor", reverse="Took place here")]] = []
    """The towns, or the country or sea where no source says more; a state or territory may stand for itself."""
    venue: Short | None = None
    """The house or the more exact spot, as the source has it."""
    documents: list[Annotated[Ref, Link("document", reverse="Arose or figured in")]] = []
    """Documents that it brought about or that it concerns."""


class Actor(Told):
    """Who acts: persons, states, organisations, bodies and groups."""

    kind = "actor"
    plural = "actors"

    classification: ActorSort
    """What sort of actor it is."""
    sides: list[Annotated[Ref, Link("actor", reverse="Speaking for it")]] = []
    """The side it speaks for: the id of the actor that is the side. Two for a body of both, none for others."""
    date: Date | None = None
    """From when to when a body or state existed, as far as the sources say."""
    offices: list[Office] = []
    """Offices that a person holds or held."""
    no_office: Long | None = None
    """Why a person stands here without an office."""
    members: list[Membership] = []
    """Members of an organisation or body."""
    predecessor: Annotated[Ref, Link("actor", reverse="Followed by")] | None = None
    """The body whose place it took."""


class Event(Dated):
    """What happened or was planned, other than the sides' meetings."""

    kind = "event"
    plural = "events"

    classification: EventSort
    """What sort of event it is."""
    status: Status
    """What became of it, as far as the sources say."""
    actors: list[Participation] = []
    """Who had a part in it."""
    meeting: Annotated[Ref, Link("meeting", reverse="What happened there")] | None = None
    """The meeting at which it happened."""
    contact: Contact | None = None
    """The state of formal contact between the sides that it brought about."""

    @property
    def taking_part(self) -> list[Participation]:
        """Who had a part in it."""
        return self.actors


class Meeting(Dated):
    """When the sides met, or were to meet."""

    kind = "meeting"
    plural = "meetings"

    level: Level
    """The rank of those at the table."""
    format: Format
    """How they met. Formal only where a source says so."""
    status: MeetingStatus
    """What became of it, as far as the sources say."""
    body: Annotated[Ref, Link("actor", reverse="Meetings")] | None = None
    """The body that met, where a source says that it was one."""
    number: Annotated[int, Field(ge=1)] | None = None
    """Its number in the series of the body, where a source counts."""
    session: Short | None = None
    """What tells it apart from another meeting of the same body on the same day."""
    participants: list[Participation] = []
    """Who met, or was to meet."""
    prepares: Annotated[Ref, Link("meeting", reverse="Prepared by")] | None = None
    """The meeting that it prepares."""
    replaced_by: Annotated[Ref, Link("meeting", reverse="In place of")] | None = None
    """The meeting that was held in its place."""

    @property
    def taking_part(self) -> list[Participation]:
        """Who met, or was to meet."""
        return self.participants


class Topic(Told):
    """What the sides work on together or differ over."""

    kind = "topic"
    plural = "topics"

    classification: TopicSort
    """Whether the sides work together on it or differ over it."""
    parent: Annotated[Ref, Link("topic", reverse="Parts of it")] | None = None
    """The wider topic of which it is a part."""
    one_sided: Long | None = None
    """Why claims of no more than one side stand here."""


class Document(Told):
    """Treaties, agreements and other texts, and their life."""

    kind = "document"
    plural = "documents"

    classification: DocumentSort
    """What sort of document it is."""
    parties: list[Annotated[Ref, Link("actor", reverse="Party to")]] = []
    """Whose document it is."""
    life: list[LifeStep] = []
    """What happened to it, from the first draft to the end."""
    address: Url | None = None
    """Where its text stands."""


class Source(Record):
    """Where everything here is from."""

    kind = "source"
    plural = "sources"

    publisher: Issuer
    """Who published it."""
    agency: Issuer | None = None
    """The agency whose text it carries."""
    author: Short | None = None
    """The author by name."""
    published: Date | None = None
    """When it was published."""
    date_note: Long | None = None
    """What part of the date is inferred and how, or why there is none."""
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
    """Its language: en, ru, fr (ISO 639)."""
    origin: Origin
    """Where it comes from."""
    side: Annotated[Ref, Link("actor", reverse="Published by this side")] | None = None
    """The side that published it, where the origin is party."""
    address: Url | None = None
    """Where it stands."""
    archived: Url | None = None
    """Where an archived copy stands."""
    accessed: Date | None = None
    """The day on which it was last read."""
    locators: list[Short] = []
    """The places in it that may be cited, in order, where it has been gone through whole."""
    summary: Long | None = None
    """What it is and what is odd about the copy."""

    @staticmethod
    def anchor(locator: str) -> str:
        """Return the anchor of a locator on the source's page: p5 for ¶5, headline for headline."""
        return text.slug(locator)


class Place(Told):
    """Where it happened: towns, countries and seas."""

    kind = "place"
    plural = "places"

    country: Short | None = None
    """The country in which it lies; left out for countries themselves and for seas."""
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    """Its latitude in degrees, north positive, for a town or spot."""
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    """Its longitude in degrees, east positive, for a town or spot."""


class Change(Record):
    """What was added to the data, changed, corrected or withdrawn."""

    kind = "change"
    plural = "changes"

    date: Date
    """The day on which it was published."""
    classification: ChangeSort
    """What sort of change it is."""
    summary: Long
    """What changed, and for a correction what was wrong, in a sentence or two."""
    records: list[Annotated[Ref, Link(reverse="Changes")]] = []
    """The records that it touched; left out where it touched all that there were."""


KINDS: tuple[type[Record], ...] = (Actor, Event, Meeting, Topic, Document, Place, Source, Change)
FOLDER = {kind.kind: kind.plural for kind in KINDS}


def _kind(value: str) -> str:
    if value not in FOLDER:
        raise ValueError(f"'{value}' is not a kind of record; use one of {', '.join(FOLDER)}")
    return value


class Retired(Record):
    """A record that stands here no longer: what answers at its address says what became of it."""

    kind = "retired"
    plural = "retired"

    was: Annotated[str, AfterValidator(_kind), WithJsonSchema({"type": "string", "enum": list(FOLDER)})]
    """The kind of record that it was."""
    outcome: Outcome
    """What became of it."""
    to: list[Annotated[Ref, Link(reverse="Took over from")]] = []
    """The record, or the records, that tell it now."""
    date: Date
    """The day on which it was taken out."""
    reason: Long
    """Why it was taken out."""
    claim_ids: list[Id] = []
    """The ids that its claims had: their addresses answer too."""

    @property
    def folder(self) -> str:
        """The folder in which its page lies: that of the kind that it was."""
        return FOLDER[self.was]

    @property
    def anchors(self) -> list[str]:
        """The parts of its page that have an address."""
        return self.claim_ids


FILES: tuple[type[Record], ...] = (*KINDS, Retired)
