"""The controlled words: each with the label that a page shows and a sentence that says when to use it.

Levels and formats of meetings, and classifications, follow the usage of the field; where Popolo
(https://www.popoloproject.com) or schema.org has a word, it is that one.
"""

from enum import Enum
from typing import Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from catalog.problems import nearest


class Word(str, Enum):
    """A word of a controlled vocabulary."""

    label: str
    meaning: str

    def __new__(cls, word: str, label: str, meaning: str) -> Self:
        """Make the word with its label and meaning."""
        self = str.__new__(cls, word)
        self._value_, self.label, self.meaning = word, label, meaning
        return self

    def __str__(self) -> str:
        return self.label

    @classmethod
    def read(cls, text: object) -> Self:
        """Return the word that is written `text`; raises ValueError that lists the right ones."""
        words = {word.value: word for word in cls}
        if isinstance(text, str) and text in words:
            return words[text]
        close = nearest(str(text), words, "")
        raise ValueError(f"'{text}' is not a word for this; {close}{' ' if close else ''}use one of {', '.join(words)}")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.read, serialization=core_schema.plain_serializer_function_ser_schema(lambda word: word.value)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {
            "type": "string",
            "enum": [word.value for word in cls],
            "enumDescriptions": [f"{word.label}: {word.meaning}" for word in cls],
        }


class ActorSort(Word):
    """Sorts of actor."""

    ALLIANCE = "alliance", "Alliance", "States bound by a treaty of common defence."
    STATE = "state", "State", "A state, whatever its government."
    TERRITORY = "territory", "Territory", "A territory whose standing is disputed or which is part of a state."
    ORGANISATION = "organisation", "Organisation", "An international or national organisation."
    FORUM = "forum", "Forum", "A council or other body in which the sides meet."
    OFFICE = "office", "Office", "A mission, delegation or office that one side keeps with the other."
    OPERATION = "operation", "Operation or force", "A military operation or force under one name."
    GROUP = "group", "Group", "Several actors of whom a source speaks as one."
    PERSON = "person", "Person", "A natural person."
    NEWS = "news-organisation", "News organisation", "A news agency, broadcaster, newspaper or magazine."


class EventSort(Word):
    """Sorts of event."""

    CONFLICT = "conflict", "Armed conflict", "A war or other use of armed force between organised sides."
    INCIDENT = "incident", "Incident", "An accident, attack or encounter short of armed conflict."
    AGREEMENT = "agreement", "Agreement", "The sides agree on, sign or adopt something that is not a treaty."
    TREATY = "treaty-action", "Step in a treaty's life", "A treaty is signed, ratified, suspended, left or ended."
    DECISION = "decision", "Decision", "One side decides something or commits itself."
    PROPOSAL = "proposal", "Proposal", "One side proposes something to the other."
    STATEMENT = "statement", "Statement", "Somebody says or publishes something."
    SUSPENSION = "suspension", "Suspension", "Contact or cooperation is stopped or cut down."
    RESUMPTION = "resumption", "Resumption", "Contact or cooperation is taken up again."
    EXPULSION = "expulsion", "Expulsion", "Members of a mission are told to leave."
    EXERCISE = "exercise", "Exercise", "A military or civil exercise."
    OPERATION = "operation", "Operation or deployment", "Forces are sent, used or withdrawn, short of armed conflict."
    INSTITUTION = "institution", "Institution", "A body or office is founded, changed or closed."
    ACCESSION = "accession", "Accession", "A state joins or is invited to join."
    APPOINTMENT = "appointment", "Appointment", "A person takes or leaves an office."
    TALKS = "talks", "Talks", "Talks or a conference, other than a meeting in this register."
    PROJECT = "project", "Joint project", "Practical work of the sides together."
    REPORT = "report", "Report or ruling", "A report is published or a court rules."


class TopicSort(Word):
    """Sorts of topic."""

    COOPERATION = "cooperation", "Cooperation", "The sides work together on it, or one says that they should."
    DISPUTE = "dispute", "Dispute", "The sides differ over it."
    BOTH = "both", "Cooperation and dispute", "The sides work together on it and differ over it."
    QUESTION = "question", "Question", "It bears on their relations; no source calls it more."


