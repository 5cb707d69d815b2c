"""The parts that records are made of: citations, claims, names, offices and the like."""

from typing import Annotated

from pydantic import Field, StringConstraints

from catalog.fields import Date, Id, Link, Long, Model, Prose, Ref, Short
from catalog.vocabularies import Step, Verdict


class Citation(Model):
    """Where something is from."""

    source: Annotated[Ref, Link("source", reverse="Cited by")]
    """The source."""
    at: Short | None = None
    """The place in the source: one of its locators where it lists them, else a page, section or timestamp."""


Sources = Annotated[list[Citation], Field(min_length=1)]


class Later(Model):
    """What other sources say since of what a claim says."""

    verdict: Verdict
    """How it stands to the claim."""
    text: Prose
    """What they say, in your own words; links to records may be used as in a claim."""
    sources: list[Citation] = []
    """Where that is from; none only where the verdict is open."""


class Claim(Model):
    """One sourced sentence. Where it stands, it is one of the things that the record tells."""

    id: Id
    """The claim's own part of its address, for ever."""
    formerly: list[Id] = []
    """Ids that this claim had before: their addresses lead here."""
    text: Prose
    """What is claimed, in your own words. *Emphasis* and links to records, [[id]] or [[id|words]], may be used."""
    by: Annotated[Ref, Link("actor", reverse="Said by")] | None = None
    """Who says so. Left out where the source tells it in its own voice."""
    quote: Long | None = None
    """The speaker's own words, short, where the source has them as direct speech."""
    differs_from: list[Id] = []
    """Claims of this record that other sources make instead of this one."""
    topics: list[Annotated[Ref, Link("topic", reverse="Claims on this topic")]] = []
    """What the claim is about, where positions on it are to be compared."""
    sources: Sources
    """Where the claim is from."""
    since: list[Later] = []
    """What became of it: the claim stays as it was made, and here is what other sources say since."""


class RetiredClaim(Model):
    """A claim that stood on the record and stands there no longer."""

    id: Id
    """The id that it had; its address answers with what is told here."""
    date: Date
    """The day on which it was taken out."""
    reason: Long
    """Why it was taken out."""
    to: Annotated[Ref, Link(reverse="Took over a claim of")] | None = None
    """The record that tells it now, if one does."""
    claim: Id | None = None
    """The claim there that tells it."""


class Name(Model):
    """Another name of the thing."""

    name: Short
    """The name as it is written."""
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?$")]
    """Its language, and its script where that is not the usual one: en, ru, ru-Latn (BCP 47)."""


class Participation(Model):
    """An actor in a part."""

    actor: Annotated[Ref, Link("actor", reverse="Took part in")]
    """Who."""
    role: Short
    """In what part or office. An office that has dates somewhere in the data must be held on the day."""
    despite: Long | None = None
    """Why the office is right although its dates say otherwise."""


class Office(Model):
    """An office that a person holds or held."""

    title: Short
    """The office as it is called."""
    of: Annotated[Ref, Link("actor", reverse="Offices")] | None = None
    """The state, organisation or body whose office it is."""
    date: Date | None = None
    """From when to when, as far as the sources say."""
    sources: Sources
    """Where that is from."""


class Membership(Model):
    """A member of an organisation or body."""

    actor: Annotated[Ref, Link("actor", reverse="Member of")]
    """Who."""
    date: Date | None = None
    """From when to when, as far as the sources say."""
    sources: Sources
    """Where that is from."""


class LifeStep(Model):
    """A step in the life of a document."""

    step: Step
    """What happened to the document."""
    date: Date | None = None
    """When, as precisely as the source says."""
    date_note: Long | None = None
    """How the date was inferred, or that there is none."""
    by: Annotated[Ref, Link("actor", reverse="Acted on the document")] | None = None
    """The party that took the step, where it was not all of them."""
    event: Annotated[Ref, Link("event", reverse="Step in the life of")] | None = None
    """The event that tells of it."""
    sources: Sources
    """Where that is from."""


class Issuer(Model):
    """Who wrote or published a source."""

    name: Short
    """The name, as the source gives it."""
    actor: Annotated[Ref, Link("actor", reverse="Wrote or published")] | None = None
    """Its record, where it has one."""
