"""Renaming: what changes in the text and what does not, what is refused, and that it is all or nothing."""

import shutil
from pathlib import Path

import pytest
import rename as script
from build import make
from catalog.addresses import published
from catalog.read import LEDGER
from catalog.renaming import RefusedError
from conftest import ROOT
from rules import ACTOR, ALMANAC, CITED, EVENT, TOPIC

TIDES = """# The tides, by hand.
title: Tides   # short
classification: dispute
summary: >-
  They come
  and go.
sources:
  - {source: almanac, at: 'p. 3'}
claims:
  - id: high
    text: >-
      They are high near [[storm]], and
      near [[storm|the *storm*]].
    differs_from: [low]
    sources: [{source: "almanac"}]
  - {id: low, text: 'They are low, not [[stormy]].', by: north, sources: [{source: almanac}]}
retired:
  - {id: none, date: 1903-02-01, reason: There were some., to: storm, claim: wet}
"""
STORM = EVENT + "date: 1901\ndocuments: []\nactors:\n- actor: north\n  role: Victim\n"
STORM += "claims:\n- id: wet\n  text: It was wet.\n" + CITED.replace("    ", "  ")
FILES = {
    "data/topics/tides.yaml": TIDES,
    "data/events/storm.yaml": STORM,
    "data/events/stormy.yaml": STORM.replace("Storm", "Day after").replace("wet", "dry"),
    "data/actors/north.yaml": ACTOR + "sides: [north]\nformerly: [south]\nno_office: It is none.\n",
    "data/sources/almanac.yaml": ALMANAC,
    "data/topics/moon.yaml": TOPIC.replace("Tides", "Moon") + "formerly:\n  - sun\n",
    "docs/index.md": "See [it](events/storm.md), [that](events/storm.md#wet), [the day after](events/stormy.md).\n",
    "docs/more/index.md": "See [it](../events/storm.md#wet).\n",
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project with all that it makes published."""
    monkeypatch.setattr("catalog.whole_data.RULES", [])
    for path, content in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    made = make(tmp_path)
    assert made.problems == []
    (tmp_path / "data" / LEDGER).write_text(published([], made.answers), encoding="utf-8")
    return tmp_path


def content(root: Path) -> dict[str, str]:
    paths = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def changed(root: Path, old: str, new: str) -> dict[str, str]:
    """Rename; return the files that are not as they were, but for the ledger."""
    before = content(root)
    assert script.rename(root, old, new) == []
    after = content(root)
    assert set(before[f"data/{LEDGER}"].splitlines()) < set(after[f"data/{LEDGER}"].splitlines())
    assert make(root).problems == []
    return {path: text for path, text in after.items() if text != before.get(path) and LEDGER not in path}


def test_record_is_renamed_in_fields_texts_and_pages_and_nothing_else_changes(root: Path) -> None:
    storm = STORM.replace("classification", "formerly: [storm]\nclassification")
    assert changed(root, "storm", "gale") == {
        "data/events/gale.yaml": storm,
        "data/topics/tides.yaml": TIDES.replace("[[storm]]", "[[gale]]")
        .replace("[[storm|", "[[gale|")
        .replace("to: storm", "to: gale"),
        "docs/index.md": FILES["docs/index.md"].replace("events/storm.md", "events/gale.md"),
        "docs/more/index.md": FILES["docs/more/index.md"].replace("storm", "gale"),
    }
    assert not (root / "data/events/storm.yaml").exists()


def test_renamed_record_answers_at_all_its_addresses(root: Path) -> None:
    changed(root, "storm", "gale")
    addresses = {"/events/storm/", "/events/storm/#wet", "/events/storm.json"}
    assert addresses | {address.replace("storm", "gale") for address in addresses} <= make(root).answers


@pytest.mark.parametrize(
    ("old", "new", "path", "before", "after"),
    [
        ("north", "arctic", "data/actors/arctic.yaml", "formerly: [south]", "formerly: [north, south]"),
        ("moon", "crescent", "data/topics/crescent.yaml", "formerly:\n  - sun\n", "formerly:\n  - moon\n  - sun\n"),
    ],
)
def test_former_ids_are_kept(root: Path, old: str, new: str, path: str, before: str, after: str) -> None:
    text = changed(root, old, new)[path]
    assert (before in FILES[path.replace(new, old)], after in text) == (True, True)


def test_quoted_ids_stay_quoted(root: Path) -> None:
    tides = changed(root, "almanac", "yearbook")["data/topics/tides.yaml"]
    assert 'source: "yearbook"' in tides
    assert TIDES.replace("almanac", "yearbook") == tides


def test_claim_is_renamed_where_it_stands_and_where_others_lead_to_it(root: Path) -> None:
    assert changed(root, "storm#wet", "soaked") == {
        "data/events/storm.yaml": STORM.replace("id: wet\n", "id: soaked\n  formerly: [wet]\n"),
        "data/topics/tides.yaml": TIDES.replace("claim: wet", "claim: soaked"),
        "docs/index.md": FILES["docs/index.md"].replace("#wet", "#soaked"),
        "docs/more/index.md": FILES["docs/more/index.md"].replace("#wet", "#soaked"),
    }


def test_claim_in_brackets_is_renamed(root: Path) -> None:
    tides = TIDES.replace("id: low,", "id: shallow, formerly: [low],").replace("from: [low]", "from: [shallow]")
    assert changed(root, "tides#low", "shallow") == {"data/topics/tides.yaml": tides}


def test_record_and_claims_can_be_renamed_again_and_again(root: Path) -> None:
    for old, new in (("storm", "gale"), ("gale#wet", "soaked"), ("gale#soaked", "rain"), ("gale", "squall")):
        changed(root, old, new)
    answers = make(root).answers
    found = {f"/events/{id}/#{claim}" for id in ("storm", "gale", "squall") for claim in ("wet", "soaked", "rain")}
    assert found <= answers


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("strom", "gale", "There is no record 'strom'; did you mean 'storm'?"),
        ("storm", "Gale", "'Gale' is not an id; use small letters, digits and single hyphens, begin with a letter, "),
        ("storm", "storm", "'storm' is taken, now or formerly, by storm; choose another id."),
        ("storm", "tides", "'tides' is taken, now or formerly, by tides; choose another id."),
        ("storm", "south", "'south' is taken, now or formerly, by north; choose another id."),
        ("storm", "index", "'index' is taken, now or formerly, by the lists; choose another id."),
        ("zebra", "horse", "There is no record 'zebra'; look for its id in data/"),
        ("south", "west", "'south' is 'north' now; rename that."),
        ("tides#hihg", "deep", "There is no claim 'hihg' on 'tides'; did you mean 'high'?"),
        ("tides#", "deep", "There is no claim '' on 'tides'; look for its id in its file"),
        ("tides#high", "low", "'low' is taken, now or formerly, by a claim of 'tides'; choose another id."),
        ("tides#high", "none", "'none' is taken, now or formerly, by a claim of 'tides'; choose another id."),
    ],
)
def test_what_will_not_do_is_refused_and_nothing_changes(root: Path, old: str, new: str, message: str) -> None:
    before = content(root)
    with pytest.raises(RefusedError) as refused:
        script.rename(root, old, new)
    assert str(refused.value).startswith(message)
    assert before == content(root)


def test_retired_record_keeps_its_id(root: Path) -> None:
    text = "title: Ebb\nwas: topic\noutcome: withdrawn\ndate: 1905-01-02\nreason: It was none.\n"
    (root / "data/retired").mkdir()
    (root / "data/retired/ebb.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RefusedError, match="'ebb' is retired and keeps its id"):
        script.rename(root, "ebb", "flood")


def test_id_that_is_not_written_plainly_is_refused(root: Path) -> None:
    tides = root / "data/topics/tides.yaml"
    tides.write_text(TIDES.replace('"almanac"', r'"alman\x61c"'), encoding="utf-8")
    before = content(root)
    with pytest.raises(RefusedError, match=r"^data/topics/tides.yaml:15:24: 'almanac' is not written"):
        script.rename(root, "almanac", "yearbook")
    assert before == content(root)


def test_nothing_is_renamed_while_the_data_has_problems(root: Path) -> None:
    (root / "data/topics/moon.yaml").write_text("title: Moon\n", encoding="utf-8")
    before = content(root)
    assert [problem.place.file for problem in script.rename(root, "storm", "gale")] == ["data/topics/moon.yaml"] * 3
    assert before == content(root)


def test_rename_that_would_leave_a_problem_is_not_made(root: Path) -> None:
    flow = TIDES.replace("{id: low, text", "{id: low,\n     text")
    (root / "data/topics/tides.yaml").write_text(flow, encoding="utf-8")
    before = content(root)
    assert make(root).problems == []
    assert script.rename(root, "tides#low", "shallow") != []
    assert before == content(root)


def test_half_a_rename_is_taken_back(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = content(root)
    unlink = Path.unlink
    monkeypatch.setattr(script, "_tried", lambda files, root: make(root))

    def full(self: Path, missing_ok: bool = False) -> None:
        if self.name == "storm.yaml":
            monkeypatch.setattr(Path, "unlink", unlink)
            raise OSError("no room")
        unlink(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", full)
    with pytest.raises(OSError, match="no room"):
        script.rename(root, "storm", "gale")
    assert before == content(root)


def test_script_says_how_it_went(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments, status in ((["storm", "gale"], 0), (["storm", "gale"], 1)):
        monkeypatch.setattr("sys.argv", ["rename.py", *arguments, "--root", str(root)])
        assert script.main() == status
    said = capsys.readouterr()
    assert said.out == "storm is gale now; its old addresses lead on.\n"
    assert said.err == "'storm' is 'gale' now; rename that.\nNothing was changed.\n"