class DocumentSort(Word):
    """Sorts of document."""

    TREATY = "treaty", "Treaty", "Binding under international law, whatever its name."
    ACT = "act", "Act", "A political act such as a founding act or final act."
    AGREEMENT = "agreement", "Agreement", "An arrangement, memorandum or exchange of letters."
    DECLARATION = "declaration", "Declaration", "A declaration of a summit or of ministers."
    STATEMENT = "statement", "Statement", "A statement or communiqué."
    LETTER = "letter", "Letter", "A letter or note from one side."
    PROGRAMME = "programme", "Programme", "A work programme, work plan or action plan."
    FRAMEWORK = "framework", "Framework", "A framework, guidance or rules of procedure."
    STRATEGY = "strategy", "Strategy", "A strategy or doctrine of one side."
    REPORT = "report", "Report", "A report or study."
    RESOLUTION = "resolution", "Resolution", "A resolution of an international body or parliament."
    PROPOSAL = "proposal", "Proposal", "A draft that one side put forward."


class Step(Word):
    """Steps in the life of a document."""

    PROPOSED = "proposed", "Proposed", "Put forward as a draft."
    AGREED = "agreed", "Agreed", "Its text was agreed on; a signature came later or not at all."
    SIGNED = "signed", "Signed or adopted", "Signed, adopted or published."
    RATIFIED = "ratified", "Ratified", "Ratified by a party."
    IN_FORCE = "in-force", "In force", "Begins to apply."
    APPLIED = "applied", "Applied further", "How it is to be applied was set out, the text itself unchanged."
    CHANGED = "changed", "Changed", "Amended, widened or adapted."
    SUSPENDED = "suspended", "Suspended", "A party, or all, stop applying it."
    RESUMED = "resumed", "Resumed", "A party, or all, apply it again."
    LEFT = "left", "Left", "A party withdraws."
    ENDED = "ended", "Ended", "No longer applies to anyone."


class Status(Word):
    """What became of an event, as far as the sources say (schema.org EventStatusType, and more)."""

    SCHEDULED = "scheduled", "Scheduled", "In the future when the sources wrote; they do not say what became of it."
    OCCURRED = "occurred", "Took place", "A source says that it happened."
    CANCELLED = "cancelled", "Cancelled", "Planned, then called off."
    POSTPONED = "postponed", "Postponed", "Put off to another time."
    UNKNOWN = "unknown", "Outcome unknown", "Searched for; no source says what became of it."


class MeetingStatus(Word):
    """What became of a meeting, as far as the sources say (schema.org EventStatusType, and more)."""

    SCHEDULED = "scheduled", "Scheduled", "In the future when the sources wrote; they do not say what became of it."
    HELD = "held", "Held", "A source says that they met."
    CANCELLED = "cancelled", "Cancelled", "Planned, then called off."
    POSTPONED = "postponed", "Postponed", "Put off to another time."
    NOT_HELD = "not-held", "Not held", "Asked for or proposed, and never called."
    UNKNOWN = "unknown", "Outcome unknown", "Searched for; no source says what became of it."


class Level(Word):
    """Who met: the rank of those at the table."""

    HEADS = "heads-of-state", "Heads of state and government", "Presidents and heads of government."
    SECRETARY_GENERAL = "secretary-general", "Head of the organisation", "Its Secretary General with a counterpart."
    MINISTERS = "ministers", "Ministers", "Ministers; the source does not say which."
    FOREIGN_MINISTERS = "foreign-ministers", "Foreign ministers", "Ministers of foreign affairs."
    DEFENCE_MINISTERS = "defence-ministers", "Defence ministers", "Ministers of defence."
    DEPUTY_MINISTERS = "deputy-ministers", "Deputy ministers", "Deputy ministers."
    AMBASSADORS = "ambassadors", "Ambassadors", "Ambassadors, permanent representatives or envoys."
    CHIEFS_OF_DEFENCE = "chiefs-of-defence", "Chiefs of defence", "Chiefs of defence or of the general staff."
    MILITARY_REPRESENTATIVES = "military-representatives", "Military representatives", "Permanent military envoys."
    SENIOR_MILITARY = "senior-military", "Military leaders", "High officers; the source gives no closer rank."
    SENIOR_OFFICIALS = "senior-officials", "Senior officials", "High officials below ministers."
    EXPERTS = "experts", "Experts", "Experts, committees and working groups."
    PARLIAMENTARIANS = "parliamentarians", "Parliamentarians", "Members of parliaments."
    UNSPECIFIED = "unspecified", "Level not given", "No source says who met."


