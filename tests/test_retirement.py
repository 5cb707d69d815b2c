"""The rules of what stands here no longer: worlds in which an old id leads astray, and worlds in which it leads on."""

from collections.abc import Callable

from catalog.check import check
from catalog.read import read
from catalog.retirement import RULES
from conftest import World
from rules import (
    ALMANAC,
    CLAIM,
    EVENT,
    RULE,
    TOPIC,
    Files,
    Refused,
    Sound,
    assert_every_rule_is_tried,
    each_refused,
    each_sound,
)

GONE = "title: Ebb\nwas: topic\ndate: 1905-01-02\nreason: It was none.\n"
MERGED, WITHDRAWN = GONE + "outcome: merged\n", GONE + "outcome: withdrawn\n"
SEA = {"topics/sea.yaml": TOPIC.replace("Tides", "Sea"), "topics/tides.yaml": CLAIM}
RETIRED = CLAIM + "retired:\n  - id: low\n    date: 1905-01-02\n    reason: It was none.\n"
LEADS = "data/retired/ebb.yaml:{}: to: what is {} leads to {}; mend this or 'outcome'"
TAKEN = "is the id of another claim here, now or formerly; leave it out"
NO_DAY = "is not a day; write the day on which it was taken out"

REFUSED: Refused = {
    "retired_records_lead_on": [
        (SEA | {"retired/ebb.yaml": MERGED}, [LEADS.format("1:1", "merged", "one record")]),
        (
            SEA | {"retired/ebb.yaml": MERGED + "to: [sea, tides]\n"},
            [LEADS.format("6:5", "merged", "one record")],
        ),
        (
            SEA | {"retired/ebb.yaml": GONE + "outcome: split\nto: [sea, sea]\n"},
            [LEADS.format("6:5", "split", "two records or more")],
        ),
        (
            SEA | {"retired/ebb.yaml": WITHDRAWN + "to: [sea]\n"},
            [LEADS.format("6:5", "withdrawn", "no record")],
        ),
    ],
    "retiring_has_a_day": [
        (
            {"retired/ebb.yaml": WITHDRAWN.replace("1905-01-02", "1905-01")},
            [f"data/retired/ebb.yaml:3:7: date: '1905-01' {NO_DAY}"],
        ),
        (
            {"topics/tides.yaml": RETIRED.replace("1905-01-02", "1905-01-02~")},
            [f"data/topics/tides.yaml:11:11: retired.date: '1905-01-02~' {NO_DAY}"],
        ),
    ],
    "old_claim_ids_are_free": [
        (
            {"topics/tides.yaml": CLAIM + "    formerly: [high, deep, deep]\n"},
            [
                f"data/topics/tides.yaml:9:16: claims.formerly: 'high' {TAKEN}",
                f"data/topics/tides.yaml:9:28: claims.formerly: 'deep' {TAKEN}",
            ],
        ),
        (
            {"topics/tides.yaml": RETIRED.replace("retired:", "    formerly: [low]\nretired:")},
            [f"data/topics/tides.yaml:11:9: retired.id: 'low' {TAKEN}"],
        ),
        (
            {"retired/ebb.yaml": WITHDRAWN + "claim_ids: [low, low]\n"},
            [f"data/retired/ebb.yaml:6:18: claim_ids: 'low' {TAKEN}"],
        ),
    ],
    "retired_claims_lead_on": [
        (
            {"topics/tides.yaml": RETIRED + "    claim: high\n"},
            ["data/topics/tides.yaml:13:12: retired.claim: a claim of which record? add 'to', or leave this out"],
        ),
        (
            SEA | {"topics/ebb.yaml": RETIRED.replace("Tides", "Ebb") + "    to: tides\n    claim: hihg\n"},
            ["data/topics/ebb.yaml:14:12: retired.claim: no claim 'hihg' on 'tides'; did you mean 'high'?"],
        ),
        (
            SEA | {"topics/ebb.yaml": RETIRED.replace("Tides", "Ebb") + "    to: sea\n    claim: high\n"},
            ["data/topics/ebb.yaml:14:12: retired.claim: no claim 'high' on 'sea'; name one that stands there"],
        ),
    ],
    "published_ids_answer": [
        (
            {
                "addresses.txt": "/topics/\n/topics/sea/\n/topics/sea/#deep\n/topics/tides/\n",
                "topics/tides.yaml": TOPIC,
            },
            [
                "data/addresses.txt:2:1: nothing answers /topics/sea/ any more; put 'sea' into formerly of the record"
                " that took its place, or say in data/retired/sea.yaml why it is gone"
            ],
        ),
        (
            {
                "addresses.txt": "/topics/sea/\n",
                "topics/wide-sea.yaml": TOPIC,
                "events/sea.yaml": EVENT + "date: 1901\n",
            },
            [
                "data/addresses.txt:1:1: nothing answers /topics/sea/ any more; put 'sea' into formerly of the record"
                " that took its place, or say in data/retired/sea.yaml why it is gone"
            ],
        ),
        (
            {"addresses.txt": "/topics/tides/#higher\n", "topics/tides.yaml": CLAIM},
            [
                "data/addresses.txt:1:1: nothing answers /topics/tides/#higher any more; put 'higher' into formerly of"
                " the claim that took its place (did you mean 'high'?), or say in 'retired' of data/topics/tides.yaml"
                " why it is gone"
            ],
        ),
        (
            {"addresses.txt": "/topics/ebb/#low\n", "retired/ebb.yaml": WITHDRAWN},
            [
                "data/addresses.txt:1:1: nothing answers /topics/ebb/#low any more; put 'low' into claim_ids of"
                " data/retired/ebb.yaml"
            ],
        ),
    ],
}
SOUND: Sound = {
    "retired_records_lead_on": [
        SEA | {"retired/ebb.yaml": MERGED + "to: [sea]\n"},
        SEA | {"retired/ebb.yaml": GONE + "outcome: split\nto: [sea, tides]\n"},
        {"retired/ebb.yaml": WITHDRAWN},
    ],
    "retiring_has_a_day": [{"retired/ebb.yaml": WITHDRAWN, "topics/tides.yaml": RETIRED}],
    "old_claim_ids_are_free": [
        {
            "topics/tides.yaml": RETIRED.replace("retired:", "    formerly: [deep]\nretired:"),
            "retired/ebb.yaml": WITHDRAWN + "claim_ids: [high, low]\n",
        }
    ],
    "retired_claims_lead_on": [
        {"topics/tides.yaml": RETIRED},
        {"topics/tides.yaml": RETIRED + "    to: tides\n    claim: high\n"},
        SEA | {"topics/ebb.yaml": RETIRED.replace("Tides", "Ebb") + "    to: sea\n"},
    ],
    "published_ids_answer": [
        {
            "addresses.txt": "/topics/tides/#high\n/topics/tides/#low\n/topics/waves/#low\n/topics/waves/\n",
            "topics/tides.yaml": RETIRED + "formerly: [waves]\n",
        },
        {
            "addresses.txt": "/topics/ebb/#low\n/topics/ebb/\n/topics/flood/\n",
            "retired/ebb.yaml": WITHDRAWN + "claim_ids: [low]\nformerly: [flood]\n",
        },
        {"addresses.txt": "/\n/about/\n/topics/\n/topics/gone.json\n\n", "topics/tides.yaml": TOPIC},
    ],
}


