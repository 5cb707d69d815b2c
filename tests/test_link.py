"""Records linked: what leads to a record, in which order things stand, and whose claim is whose."""

from collections.abc import Callable
from datetime import date

import pytest
from catalog.check import check
from catalog.link import Catalog, Reference, when
from catalog.read import read
from catalog.records import Meeting, Record, Source
from conftest import World

SOURCED = "summary: It is told.\nsources:\n  - source: log\n    at: p. 1\n"
LOG = "title: Log\npublisher: {name: Press}\nlanguage: en\norigin: press\n"
TOPIC = "title: {}\nclassification: dispute\n" + SOURCED
ACTOR = "title: {}\nclassification: alliance\nsides: [{}]\n" + SOURCED
EVENT = "title: {}\nclassification: incident\nstatus: occurred\n{}\n" + SOURCED
MEETING = "title: Moot\nlevel: experts\nformat: talks\nstatus: held\ndate: {}\n" + SOURCED
CLAIM = "  - id: {}\n    text: {}\n    sources: [{{source: log}}]\n"
Link = Callable[[dict[str, str]], Catalog]


@pytest.fixture
def linked(world: World) -> Link:
    """Link a world that has the log besides what is given."""

    def make(files: dict[str, str]) -> Catalog:
        reading = read(world({"sources/log.yaml": LOG, **files}))
        assert check(reading, whole=False) == []
        return Catalog(reading.records)

    return make


def _source(catalog: Catalog, id: str) -> Source:
    source = catalog.records[id]
    assert isinstance(source, Source)
    return source


def _named(references: list[Reference]) -> list[tuple[str, str | None]]:
    return [(reference.record.id, reference.claim.id if reference.claim else None) for reference in references]


def _ids(records: list[Record]) -> list[str]:
    return [record.id for record in records]


def test_link_is_seen_from_the_other_end_with_its_label(linked: Link) -> None:
    catalog = linked(
        {
            "topics/sea.yaml": TOPIC.format("Sea"),
            "topics/tides.yaml": TOPIC.format("Tides") + "parent: sea\ntopics: [sea]\n",
            "actors/mer.yaml": ACTOR.format("Mer", "mer"),
            "events/storm.yaml": EVENT.format("Storm", "date: 1901")
            + "actors: [{actor: mer, role: Host}]\nclaims:\n"
            + CLAIM.format("rough", "The [[sea]] was rough.")
            + "    by: mer\n    topics: [sea]\n",
        }
    )
    sea, mer = catalog.records["sea"], catalog.records["mer"]
    labels = {label: _named(references) for label, references in catalog.connections(sea).items()}
    assert labels == {
        "Mentioned in": [("storm", "rough")],
        "Parts of it": [("tides", None)],
        "Records on this topic": [("tides", None)],
    }
    assert list(labels) == sorted(labels)
    assert _named(catalog.references(sea, "Claims on this topic")) == [("storm", "rough")]
    assert _named(catalog.references(mer, "Said by")) == [("storm", "rough")]
    assert _named(catalog.references(mer, "Took part in")) == [("storm", None)]
    assert catalog.connections(mer) == {}  # its page lists what it took part in by itself


def test_record_does_not_refer_to_itself(linked: Link) -> None:
    catalog = linked({"actors/mer.yaml": ACTOR.format("Mer", "mer"), "actors/crew.yaml": ACTOR.format("Crew", "mer")})
    assert _named(catalog.references(catalog.records["mer"], "Speaking for it")) == [("crew", None)]


def test_record_that_mentions_another_twice_refers_to_it_once(linked: Link) -> None:
    tides = TOPIC.format("Tides") + "claims:\n" + CLAIM.format("high", "Of the [[sea]], the wide [[sea]].")
    catalog = linked({"topics/sea.yaml": TOPIC.format("Sea"), "topics/tides.yaml": tides})
    assert _named(catalog.references(catalog.records["sea"], "Mentioned in")) == [("tides", "high")]


def test_records_stand_by_first_day_then_last_day_then_title_and_undated_last(linked: Link) -> None:
    dates = {
        "e1": ("Z", "date: 1900"),
        "e2": ("Z", "date: 1901-01-02"),
        "e3": ("A", "date: 1901-01-02/1901-01-03"),
        "e4": ("A", "date: 1901-02"),
        "e5": ("B", "date: 1901-02"),
        "e6": ("A", "date: 1901-02/.."),
        "e7": ("A", "date_note: No source says when."),
        "e8": ("B", "date_note: No source says when."),
    }
    catalog = linked({f"events/{id}.yaml": EVENT.format(*parts) for id, parts in reversed(dates.items())})
    assert _ids(catalog.of("event")) == list(dates)
    reordered = Catalog(reversed(catalog.records.values()))
    assert list(reordered.records) == list(catalog.records)


