"""The rules about what a record says of itself: dates, sides, origins, places, confidence and what came of a claim."""

from rules import (
    ACTOR,
    ALMANAC,
    CHANGE,
    EVENT,
    PLACE,
    SINCE,
    TOPIC,
    Refused,
    Sound,
)

NO_ACCESS = "accessed: is missing or no day; write the day on which the address was read"
NO_PLACE = "needs latitude, longitude and country together; add what is missing"
NO_REASON = "confidence and confidence_note belong together; add the one or delete the other"
NO_VERDICT = "an open verdict has no sources, and every other has some; mend one of the two"
SITE = ALMANAC + "address: https://almanac.example/\n"
SINCE_CITED = SINCE + "        sources: [{{source: almanac}}]\n"
NO_ORIGIN = "origin is party with a side, or something else without; mend one of the two"
NORTH = {"actors/north.yaml": ACTOR + "sides: [north]\n"}

REFUSED: Refused = {
    "undated_says_why": [
        (
            {"events/storm.yaml": EVENT},
            [
                "data/events/storm.yaml:1:1: date: is missing; write it as precisely as a source does,"
                " or say in date_note that none gives it"
            ],
        ),
    ],
    "first_of_january_is_meant": [
        (
            {"events/storm.yaml": f"{EVENT}date: {date}\n"},
            [
                f"data/events/storm.yaml:6:7: date: '{date.strip(chr(34))}' names 1 January;"
                " write the year alone if the source gives no more, or say in date_note that it gives the day"
            ],
        )
        for date in ("1901-01-01", "1901-01-01/1901-02", '"[1901-01-01..1901-02-01]"', "1899/1901-01-01")
    ],
    "changes_have_a_day": [
        (
            {"changes/first.yaml": CHANGE + "date: 1901-02\n"},
            ["data/changes/first.yaml:4:7: date: '1901-02' is not a day; write the day of publication"],
        ),
    ],
    "sides_are_their_own": [
        (
            {"actors/isle.yaml": ACTOR, "actors/envoy.yaml": ACTOR + "sides: [isle]\n"},
            ["data/actors/envoy.yaml:5:9: sides: 'isle' is not a side; a side's own record has 'sides: [isle]'"],
        ),
    ],
    "sources_of_a_side_name_it": [
        (
            {"sources/log.yaml": ALMANAC.replace("press", "party")},
            [f"data/sources/log.yaml:4:9: origin: {NO_ORIGIN}"],
        ),
        (
            {"sources/log.yaml": ALMANAC + "side: north\n", "actors/north.yaml": ACTOR + "sides: [north]\n"},
            [f"data/sources/log.yaml:4:9: origin: {NO_ORIGIN}"],
        ),
    ],
    "addresses_have_a_day_of_access": [
        ({"sources/log.yaml": SITE}, [f"data/sources/log.yaml:1:1: {NO_ACCESS}"]),
        ({"sources/log.yaml": SITE + "accessed: 1999-05\n"}, [f"data/sources/log.yaml:6:11: {NO_ACCESS}"]),
        ({"sources/log.yaml": SITE + "accessed: 1999-05-06~\n"}, [f"data/sources/log.yaml:6:11: {NO_ACCESS}"]),
    ],
    "coordinates_are_whole": [
        ({"places/cove.yaml": PLACE + given}, [f"data/places/cove.yaml:1:1: {NO_PLACE}"])
        for given in ("latitude: 0\ncountry: Mer\n", "longitude: 0\ncountry: Mer\n", "latitude: 0\nlongitude: 0\n")
    ],
    "less_confidence_has_a_reason": [
        (
            {"topics/tides.yaml": TOPIC + "confidence: low\n"},
            [f"data/topics/tides.yaml:5:13: confidence: {NO_REASON}"],
        ),
        (
            {"topics/tides.yaml": TOPIC + "confidence_note: One log has it.\n"},
            [f"data/topics/tides.yaml:1:1: confidence: {NO_REASON}"],
        ),
    ],
    "what_came_of_it_has_sources": [
        (
            {"topics/tides.yaml": SINCE.format("confirmed")},
            [f"data/topics/tides.yaml:10:18: claims.since.verdict: {NO_VERDICT}"],
        ),
        (
            {"topics/tides.yaml": SINCE_CITED.format("open")},
            [f"data/topics/tides.yaml:10:18: claims.since.verdict: {NO_VERDICT}"],
        ),
    ],
}
SOUND: Sound = {
    "undated_says_why": [
        {"events/storm.yaml": EVENT + "date: 1901\n"},
        {"events/storm.yaml": EVENT + "date_note: No source says when.\n"},
    ],
    "first_of_january_is_meant": [
        {"events/storm.yaml": EVENT + "date: 1901-01-01\ndate_note: The log names the day.\n"},
        {"events/storm.yaml": EVENT + "date: 1901-01\n"},
    ],
    "changes_have_a_day": [{"changes/first.yaml": CHANGE + "date: 1901-02-03\n"}],
    "sides_are_their_own": [{**NORTH, "actors/envoy.yaml": ACTOR + "sides: [north]\n", "actors/isle.yaml": ACTOR}],
    "sources_of_a_side_name_it": [
        {**NORTH, "sources/log.yaml": ALMANAC.replace("press", "party") + "side: north\n"},
    ],
    "addresses_have_a_day_of_access": [{"sources/log.yaml": SITE + "accessed: 1999-05-06\n"}],
    "coordinates_are_whole": [
        {"places/cove.yaml": PLACE + "latitude: 0\nlongitude: 0\ncountry: Mer\n"},
        {"places/sea.yaml": PLACE, "places/cove.yaml": PLACE + "country: Mer\n"},
    ],
    "less_confidence_has_a_reason": [
        {"topics/tides.yaml": TOPIC + "confidence: medium\nconfidence_note: Two logs differ.\n"}
    ],
    "what_came_of_it_has_sources": [
        {"topics/tides.yaml": SINCE_CITED.format("overtaken")},
        {"topics/tides.yaml": SINCE.format("open")},
    ],
}
