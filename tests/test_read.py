"""What is refused in a file, in the words that a person is told; and that nothing else is."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from catalog.read import LARGEST, read
from conftest import World
from hypothesis import given, settings
from hypothesis import strategies as st

ALMANAC = "title: Almanac\npublisher: {name: Press}\nlanguage: en\norigin: press\n"
TIDES = "title: Tides\nclassification: dispute\nsummary: Of the sea.\nsources: [{source: almanac}]\n"
STORM = "title: Storm\nclassification: incident\nstatus: occurred\nsummary: It blew.\nsources: [{source: almanac}]\n"
MOOT = "title: Moot\nlevel: experts\nformat: talks\nstatus: held\nsummary: They met.\nsources: [{source: almanac}]\n"
COVE = "title: Cove\nsummary: It is deep.\nsources: [{source: almanac}]\n"
CLAIM = TIDES + "claims:\n  - id: high\n    text: Tides are high.\n    sources: [{source: almanac}]\n"
FIELDS = (
    "title, formerly, same_as, summary, names, topics, sources, claims, retired, confidence, confidence_note,"
    " classification, parent, one_sided"
)
FORMS = '2009-04-29, 2009-04, 2009, 2009-04~, 2009-05-06/2009-06-01, 2009-05-06/.. or "[2009-05-16..2009-05-31]"'
ID_RULE = "use small letters, digits and single hyphens, begin with a letter, at most 80 characters"
SORT = "Whether the sides work together on it or differ over it."
TITLE = "The title, neutral and short."
TOPIC = "What the sides work on together or differ over."
QUOTE = "if a text holds a colon or begins with one of [ { * & % @ or a quotation mark, put all of it in quotes"
EMPTY = "is empty; fill it, or leave the field out if it is not required"
INDENT = f"indent this line like its neighbours; {QUOTE}"
CLOSE = "close the quotation mark or bracket that opens here"
RECORD = (
    "should be a set of fields, at least title, summary, sources, classification;"
    f" write 'name: value' for each ({TOPIC})"
)
WEB = "is not a plain web address; write host and path, no user, port or space"

NOT_YAML = {
    "bracket left open": (
        "title: [a\nsummary: b\n",
        f"2:8: is not YAML: did not find expected ',' or ']'; close the bracket that opens here or before; {QUOTE}",
    ),
    "two colons": (
        "title: a: b\n",
        "1:9: is not YAML: mapping values are not allowed in this context;"
        " a text that holds a colon goes in quotes, or on lines of its own after >-",
    ),
    "quote left open": (
        'title: "a\n',
        f"1:8: is not YAML: found unexpected end of stream; {CLOSE}",
    ),
    "tab": ("title: a\n\tsummary: b\n", "2:1: has a tab in the indentation; use spaces"),
    "tab behind spaces": ("claims:\n  - id: a\n  \ttext: b\n", "3:3: has a tab in the indentation; use spaces"),
    "byte order mark": (
        b"\xef\xbb\xbftitle: a\n",
        "1:1: begins with a byte order mark; save it as UTF-8 without one",
    ),
    "not UTF-8": (b"title: a\nsummary: \xe9t\xe9\n", "2:1: is not UTF-8; save it as UTF-8"),
    "NUL byte": (b"title: a\nsummary: b\0\n", "2:1: holds a NUL byte; delete it"),
    "control character": ("title: a\nsummary: b\x07\n", "2:1: holds a control character; delete it"),
    "text cut by a remark": (
        "title: Tides #1\n",
        "1:8: has a text that ends at a #, for what follows is a comment; put all of it in quotes",
    ),
    "empty file": ("", "1:1: is empty; write the record or delete the file"),
    "white space": (" \n\n", "1:1: is empty; write the record or delete the file"),
    "comments only": ("# a\n# b\n", "1:1: holds only comments; write the record or delete the file"),
    "too large": ("#" * (LARGEST + 1), "1:1: is larger than 200,000 bytes; split the record"),
    "repeated key": (TIDES + "title: Again\n", "5:1: has the key 'title' twice; keep one of them"),
    "repeated key inside": ("sources: [{at: a, at: b}]\n", "1:19: has the key 'at' twice; keep one of them"),
    "alias": (
        "topics: *sea\n",
        "1:9: uses an alias or anchor (* or &); write the value out, or put it in quotes",
    ),
    "anchor": (
        "title: &sea Tides\n",
        "1:8: uses an alias or anchor (* or &); write the value out, or put it in quotes",
    ),
    "tag": (
        "title: !!python/object:os.system ls\n",
        "1:8: uses the tag tag:yaml.org,2002:python/object:os.system; write the plain value, or put it in quotes",
    ),
    "tag of one's own": ("title: !x a\n", "1:8: uses the tag !x; write the plain value, or put it in quotes"),
    "anchor on a key": (
        "&sea title: a\n",
        "1:1: uses an alias or anchor (* or &); write the value out, or put it in quotes",
    ),
    "tag on a key": (
        "!!str title: a\n",
        "1:1: uses the tag tag:yaml.org,2002:str; write the plain value, or put it in quotes",
    ),
    "escaped control character": ('title: a\nsummary: "b\\x02"\n', "2:10: holds a control character; delete it"),
    "escaped NUL": ('title: "a\\0"\n', "1:8: holds a control character; delete it"),
    "second document": (TIDES + "---\ntitle: b\n", "5:1: begins a second document; one file holds one record"),
    "nested too deep": ("a: " + "[" * 5000 + "\n", "1:16: is nested too deep; look at the brackets"),
    "list for a key": ("? [a]\n: b\n", "1:3: has a key that is not a word; look at the brackets and colons"),
    "set of fields for a key": ("{a: b}: c\n", "1:1: has a key that is not a word; look at the brackets and colons"),
}
NOT_A_RECORD = {
    "text": ("tides\n", f"1:1: {RECORD}"),
    "list": ("- tides\n", f"1:1: {RECORD}"),
    "unknown field, nearly right": (
        TIDES + "sumary: a\n",
        f"5:1: sumary: no such field; did you mean 'summary'? the fields are {FIELDS}",
    ),
    "unknown field": (TIDES + "zebra: a\n", f"5:1: zebra: no such field; the fields are {FIELDS}"),
    "unknown field inside": (
        TIDES.replace("almanac}", "almanac, page: 3}"),
        "4:29: sources.page: no such field; the fields are source, at",
    ),
    "missing field": (
        TIDES.replace("classification: dispute\n", ""),
        f"1:1: classification: is missing; add it ({SORT})",
    ),
    "missing field inside": (
        TIDES.replace("source: almanac", "at: p. 3"),
        "4:11: sources.source: is missing; add it (The source.)",
    ),
    "claim without sources": (
        CLAIM.replace("high.\n    sources: [{source: almanac}]", "high."),
        "6:5: claims.sources: is missing; add it (Where the claim is from.)",
    ),
    "claim with no source in the list": (
        CLAIM.replace("high.\n    sources: [{source: almanac}]", "high.\n    sources: []"),
        "8:14: claims.sources: is an empty list; fill it (Where the claim is from.)",
    ),
    "list where text is wanted": (
        TIDES.replace("Tides", "[a, b]"),
        f"1:8: title: should be text; write words, in quotes if need be ({TITLE})",
    ),
    "text where a list is wanted": (
        TIDES + "topics: sea\n",
        "5:9: topics: should be a list; write each item behind a hyphen (What it is about.)",
    ),
    "text where a set of fields is wanted": (
        TIDES.replace("{source: almanac}", "almanac"),
        "4:11: sources: should be a set of fields, at least source; write 'name: value' for each"
        " (Where title, summary and facts are from.)",
    ),
    "too long": (TIDES.replace("Tides", "a" * 101), "1:8: title: is 101 characters long; at most 100 fit"),
    "nothing behind the colon": (
        TIDES.replace("Tides", ""),
        f"1:7: title: {EMPTY} ({TITLE})",
    ),
    "blanks": (TIDES.replace("Tides", "'  '"), f"1:8: title: {EMPTY} ({TITLE})"),
    "word outside the vocabulary": (
        TIDES.replace("dispute", "quarrel"),
        "2:17: classification: 'quarrel' is not a word for this; use one of cooperation, dispute, both, question",
    ),
    "word nearly in the vocabulary": (
        TIDES.replace("dispute", "disputes"),
        "2:17: classification: 'disputes' is not a word for this; did you mean 'dispute'?"
        " use one of cooperation, dispute, both, question",
    ),
    "id of a claim": (CLAIM.replace("high\n", "High Tide\n"), f"6:9: claims.id: 'High Tide' is not an id; {ID_RULE}"),
    "former id": (TIDES + "formerly: [Old]\n", f"5:12: formerly: 'Old' is not an id; {ID_RULE}"),
    "address of another scheme": (
        TIDES + "same_as: ['javascript:alert(1)']\n",
        "5:11: same_as: 'javascript:alert(1)' is not a web address; it must begin with https:// or http://",
    ),
    "address with a user": (
        TIDES + "same_as: ['https://me@sea.example/']\n",
        f"5:11: same_as: 'https://me@sea.example/' {WEB}",
    ),
    "address with a port": (
        TIDES + "same_as: ['https://sea.example:8080/']\n",
        f"5:11: same_as: 'https://sea.example:8080/' {WEB}",
    ),
    "address that ends its link": (
        TIDES + "same_as: ['https://sea.example/>']\n",
        f"5:11: same_as: 'https://sea.example/>' {WEB}",
    ),
    "address of half a host": (TIDES + "same_as: ['http://[sea/']\n", f"5:11: same_as: 'http://[sea/' {WEB}"),
}
NO_DATE = {
    "2009-02-30": "there is no such day as '2009-02-30'; look at the source again",
    "2009-05-00": "'2009-05-00' has a part that is 00; leave out what the source does not say",
    "2009-06/2009-05": "'2009-06/2009-05' ends before it starts; put the earlier date first",
    "[2009-05-16..2009-05-31]": 'should be text; put quotes around a date such as "[2009-05-16..2009-05-31]"',
    "spring": f"'spring' is not a date; write it as one of {FORMS}",
}
NAMES = {
    "topics/Tides.yaml": f"topics/Tides.yaml:1:1: 'Tides' is not an id; {ID_RULE}",
    "topics/spring--tide.yaml": f"topics/spring--tide.yaml:1:1: 'spring--tide' is not an id; {ID_RULE}",
    f"topics/{'a' * 81}.yaml": f"topics/{'a' * 81}.yaml:1:1: '{'a' * 81}' is not an id; {ID_RULE}",
    "topics/tides.yml": "topics/tides.yml:1:1: is not read; a record is a file named <id>.yaml",
    "topics/more/tides.yaml": "topics/more:1:1: is not a plain file; put the record itself here",
    "topic/tides.yaml": "topic:1:1: is not a folder of records; did you mean 'topics'?",
    "zebras/tides.yaml": "zebras:1:1: is not a folder of records;"
    " the folders are actors, events, meetings, topics, documents, places, sources, changes, retired",
}


def _messages(data: Path) -> list[str]:
    return [str(problem) for problem in read(data).problems]


@pytest.mark.parametrize(("content", "message"), NOT_YAML.values(), ids=NOT_YAML)
def test_file_that_is_no_plain_yaml_is_refused(world: World, content: str | bytes, message: str) -> None:
    assert [f"data/topics/tides.yaml:{message}"] == _messages(world({"topics/tides.yaml": content}))


@pytest.mark.parametrize(("content", "message"), NOT_A_RECORD.values(), ids=NOT_A_RECORD)
def test_file_that_is_no_record_is_refused(world: World, content: str, message: str) -> None:
    assert [f"data/topics/tides.yaml:{message}"] == _messages(world({"topics/tides.yaml": content}))


@pytest.mark.parametrize(("date", "message"), NO_DATE.items(), ids=NO_DATE)
def test_what_is_no_date_is_refused(world: World, date: str, message: str) -> None:
    data = world({"events/storm.yaml": f"{STORM}date: {date}\n"})
    assert [f"data/events/storm.yaml:6:7: date: {message}"] == _messages(data)


@pytest.mark.parametrize(("path", "message"), NAMES.items(), ids=NAMES)
def test_file_in_the_wrong_place_is_refused(world: World, path: str, message: str) -> None:
    assert [f"data/{message}"] == _messages(world({path: TIDES}))


@pytest.mark.parametrize("name", [".tides.yaml", "tides.yaml~", ".git/tides.yaml"])
def test_hidden_and_backup_files_are_left_alone(world: World, name: str) -> None:
    reading = read(world({"topics/sea.yaml": TIDES, f"topics/{name}": "[", name: "["}))
    assert [record.id for record in reading.records] == ["sea"]
    assert reading.problems == []


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("north", "'north' is not a number; write it in digits"),
        ("54°", "'54°' is not a number; write it in digits"),
        ("90.1", "input should be less than or equal to 90"),
        ("-91", "input should be greater than or equal to -90"),
    ],
)
def test_latitude_that_is_none_is_refused(world: World, given: str, message: str) -> None:
    about = "(Its latitude in degrees, north positive, for a town or spot.)"
    expected = f"data/places/cove.yaml:4:11: latitude: {message} {about}"
    assert [expected] == _messages(world({"places/cove.yaml": COVE + f"latitude: {given}\n"}))


def test_number_that_is_none_is_refused(world: World) -> None:
    about = "(Its number in the series of the body, where a source counts.)"
    expected = f"data/meetings/moot.yaml:7:9: number: 'many' is not a number; write it in digits {about}"
    assert [expected] == _messages(world({"meetings/moot.yaml": MOOT + "number: many\n"}))


def test_link_to_a_file_elsewhere_is_refused(world: World, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text(TIDES, encoding="utf-8")
    data = world({"topics/sea.yaml": TIDES})
    (data / "topics/tides.yaml").symlink_to(tmp_path / "secret.yaml")
    reading = read(data)
    expected = "data/topics/tides.yaml:1:1: is not a plain file; put the record itself here"
    assert [expected] == [str(problem) for problem in reading.problems]
    assert [record.id for record in reading.records] == ["sea"]


def test_link_to_a_folder_elsewhere_is_refused(world: World, tmp_path: Path) -> None:
    (tmp_path / "secrets").mkdir()
    data = world({"sources/almanac.yaml": ALMANAC})
    (data / "topics").symlink_to(tmp_path / "secrets")
    assert _messages(data) == ["data/topics:1:1: is not a plain folder; put the folder itself here"]


def test_file_in_the_place_of_a_folder_is_refused(world: World) -> None:
    data = world({"topics": TIDES})
    assert _messages(data) == ["data/topics:1:1: is not a plain folder; put the folder itself here"]


def test_all_problems_of_all_files_are_found_in_one_run(problems: Callable[..., list[str]]) -> None:
    found = problems(
        {
            "topics/tides.yaml": TIDES + "zebra: a\nsea: b\n",
            "events/storm.yaml": STORM + "date: 2009-13\n",
            "sources/almanac.yaml": "title: [\n",
        }
    )
    assert [
        "data/events/storm.yaml:6:7: date: there is no such day as '2009-13'; look at the source again",
        f"data/sources/almanac.yaml:2:1: is not YAML: did not find expected node content; {INDENT}",
        f"data/topics/tides.yaml:5:1: zebra: no such field; the fields are {FIELDS}",
        f"data/topics/tides.yaml:6:1: sea: no such field; the fields are {FIELDS}",
    ] == found


@pytest.mark.parametrize("field", ["date: |\n  a\n  b\n", '"a\\nb": c\n', "status: |\n  a\n  b\n"])
def test_problem_is_told_in_one_line(world: World, field: str) -> None:
    messages = _messages(world({"events/storm.yaml": STORM.replace("status: occurred\n", "") + field}))
    assert messages
    assert [message.split("\n") for message in messages] == [[message] for message in messages]


@pytest.mark.parametrize("word", ["NO", "12:30", "2007", "1e3", "null", "~", "0x1F", "1_000", "true", "2007-08-01"])
def test_words_with_a_meaning_in_yaml_stay_text(world: World, word: str) -> None:
    reading = read(world({"topics/tides.yaml": TIDES.replace("Tides", word)}))
    assert [word] == [record.title for record in reading.records]


def test_line_breaks_in_a_text_are_folded(world: World) -> None:
    text = TIDES.replace("Tides", "|\n  High\n\n  tides ")
    assert [record.title for record in read(world({"topics/tides.yaml": text})).records] == ["High tides"]


@settings(deadline=None)
@given(st.binary() | st.text().map(str.encode) | st.text(alphabet="ab:-[]{}&*!|>'\"#%@\n ,?").map(str.encode))
def test_any_bytes_are_a_record_or_refused(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "data", "topics", "tides.yaml")
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
        reading = read(path.parent.parent)
    assert bool(reading.problems) != bool(reading.records)