def test_every_rule_is_tried_on_what_it_refuses_and_on_what_it_lets_pass() -> None:
    assert_every_rule_is_tried(RULES, REFUSED, SOUND)


@each_refused(REFUSED)
def test_rule_refuses(world: World, rule: str, files: Files, messages: list[str]) -> None:
    reading = read(world({"sources/almanac.yaml": ALMANAC, **files}))
    assert messages == [str(problem) for problem in check(reading, whole=False)]
    assert messages == [str(problem) for problem in RULE[rule](reading)]


@each_sound(SOUND)
def test_rule_is_content(problems: Callable[..., list[str]], rule: str, files: Files) -> None:
    assert problems({"sources/almanac.yaml": ALMANAC, **files}) == []


def test_nothing_leads_to_what_is_retired(problems: Callable[..., list[str]]) -> None:
    files = {
        "sources/almanac.yaml": ALMANAC,
        "retired/ebb.yaml": WITHDRAWN,
        "retired/flood.yaml": MERGED + "to: [ebb]\n",
        "topics/tides.yaml": CLAIM.replace("are high", "come with the [[ebb]]") + "parent: ebb\n",
        "events/storm.yaml": EVENT + "date: 1901\ntopics: [eb]\n",
    }
    retired = "'ebb' is retired; name what took its place, or delete the link"
    assert problems(files) == [
        "data/events/storm.yaml:7:10: topics: no topic 'eb'; add its file first, or look for its id in data/",
        f"data/retired/flood.yaml:6:6: to: {retired}",
        f"data/topics/tides.yaml:7:11: claims.text: {retired}",
        f"data/topics/tides.yaml:9:9: parent: {retired}",
    ]


def test_id_of_what_is_retired_is_not_given_again(problems: Callable[..., list[str]]) -> None:
    files = {
        "sources/almanac.yaml": ALMANAC,
        "retired/tides.yaml": WITHDRAWN + "formerly: [waves]\n",
        "topics/tides.yaml": TOPIC,
        "topics/sea.yaml": TOPIC.replace("Tides", "Sea") + "formerly: [waves]\n",
    }
    assert problems(files) == [
        "data/topics/sea.yaml:5:12: formerly: 'waves' is the id of another record; leave it out",
        "data/topics/tides.yaml:1:1: has the id of data/retired/tides.yaml; rename one of them",
    ]


def test_retired_record_was_of_a_kind(problems: Callable[..., list[str]]) -> None:
    files = {"retired/ebb.yaml": WITHDRAWN.replace("topic", "tide")}
    assert problems(files) == [
        "data/retired/ebb.yaml:2:6: was: 'tide' is not a kind of record;"
        " use one of actor, event, meeting, topic, document, place, source, change"
    ]