def test_source_is_dated_by_its_publication_and_document_by_its_signing(linked: Link) -> None:
    life = (
        "life:\n  - {step: proposed, date: 1899, sources: [{source: log}]}\n"
        "  - {step: signed, date: 1901-05, sources: [{source: log}]}\n"
    )
    catalog = linked(
        {
            "documents/pact.yaml": "title: Pact\nclassification: treaty\n" + SOURCED + life,
            "documents/draft.yaml": "title: Draft\nclassification: treaty\n" + SOURCED,
            "sources/paper.yaml": LOG + "published: 1902-03-04\n",
            "topics/sea.yaml": TOPIC.format("Sea"),
        }
    )
    found = {id: str(when(record)) for id, record in catalog.records.items() if when(record)}
    assert found == {"pact": "May 1901", "paper": "4 March 1902"}


def test_claims_are_grouped_by_whose_they_are(linked: Link) -> None:
    """First what is told, then each side by its title, then both, then others."""
    speakers = {"no-side": "", "of-both": "a-west, z-east", "of-west": "a-west", "of-east": "z-east"}
    claims = [CLAIM.format(f"by-{id}", "So it is.") + f"    by: {id}\n" for id in speakers]
    catalog = linked(
        {
            "actors/a-west.yaml": ACTOR.format("West League", "a-west"),
            "actors/z-east.yaml": ACTOR.format("East League", "z-east"),
            **{f"actors/{id}.yaml": ACTOR.format(id, sides) for id, sides in speakers.items()},
            "topics/sea.yaml": TOPIC.format("Sea") + "claims:\n" + "".join(claims) + CLAIM.format("told", "It is so."),
        }
    )
    voices = catalog.voices(catalog.claims(catalog.records["sea"]))
    assert [(voice.label, _named(claims)) for voice, claims in voices] == [
        ("What the sources tell", [("sea", "told")]),
        ("Said by East League", [("sea", "by-of-east")]),
        ("Said by West League", [("sea", "by-of-west")]),
        ("Said by both sides", [("sea", "by-of-both")]),
        ("Said by others", [("sea", "by-no-side")]),
    ]


def test_claims_of_one_voice_keep_their_order(linked: Link) -> None:
    claims = [CLAIM.format(id, "It is so.") for id in ("zenith", "middle", "apex")]
    catalog = linked({"topics/sea.yaml": TOPIC.format("Sea") + "claims:\n" + "".join(claims)})
    ((voice, told),) = catalog.voices(catalog.claims(catalog.records["sea"]))
    assert (voice.key, _named(told)) == ("told", [("sea", "zenith"), ("sea", "middle"), ("sea", "apex")])


def test_difference_is_seen_from_both_claims(linked: Link) -> None:
    claims = (
        CLAIM.format("high", "It is high.") + CLAIM.format("low", "It is low.") + "    differs_from: [high]\n"
    ) + CLAIM.format("wet", "It is wet.")
    sea = linked({"topics/sea.yaml": TOPIC.format("Sea") + "claims:\n" + claims}).records["sea"]
    catalog = Catalog([sea])
    found = {claim.id: [other.id for other in catalog.differing(sea, claim)] for claim in sea.own_claims}
    assert found == {"high": ["low"], "low": ["high"], "wet": []}


def test_what_rests_on_a_source_stands_by_its_locators_in_order(linked: Link) -> None:
    topic = TOPIC.partition("sources:")[0] + "sources: [{}]\n"
    catalog = linked(
        {
            "sources/almanac.yaml": LOG + "locators: [headline, ¶2, ¶1]\n",
            "topics/sea.yaml": topic.format("Sea", "{source: almanac, at: ¶1}"),
            "topics/tides.yaml": topic.format("Tides", "{source: almanac, at: headline}, {source: almanac, at: ¶1}"),
        }
    )
    cited = catalog.cited(_source(catalog, "almanac"))
    assert [(place, _named(references)) for place, references in cited.items()] == [
        ("headline", [("tides", None)]),
        ("¶2", []),
        ("¶1", [("sea", None), ("tides", None)]),
    ]


