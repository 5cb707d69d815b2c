"""The ledger of addresses: what answers, what is said of an address that is lost, and how new ones are added."""

import json
import re
import shutil
from pathlib import Path

import build as script
import pytest
from build import build, make, rendered
from catalog.addresses import answering, kept, lost, published
from catalog.link import Catalog
from catalog.read import LEDGER, read
from conftest import EXAMPLE, ROOT, SITE, World
from rules import ALMANAC, CLAIM, TOPIC

NOTHING = "data/addresses.txt:{}:1: nothing answers {} any more; "
EBB = "title: Ebb\nwas: topic\ndate: 1905-01-02\nreason: It was none.\noutcome: {}\n"
SEA = TOPIC.replace("Tides", "Sea")
MOVED = {"topics/waves.yaml": CLAIM.replace("claims:", "formerly: [tides]\nclaims:")}


def catalog_of(data: Path) -> Catalog:
    reading = read(data)
    assert reading.problems == []
    return Catalog(reading.records)


@pytest.fixture
def root(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project in which everything is published."""
    monkeypatch.setattr("catalog.whole_data.RULES", [])
    world({"sources/almanac.yaml": ALMANAC, "topics/tides.yaml": CLAIM, "topics/sea.yaml": SEA})
    (tmp_path / "docs").mkdir()
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "docs" / "about.md").write_text("# About\n", encoding="utf-8")
    assert build(tmp_path, publish=True)[1] == []
    return tmp_path


def ledger(root: Path) -> list[str]:
    return (root / "data" / LEDGER).read_text(encoding="utf-8").splitlines()


def told(root: Path) -> list[str]:
    return [str(problem) for problem in build(root)[1]]


def test_pages_claims_and_files_are_published_in_order(root: Path) -> None:
    addresses = ["/about/", "/topics/", "/topics/tides.json", "/topics/tides/", "/topics/tides/#high"]
    assert addresses == [address for address in ledger(root) if address in addresses]
    assert ledger(root) == sorted(set(ledger(root)))


def test_address_is_made_of_the_path() -> None:
    paths = ["index.md", "isles/index.md", "isles/reindex.md", "isles/mer.md", "isles/mer.json", "isles/index.csv"]
    addresses = {"/", "/isles/", "/isles/reindex/", "/isles/mer/", "/isles/mer.json", "/isles/index.csv"}
    assert addresses == answering({}, paths, Catalog([]))


def test_claim_answers_only_if_its_anchor_stands_on_the_page(example: Catalog) -> None:
    files = rendered(example, SITE)
    assert "/events/gale-war/#days" in answering(files, [], example)
    files["events/gale-war.md"] = str(files["events/gale-war.md"]).replace('<span id="days"></span>', "")
    assert "/events/gale-war/#days" not in answering(files, [], example)


def test_build_without_publishing_leaves_the_ledger(root: Path) -> None:
    before = ledger(root)
    (root / "data/topics/moon.yaml").write_text(SEA.replace("Sea", "Moon"), encoding="utf-8")
    assert build(root)[1] == []
    assert before == ledger(root)


def test_publishing_adds_what_is_new_and_takes_nothing_out(root: Path) -> None:
    (root / "data/topics/moon.yaml").write_text(SEA.replace("Sea", "Moon"), encoding="utf-8")
    before = set(ledger(root))
    assert build(root, publish=True)[1] == []
    assert set(ledger(root)) - before == {"/topics/moon/", "/topics/moon.json", "/topics/moon.txt", "/print/moon/"}
    assert before <= set(ledger(root))


def test_publishing_again_writes_nothing(root: Path) -> None:
    time = (root / "data" / LEDGER).stat().st_mtime_ns
    assert build(root, publish=True)[1] == []
    assert time == (root / "data" / LEDGER).stat().st_mtime_ns


def test_ledger_is_put_in_order_when_it_is_published() -> None:
    assert published(["/b/", "", "/a/", "/b/", ""], {"/c/", "/a/"}) == "/a/\n/b/\n/c/\n"


def test_what_cannot_be_written_is_not_published(root: Path) -> None:
    before = ledger(root)
    (root / "data/topics/moon.yaml").write_text(SEA.replace("Sea", "Moon"), encoding="utf-8")
    (root / "docs/topics/.gitignore").unlink()
    assert len(build(root, publish=True)[1]) == 1
    assert before == ledger(root)


def test_deleted_record_is_told_once_with_the_remedy_and_nothing_is_written(root: Path) -> None:
    (root / "data/topics/tides.yaml").unlink()
    page = ledger(root).index("/topics/tides/") + 1
    assert told(root) == [
        NOTHING.format(page, "/topics/tides/") + "put 'tides' into formerly of the record that took its place,"
        " or say in data/retired/tides.yaml why it is gone"
    ]
    assert build(root, publish=True)[1] != []
    assert (root / "docs/topics/tides.md").exists()


def test_record_that_may_have_taken_the_place_is_named(root: Path) -> None:
    (root / "data/topics/tides.yaml").rename(root / "data/topics/the-tides.yaml")
    assert "that took its place (did you mean 'the-tides'?), or say" in told(root)[0]


def test_lost_claim_is_told_with_the_remedy(root: Path) -> None:
    (root / "data/topics/tides.yaml").write_text(CLAIM.replace("id: high", "id: highs"), encoding="utf-8")
    claim = ledger(root).index("/topics/tides/#high") + 1
    assert told(root) == [
        NOTHING.format(claim, "/topics/tides/#high") + "put 'high' into formerly of the claim that took its place"
        " (did you mean 'highs'?), or say in 'retired' of data/topics/tides.yaml why it is gone"
    ]


def test_lost_claim_of_a_retired_record_is_told_with_the_remedy(root: Path, world: World) -> None:
    (root / "data/topics/tides.yaml").unlink()
    world({"retired/tides.yaml": EBB.format("withdrawn")})
    assert [line.partition("; ")[2] for line in told(root)] == ["put 'high' into claim_ids of data/retired/tides.yaml"]


def test_lost_file_is_told_with_the_remedy(root: Path) -> None:
    (root / "data" / LEDGER).write_text("/topics/tides.csv\n/gone by\n", encoding="utf-8")
    remedy = "make it again, or put something there that says where its content is now"
    assert told(root) == [
        NOTHING.format(1, "/topics/tides.csv") + remedy,
        NOTHING.format(2, "/gone by") + remedy,
    ]


def test_what_is_wrong_besides_is_told_in_the_same_run(root: Path) -> None:
    (root / "data/topics/tides.yaml").unlink()
    (root / "data/topics/sea.yaml").write_text(SEA + "parent: tides\n", encoding="utf-8")
    assert [line.partition(":")[0] for line in told(root)] == ["data/addresses.txt", "data/topics/sea.yaml"]


def test_record_that_cannot_be_read_is_not_told_to_be_gone(root: Path) -> None:
    (root / "data/topics/tides.yaml").write_text("title: [\n", encoding="utf-8")
    assert [line.partition(":")[0] for line in told(root)] == ["data/topics/tides.yaml"]


def test_ledger_that_is_no_text_is_told_by_its_line(root: Path) -> None:
    (root / "data" / LEDGER).write_bytes(b"/about/\n/\xff/\n")
    assert told(root)[0].startswith("data/addresses.txt:2:1: nothing answers ")


def test_every_address_of_a_moved_record_leads_on(root: Path, world: World) -> None:
    (root / "data/topics/tides.yaml").unlink()
    world(MOVED)
    files = make(root).files
    assert told(root) == []
    assert json.loads(files["topics/tides.json"])["moved_to"]["page"] == "/topics/waves/"
    assert '<span id="high"></span>[high](../topics/waves.md#high)' in str(files["topics/tides.md"])


def test_file_of_a_moved_record_answers_with_what_it_is_now(world: World) -> None:
    catalog = catalog_of(world({"sources/almanac.yaml": ALMANAC, **MOVED}))
    made: dict[str, str | bytes] = {**rendered(catalog, SITE), "topics/waves.json": "now"}
    made |= {"topics/tides.json": "moved", "topics/waves.ics": b"dates", "topics/waves.txt": "text"}
    made |= {"topics/waves-of-1901.ics": "others", "topics/waves/more.csv": "rows"}
    assert kept(made, [], catalog) == {
        "topics/tides.ics": b"dates",
        "topics/tides.txt": "text",
        "topics/tides/more.csv": "rows",
    }


@pytest.mark.parametrize("outcome", ["merged\nto: [sea]", "split\nto: [sea, moon]", "withdrawn"])
def test_every_address_of_a_retired_record_says_what_became_of_it(root: Path, world: World, outcome: str) -> None:
    world({"topics/moon.yaml": SEA.replace("Sea", "Moon")})
    (root / "data" / LEDGER).write_text("\n".join([*ledger(root), "/topics/tides.ics"]), encoding="utf-8")
    (root / "data/topics/tides.yaml").unlink()
    world({"retired/tides.yaml": EBB.format(outcome) + "claim_ids: [high]\n"})
    files = make(root).files
    assert told(root) == []
    for path in ("topics/tides.md", "topics/tides.json", "topics/tides.ics"):
        assert "It was none." in str(files[path])
        assert "2 January 1905" in str(files[path])
        assert bool(re.search(r"\bsea\b", str(files[path]))) == ("sea" in outcome)


def test_files_of_a_retired_record_that_were_never_published_are_not_made(world: World) -> None:
    catalog = catalog_of(world({"retired/tides.yaml": EBB.format("withdrawn")}))
    made = rendered(catalog, SITE)
    astray = ["/topics/tides.ics/../../../out.txt", "/topics/tides/../out.txt", "/../topics/tides.ics", "//tides.ics"]
    assert kept(made, astray, catalog) == {}
    assert kept(made, ["/topics/tides.json", "/topics/tides/", "/topics/tides-of-1901.ics"], catalog) == {}


def test_retired_records_are_in_no_list_and_in_the_version(world: World) -> None:
    data = world({"sources/almanac.yaml": ALMANAC, "topics/sea.yaml": SEA})
    before = catalog_of(data)
    after = catalog_of(world({"retired/tides.yaml": EBB.format("withdrawn")}))
    assert before.records.keys() == after.records.keys()
    assert before.version != after.version


def test_everything_of_the_miniature_world_answers_without_a_ledger(example: Catalog) -> None:
    files = rendered(example, SITE)
    answers = answering(files, [], example)
    anchors = {f"/{record.folder}/{record.id}/#{anchor}" for record in example.retired for anchor in record.anchors}
    assert anchors <= answers
    assert lost([], answers) == []
    assert len(list((EXAMPLE / "data" / "retired").iterdir())) == len(example.retired)


def test_script_publishes(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "data" / LEDGER).unlink()
    monkeypatch.setattr("sys.argv", ["build.py", "--publish", "--root", str(root)])
    assert script.main() == 0
    assert "/topics/tides/#high" in ledger(root)
