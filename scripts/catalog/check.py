"""The rules that need more than one field or more than one record. Each is a function in `RULES`."""

from collections.abc import Callable, Iterator

from catalog import history, problems, retirement, text, whole_data
from catalog.fields import Path
from catalog.parts import Citation
from catalog.problems import Problem, nearest
from catalog.read import Reading
from catalog.records import FOLDER, Actor, Change, Dated, Place, Record, Retired, Source, Told

Found = Iterator[Problem]


def check(reading: Reading, whole: bool = True) -> list[Problem]:
    """Return every problem of the data, sorted: those of reading it, and those that the rules find.

    The rules of `whole_data` are about the data as a whole; without `whole` a few records can be checked by themselves.
    """
    rules = RULES + whole_data.RULES if whole else RULES
    return sorted({*reading.problems, *(problem for rule in rules for problem in rule(reading))})


def ids_are_unique(reading: Reading) -> Found:
    """An id stands once, in all kinds together, and not again in other capitals."""
    first: dict[str, str] = {}
    for id, kind in reading.files:
        name = f"data/{FOLDER.get(kind, kind)}/{id}.yaml"
        if other := first.get(id.lower()):
            yield Problem(problems.Place(name), "", f"has the id of {other}; rename one of them")
        first.setdefault(id.lower(), name)


def ids_are_free(reading: Reading) -> Found:
    """No id, now or formerly, takes the address of an index page or of another record."""
    current = {record.id for record in reading.records}
    formerly: dict[str, str] = {}
    for record in reading.records:
        if record.id == "index":
            yield record.problem((), "'index' is the address of the list itself; choose another id")
        for number, id in enumerate(record.formerly):
            if id in current or id == "index" or formerly.setdefault(id, record.id) != record.id:
                yield record.problem(("formerly", number), f"'{id}' is the id of another record; leave it out")


def links_lead_to_records(reading: Reading) -> Found:
    """Every link leads to a record, and to one of a kind that the field is for."""
    kinds = dict(reversed(reading.files))
    for record in reading.records:
        for path, ref in record.refs:
            wanted = " or ".join(ref.link.kinds) or "record"
            if ref not in kinds:
                fitting = [id for id, kind in kinds.items() if kind in (ref.link.kinds or FOLDER)]
                remedy = nearest(ref, fitting, "add its file first, or look for its id in data/")
                yield record.problem(path, f"no {wanted} '{ref}'; {remedy}")
            elif kinds[ref] == Retired.kind:
                yield record.problem(path, f"'{ref}' is retired; name what took its place, or delete the link")
            elif ref.link.kinds and kinds[ref] not in ref.link.kinds:
                yield record.problem(path, f"'{ref}' is {_a(kinds[ref])}; this field takes {_a(wanted)}")


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeio" else f"a {noun}"


def links_do_not_turn_back(reading: Reading) -> Found:
    """What prepares, replaces, follows or belongs to something does not lead back to itself."""
    chains = ("prepares", "replaced_by", "predecessor", "parent")
    for name in chains:
        following = {record.id: str(next_) for record in reading.records if (next_ := getattr(record, name, None))}
        for record in reading.records:
            seen, id = {record.id}, following.get(record.id)
            while id and id not in seen:
                seen.add(id)
                id = following.get(id)
            if id == record.id:
                yield record.problem((name,), f"leads back to '{record.id}' itself; break the circle")


def locators_exist(reading: Reading) -> Found:
    """A citation of a source that lists its locators uses one of them."""
    locators = {record.id: record.locators for record in reading.records if isinstance(record, Source)}
    for record in reading.records:
        for path, ref in record.refs:
            if path[-1] != "source" or not locators.get(ref):
                continue
            at = record.value((*path[:-1], "at"))
            listed = f"{ref} has {', '.join(locators[ref])}"
            if at is None:
                yield record.problem(path, f"'{ref}' is cited without 'at'; say where in it: {listed}")
            elif at not in locators[ref]:
                yield record.problem((*path[:-1], "at"), f"'{ref}' has no place '{at}'; {listed}")


def places_in_a_source_are_distinct(reading: Reading) -> Found:
    """The places in a source that are listed or cited each give the source's page an anchor of their own."""
    anchors: dict[tuple[str, str], str] = {}
    for record, path, source, at in _places(reading):
        anchor = Source.anchor(at)
        first = anchors.setdefault((source, anchor), at)
        if not anchor:
            yield record.problem(path, f"'{at}' gives no anchor; name the place with letters or digits")
        elif first != at:
            yield record.problem(path, f"'{at}' and '{first}' would share the anchor '{anchor}'; write both alike")


def _places(reading: Reading) -> Iterator[tuple[Record, Path, str, str]]:
    for record in reading.records:
        if isinstance(record, Source):
            yield from ((record, ("locators", n), record.id, locator) for n, locator in enumerate(record.locators))
        for path, ref in record.refs:
            citation = record.value(path[:-1])
            if isinstance(citation, Citation) and citation.at:
                yield record, (*path[:-1], "at"), ref, citation.at


def claims_have_ids_of_their_own(reading: Reading) -> Found:
    """A claim's id stands once on its record, and `differs_from` names another claim of it."""
    for record in reading.records:
        ids = [claim.id for claim in record.own_claims]
        for number, claim in enumerate(record.own_claims):
            if claim.id in ids[:number]:
                yield record.problem(("claims", number, "id"), f"another claim here is '{claim.id}'; choose another id")
            for place, other in enumerate(claim.differs_from):
                path = ("claims", number, "differs_from", place)
                if other not in ids:
                    yield record.problem(
                        path, f"no claim '{other}' here; {nearest(other, ids, 'name one of this record')}"
                    )
                elif other == claim.id:
                    yield record.problem(path, "a claim does not differ from itself; name the other one")