class Format(Word):
    """How they met."""

    FORMAL = "formal", "Formal", "A source calls it formal."
    INFORMAL = "informal", "Informal", "A source calls it informal."
    REGULAR = "regular", "Regular session", "A session that no source calls formal, informal or extraordinary."
    EXTRAORDINARY = "extraordinary", "Extraordinary", "A source calls it extraordinary, special or urgent."
    SUMMIT = "summit", "Summit", "Heads of state and government meet."
    TALKS = "talks", "Talks", "Talks outside a standing body."
    VISIT = "visit", "Visit", "One side visits the other."
    TELEPHONE = "telephone", "By telephone or video", "They did not meet in one place."
    CONFERENCE = "conference", "Conference", "A conference or seminar."
    WORKING = "working", "Working meeting", "Experts or staff at work."
    CONTEXT = "context", "Context", "Not a meeting of the two sides; it bears on them."
    UNSPECIFIED = "unspecified", "Format not given", "No source says how they were to meet."


class Contact(Word):
    """The state of formal contact between the sides that follows an event."""

    NONE = "none", "No contact", "There is no contact."
    LIAISON = "liaison", "Liaison", "There are envoys or occasional talks, but no formal meetings."
    FORMAL = "formal", "Formal contact", "The sides meet formally."
    LIMITED = "limited", "Limited contact", "Part of the contact is stopped."
    SUSPENDED = "suspended", "Contact suspended", "Formal contact is stopped and may be taken up again."
    ENDED = "ended", "Contact ended", "Formal contact is given up for good."


class Origin(Word):
    """Where a source comes from."""

    PARTY = "party", "One of the sides", "Published by one of the sides themselves; `side` says which."
    STATE = "state", "A state", "Published by a government or an authority of a state."
    INTERNATIONAL = "international", "International organisation", "Published by an international organisation."
    PRESS = "press", "Press", "Published by a news organisation."
    SCHOLARSHIP = "scholarship", "Scholarship", "Published by researchers or a research institute."
    REFERENCE = "reference", "Reference work", "An encyclopaedia, handbook or collection."


class Verdict(Word):
    """What became of a claim, as far as other sources say since."""

    CONFIRMED = "confirmed", "Confirmed", "Other sources say the same."
    REFINED = "refined", "Refined", "Other sources add a day, a number or a distinction."
    OVERTAKEN = "overtaken", "Overtaken", "What was expected did not come about as expected."
    CONTRADICTED = "contradicted", "Contradicted", "Other sources say otherwise."
    OPEN = "open", "Open", "Searched for; no other source says anything of it."


class ChangeSort(Word):
    """Sorts of change to the data."""

    ADDED = "added", "Added", "Records or claims that were not here before."
    CHANGED = "changed", "Changed", "Records tell more, or tell it better; what they told was not wrong."
    CORRECTED = "corrected", "Corrected", "Something that was told here was wrong."
    WITHDRAWN = "withdrawn", "Withdrawn", "Something that stood here stands no longer."


class Outcome(Word):
    """What became of a record that stands here no longer."""

    MERGED = "merged", "Merged into another record", "One other record tells it now."
    SPLIT = "split", "Split into several records", "Several other records tell it now, each its part."
    WITHDRAWN = "withdrawn", "Withdrawn", "No record tells it any more."


class Confidence(Word):
    """How far a record can be relied on, where that is less than usual."""

    MEDIUM = "medium", "Medium confidence", "One source that is indirect, inferred or reposted, or sources that differ."
    LOW = "low", "Low confidence", "One source that is one-sided, unclear or seen only in part."
