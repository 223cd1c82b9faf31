"""All articles as an SQLite database with a full-text index, as Datasette finds it.

`articles` has the columns of every table; `articles_fts` indexes title, source, authors and text,
folds letters with their accents, and takes its texts from `articles`, so that none stands twice.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from newsarchive.exporting import Record
from newsarchive.exporting.columns import COLUMNS, row

_TYPES = {"string": "TEXT", "integer": "INTEGER"}
_NAMES = ", ".join(column.name for column in COLUMNS)
_CREATE = f"""
CREATE TABLE articles (
  {", ".join(f"{c.name} {_TYPES[c.type]}" for c in COLUMNS)}, PRIMARY KEY (sha256)
);
CREATE INDEX articles_source ON articles (source);
CREATE INDEX articles_date ON articles (date);
CREATE VIRTUAL TABLE articles_fts USING fts5 (
  title, source, authors, text, content='articles', tokenize='unicode61 remove_diacritics 2'
);
"""
_INSERT = f"INSERT INTO articles ({_NAMES}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608  names of our own columns
_FINISH = """
INSERT INTO articles_fts (articles_fts) VALUES ('rebuild');
INSERT INTO articles_fts (articles_fts) VALUES ('optimize');
"""


def save(records: Iterable[Record], path: Path) -> None:
    """Write the database."""
    with closing(sqlite3.connect(path)) as database:
        database.executescript(_CREATE)
        with database:
            database.executemany(_INSERT, map(row, records))
        database.executescript(_FINISH)