def links_in_claims_are_closed(reading: Reading) -> Found:
    """What looks like a link in the text of a claim, or of what came of it, is one."""
    for record in reading.records:
        for number, claim in enumerate(record.own_claims):
            for path in (("text",), *(("since", place, "text") for place in range(len(claim.since)))):
                where = ("claims", number, *path)
                plain = "".join(part for part in text.parts(str(record.value(where))) if isinstance(part, str))
                if any(bracket in plain for bracket in ("[[", "]]", "](")):
                    yield record.problem(where, "has brackets that make no link; write [[id]] or [[id|words]]")


def records_are_not_told_twice(reading: Reading) -> Found:
    """No two records of a kind have the same title and date."""
    first: dict[tuple[object, ...], Record] = {}
    for record in reading.records:
        date = getattr(record, "date", None)
        if isinstance(record, Dated) and date:
            other = first.setdefault((record.kind, record.title, date.edtf), record)
            if other is not record:
                yield record.problem(
                    ("title",), f"'{other.id}' has the same title and date; merge them or tell them apart"
                )


def quotes_have_speakers(reading: Reading) -> Found:
    """A quote says whose words it is."""
    for record in reading.records:
        for number, claim in enumerate(record.own_claims):
            if claim.quote and not claim.by:
                yield record.problem(("claims", number, "quote"), "whose words? add 'by', or tell it in your own words")


def undated_says_why(reading: Reading) -> Found:
    """An event or meeting without a date says in date_note that the sources give none."""
    for record in reading.records:
        if isinstance(record, Dated) and not record.date and not record.date_note:
            message = "is missing; write it as precisely as a source does, or say in date_note that none gives it"
            yield record.problem(("date",), message)


def first_of_january_is_meant(reading: Reading) -> Found:
    """A date of 1 January has a note: that is the day that a bare year turns into by mistake."""
    remedy = "write the year alone if the source gives no more, or say in date_note that it gives the day"
    for record in reading.records:
        date = getattr(record, "date", None)
        if date and "-01-01" in date.edtf and not getattr(record, "date_note", None):
            yield record.problem(("date",), f"'{date.edtf}' names 1 January; {remedy}")


def changes_have_a_day(reading: Reading) -> Found:
    """A change of the data has a day: feeds and citations are made from it."""
    for record in reading.records:
        if isinstance(record, Change) and not record.date.day:
            yield record.problem(("date",), f"'{record.date.edtf}' is not a day; write the day of publication")


def sides_are_their_own(reading: Reading) -> Found:
    """A side is an actor that speaks for itself alone."""
    actors = {record.id: record for record in reading.records if isinstance(record, Actor)}
    for record in actors.values():
        for number, side in enumerate(record.sides):
            if side in actors and actors[side].sides != [side]:
                yield record.problem(
                    ("sides", number), f"'{side}' is not a side; a side's own record has 'sides: [{side}]'"
                )


def sources_of_a_side_name_it(reading: Reading) -> Found:
    """A source names its side if, and only if, its origin is one of the sides."""
    for record in reading.records:
        if isinstance(record, Source) and (record.origin == "party") != (record.side is not None):
            yield record.problem(
                ("origin",), "origin is party with a side, or something else without; mend one of the two"
            )


def addresses_have_a_day_of_access(reading: Reading) -> Found:
    """A source with an address says on which day it was read."""
    for record in reading.records:
        if isinstance(record, Source) and record.address and not (record.accessed and record.accessed.day):
            yield record.problem(("accessed",), "is missing or no day; write the day on which the address was read")


def coordinates_are_whole(reading: Reading) -> Found:
    """A place has both coordinates and its country, or no coordinates."""
    for record in reading.records:
        if isinstance(record, Place):
            given = [record.latitude is not None, record.longitude is not None]
            if any(given) and not (all(given) and record.country):
                yield record.problem((), "needs latitude, longitude and country together; add what is missing")


def less_confidence_has_a_reason(reading: Reading) -> Found:
    """A record says how far it can be relied on and why, or neither."""
    for record in reading.records:
        if isinstance(record, Told) and bool(record.confidence) != bool(record.confidence_note):
            message = "confidence and confidence_note belong together; add the one or delete the other"
            yield record.problem(("confidence",), message)


def what_came_of_it_has_sources(reading: Reading) -> Found:
    """What other sources say since has sources, unless they say nothing."""
    for record in reading.records:
        for number, claim in enumerate(record.own_claims):
            for place, later in enumerate(claim.since):
                if (later.verdict == "open") == bool(later.sources):
                    message = "an open verdict has no sources, and every other has some; mend one of the two"
                    yield record.problem(("claims", number, "since", place, "verdict"), message)


FORM: list[Callable[[Reading], Found]] = [
    ids_are_unique,
    ids_are_free,
    links_lead_to_records,
    links_do_not_turn_back,
    locators_exist,
    places_in_a_source_are_distinct,
    claims_have_ids_of_their_own,
    links_in_claims_are_closed,
    records_are_not_told_twice,
    quotes_have_speakers,
    undated_says_why,
    first_of_january_is_meant,
    changes_have_a_day,
    sides_are_their_own,
    sources_of_a_side_name_it,
    addresses_have_a_day_of_access,
    coordinates_are_whole,
    less_confidence_has_a_reason,
    what_came_of_it_has_sources,
]
RULES = FORM + history.RULES + retirement.RULES
