"""The example questions: each is answered by the published database, of any world."""

import pytest
from catalog.downloads import DATABASE, downloads
from catalog.link import Catalog
from catalog.queries import Answer, answers
from catalog.read import read
from conftest import SITE, World


def asked(catalog: Catalog) -> dict[str, Answer]:
    database = downloads(catalog, SITE)[DATABASE]
    assert isinstance(database, bytes)
    return {answer.key: answer for answer in answers(database)}


@pytest.fixture(scope="module")
def real(catalog: Catalog) -> dict[str, Answer]:
    return asked(catalog)


def test_every_question_has_an_answer(real: dict[str, Answer]) -> None:
    assert [key for key, answer in real.items() if not answer.rows] == []


def test_claims_with_more_than_one_source_have_them(real: dict[str, Answer], catalog: Catalog) -> None:
    for page, _, number in real["well-supported-claims"].rows:
        _, _, id, anchor = str(page).split("/")
        claim = next(claim for claim in catalog.records[id].own_claims if f"#{claim.id}" == anchor)
        assert number == len({citation.source for citation in claim.sources}) > 1, page


def test_speakers_are_counted_as_the_catalog_counts_them(real: dict[str, Answer], catalog: Catalog) -> None:
    said = [claim.by for record in catalog.records.values() for claim in record.own_claims if claim.by]
    for speaker, number, _ in real["speakers"].rows:
        assert number == sum(catalog.titles[by] == speaker for by in said)


def test_search_finds_claims_that_say_the_word(real: dict[str, Answer], catalog: Catalog) -> None:
    topics = [topic for record in catalog.records.values() for topic in getattr(record, "topics", [])]
    commonest = min(set(topics), key=lambda topic: (-topics.count(topic), topic))
    word = catalog.titles[commonest].split()[0].lower()
    claims = {
        f"/{record.plural}/{record.id}/#{claim.id}": f"{record.title} {claim.text} {claim.quote}".lower()
        for record in catalog.records.values()
        for claim in record.own_claims
    }
    assert [page for page, _ in real["search"].rows if word not in claims[str(page)]] == []


def test_a_world_without_answers_gets_none(world: World) -> None:
    log = "title: Log\npublisher: {name: Press}\nlanguage: en\norigin: press\n"
    found = asked(Catalog(read(world({"sources/log.yaml": log})).records))
    assert {key: answer.rows for key, answer in found.items()} == {key: [] for key in found}
