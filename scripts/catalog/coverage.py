"""How complete and how balanced the data is: what an editor should mend next, counted."""

from collections import Counter
from collections.abc import Iterable

from catalog.link import Catalog, Reference, when, year
from catalog.records import Meeting, Record, Source, Told, Topic
from catalog.register import outcome


class Coverage:
    """Counts over a catalog."""

    def __init__(self, catalog: Catalog) -> None:
        """Take the catalog to be counted."""
        self.catalog = catalog
        self.sources = [source for source in catalog.of("source") if isinstance(source, Source)]
        self.claims = [claim for record in catalog.records.values() for claim in catalog.claims(record)]

    def meetings(self) -> tuple[list[str], list[tuple[str, list[int]]]]:
        """Return the bodies, and for each year the number of meetings that each, or none of them, held."""
        every = (meeting for meeting in self.catalog.of("meeting") if isinstance(meeting, Meeting))
        meetings = [meeting for meeting in every if outcome(meeting) == "held"]
        counts = Counter((year(when(meeting)), meeting.body or "") for meeting in meetings)
        by_body = Counter(str(meeting.body) for meeting in meetings if meeting.body)
        bodies = [body for body, _ in by_body.most_common()]
        years = sorted({label for label, _ in counts})
        return bodies, [(label, [counts[label, body] for body in (*bodies, "")]) for label in years]

    def origins(self) -> list[tuple[str, int]]:
        """Return the number of sources from each side and each other origin."""
        titles = self.catalog.titles
        return _counted(titles[source.side] if source.side else str(source.origin) for source in self.sources)

    def languages(self) -> list[tuple[str, int]]:
        """Return the number of sources in each language."""
        return _counted(source.language for source in self.sources)

    def single_source(self) -> list[Reference]:
        """Return the claims that rest on one source."""
        return [reference for reference in self.claims if reference.claim and len(_sources(reference)) == 1]

    def one_sided(self) -> list[Record]:
        """Return the topics on which no more than one side is heard."""
        return [topic for topic in self.catalog.of("topic") if isinstance(topic, Topic) and topic.one_sided]

    def doubtful(self) -> list[Record]:
        """Return the records with less than usual confidence."""
        return [record for record in self.catalog.records.values() if isinstance(record, Told) and record.confidence]

    def not_archived(self) -> list[Source]:
        """Return the sources with an address and no archived copy."""
        return [source for source in self.sources if source.address and not source.archived]


def _sources(reference: Reference) -> set[str]:
    return {citation.source for citation in reference.claim.sources} if reference.claim else set()


def _counted(values: Iterable[str]) -> list[tuple[str, int]]:
    return Counter(values).most_common()
