"""Example questions to the published database, and what it answers: asked of the very file while the site is made."""

import sqlite3
from dataclasses import dataclass

QUESTIONS = [
    (
        "meetings-by-year",
        "How many meetings were held in each year, and at what level?",
        """SELECT substr(date, 1, 4) AS year, level, count(*) AS held
FROM meetings
WHERE status = 'held' AND date GLOB '[0-9][0-9][0-9][0-9]*'
GROUP BY year, level
ORDER BY year DESC, held DESC, level
LIMIT 10""",
    ),
    (
        "well-supported-claims",
        "Which claims rest on the most sources?",
        """SELECT claims.page, text, count(DISTINCT source) AS number
FROM citations
JOIN claims ON claims.record = citations.record AND claims.id = claim
WHERE field = 'claims.sources'
GROUP BY citations.record, claim
HAVING number > 1
ORDER BY number DESC, claims.page
LIMIT 5""",
    ),
    (
        "verdicts",
        "What became of claims, as far as other sources say since?",
        """SELECT verdict, count(*) AS times
FROM claim_since
GROUP BY verdict
ORDER BY times DESC, verdict""",
    ),
    (
        "speakers",
        "Who speaks most often, and on how many topics?",
        """SELECT actors.title AS speaker, count(DISTINCT told.page) AS said, count(DISTINCT item) AS topics
FROM (SELECT record, id AS claim, page, by FROM claims) AS told
JOIN actors ON actors.id = by
LEFT JOIN claim_topics USING (record, claim)
GROUP BY by
ORDER BY said DESC, speaker
LIMIT 5""",
    ),
    (
        "sources-by-origin",
        "How much rests on sources of each origin?",
        """SELECT origin, count(DISTINCT source) AS sources_used, count(*) AS times_cited
FROM citations
JOIN sources ON sources.id = source
GROUP BY origin
ORDER BY times_cited DESC, origin""",
    ),
    (
        "search",
        "Where is the commonest topic spoken of, by its first word?",
        """WITH topic AS (
    SELECT title || ' ' AS title
    FROM record_topics
    JOIN topics ON topics.id = item
    GROUP BY item
    ORDER BY count(*) DESC, item
    LIMIT 1
), word AS (
    SELECT replace(substr(title, 1, instr(title, ' ') - 1), '"', '') AS word
    FROM topic
)
SELECT records.page || '#' || claim AS page, snippet(search, 4, '', '', '…', 12) AS excerpt
FROM search
JOIN records ON records.id = record
WHERE claim IS NOT NULL
AND search MATCH '"' || coalesce((SELECT word FROM word), '') || '"'
ORDER BY rank, page
LIMIT 5""",
    ),
]


@dataclass(frozen=True)
class Answer:
    """A question: its key, its words, its SQL, the names of the columns that it answers in, and the rows."""

    key: str
    question: str
    sql: str
    columns: list[str]
    rows: list[tuple[str | int | float | None, ...]]


def answers(database: bytes) -> list[Answer]:
    """Return each question with what the database answers."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(database)
    found = [_answer(connection, *question) for question in QUESTIONS]
    connection.close()
    return found


def _answer(connection: sqlite3.Connection, key: str, question: str, sql: str) -> Answer:
    cursor = connection.execute(sql)
    return Answer(key, question, sql, [column[0] for column in cursor.description], cursor.fetchall())