def test_source_without_locators_is_cited_by_page_and_as_a_whole(linked: Link) -> None:
    sea = TOPIC.format("Sea") + "claims:\n" + CLAIM.format("wet", "It is wet.")
    catalog = linked({"topics/sea.yaml": sea})
    cited = {place: _named(references) for place, references in catalog.cited(_source(catalog, "log")).items()}
    assert cited == {"p. 1": [("sea", None)], None: [("sea", "wet")]}


def _neighbours(catalog: Catalog, id: str) -> tuple[str | None, str | None]:
    meeting = catalog.records[id]
    assert isinstance(meeting, Meeting)
    before, after = catalog.neighbours(meeting)
    return before.id if before else None, after.id if after else None


def test_neighbours_of_a_meeting_are_the_meetings_of_its_body_before_and_after(linked: Link) -> None:
    ring, crew = ("body: ring\n", "body: crew\n")
    catalog = linked(
        {
            "actors/ring.yaml": ACTOR.format("Ring", "ring"),
            "actors/crew.yaml": ACTOR.format("Crew", "crew"),
            "meetings/m3.yaml": MEETING.format("1903") + ring,
            "meetings/m1.yaml": MEETING.format("1901") + ring,
            "meetings/m2.yaml": MEETING.format("1902") + ring,
            "meetings/of-crew.yaml": MEETING.format("1902-05") + crew,
            "meetings/of-none.yaml": MEETING.format("1902-06"),
        }
    )
    found = {id: _neighbours(catalog, id) for id in ("m1", "m2", "m3", "of-crew")}
    assert found == {"m1": (None, "m2"), "m2": ("m1", "m3"), "m3": ("m2", None), "of-crew": (None, None)}


def test_meeting_knows_the_events_that_happened_at_it(linked: Link) -> None:
    catalog = linked(
        {
            "meetings/moot.yaml": MEETING.format("1901"),
            "meetings/next.yaml": MEETING.format("1902") + "prepares: moot\n",
            "events/vow.yaml": EVENT.format("Vow", "date: 1901-06\nmeeting: moot"),
            "events/oath.yaml": EVENT.format("Oath", "date: 1901-05\nmeeting: moot"),
            "events/storm.yaml": EVENT.format("Storm", "date: 1901"),
        }
    )
    assert {id: _ids(catalog.happened_at(catalog.records[id])) for id in ("moot", "next", "storm")} == {
        "moot": ["oath", "vow"],
        "next": [],
        "storm": [],
    }


def test_contact_on_a_day_is_what_the_last_event_before_it_brought_about(linked: Link) -> None:
    catalog = linked(
        {
            "events/truce.yaml": EVENT.format("Truce", "date: 1903-05-06\ncontact: formal"),
            "events/storm.yaml": EVENT.format("Storm", 'date: "[1901-02-03..1901-02-05]"\ncontact: suspended'),
            "events/calm.yaml": EVENT.format("Calm", "date: 1902-07-08"),
            "events/rumour.yaml": EVENT.format("Rumour", "date_note: No log says when.\ncontact: ended"),
        }
    )
    assert [event.id for event in catalog.contact()] == ["storm", "truce"]
    days = {
        date(1901, 2, 2): None,
        date(1901, 2, 3): "storm",
        date(1902, 7, 9): "storm",
        date(1903, 5, 5): "storm",
        date(1903, 5, 6): "truce",
        date(1999, 1, 1): "truce",
    }
    found = {day: catalog.contact_on(day) for day in days}
    assert days == {day: event and event.id for day, event in found.items()}


def test_record_was_last_changed_on_the_day_of_the_newest_change_that_touched_it(linked: Link) -> None:
    change = "title: {}\nclassification: changed\nsummary: It is told.\ndate: {}\n"
    catalog = linked(
        {
            "topics/sea.yaml": TOPIC.format("Sea"),
            "topics/tides.yaml": TOPIC.format("Tides"),
            "changes/first.yaml": change.format("All", "1901-02-03"),
            "changes/second.yaml": change.format("Sea alone", "1902-03-04") + "records: [sea]\n",
        }
    )
    assert [change.id for change in catalog.changes] == ["second", "first"]
    assert date(1902, 3, 4) == catalog.changed(catalog.records["sea"])
    assert date(1901, 2, 3) == catalog.changed(catalog.records["tides"])


def test_record_was_not_changed_before_anything_was_published(linked: Link) -> None:
    catalog = linked({"topics/sea.yaml": TOPIC.format("Sea")})
    assert catalog.changed(catalog.records["sea"]) is None
