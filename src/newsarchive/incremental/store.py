"""The store: what earlier builds found out, so that it need not be found out again.

One SQLite file in an archive's folder `.newsarchive/`, which git ignores. To delete it is always
safe: the next build takes longer and gives the same site. Nothing in it is trusted. A store that
other code made is thrown away, each value has a checksum, and a value that does not agree with
its own is a `BrokenStore`, upon which the build begins anew with an empty one.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from newsarchive.errors import NewsarchiveError, StoreError
from newsarchive.filesystem.ignored import ignored_by_git
from newsarchive.filesystem.refused import remedy_of, words_of
from newsarchive.incremental import sealing
from newsarchive.incremental.tables import BrokenStore, Table

Values = dict[tuple[str, int], tuple[bytes, Any]]
"""What a process remembers of a store: (table, number of a bundle) → its mark and its records."""

FOLDER = ".newsarchive"
FILE = "store.sqlite"
PATIENCE = 60
"""Seconds to wait for another build of the same archive."""


class Store:
    """An open store."""

    def __init__(
        self, database: sqlite3.Connection, path: Path, name: str, memory: Values | None = None
    ) -> None:
        """Use an open database.

        Args:
            database: the database.
            path: where it stands.
            name: a name that no other store has.
            memory: what this process remembers of it from build to build.
        """
        self.path, self.name, self.memory = path, name, memory
        self._database = database

    @property
    def place(self) -> tuple[str, str]:
        """The path and the name by which another process opens it."""
        return str(self.path), self.name

    def table(self, name: str, kind: Any) -> Table[Any]:  # noqa: ANN401  a type, also a generic's
        """Give a table whose keys are names; it is made if it is missing."""
        return self._table(name, kind, "BLOB PRIMARY KEY", "WITHOUT ROWID")

    def numbered(self, name: str, kind: Any) -> Table[Any]:  # noqa: ANN401
        """Give a table whose keys are numbers; it is made if it is missing."""
        return self._table(name, kind, "INTEGER PRIMARY KEY", "")

    def table_there(self, name: str, kind: Any) -> Table[Any]:  # noqa: ANN401
        """Give a table that exists already."""
        return Table(self._database, name, kind)

    @contextmanager
    def written(self) -> Iterator[None]:
        """Let a block write. After it, what was committed outlasts a loss of power.

        Raises:
            StoreError: it cannot be written.
        """
        try:
            sealing.begin(self.path)
        except OSError as error:
            raise _unwritable(self.path, error) from error
        yield
        with suppress(OSError):  # then it is not believed after the next boot
            sealing.end(self.path)

    def commit(self) -> None:
        """Keep for good what was put so far."""
        self._database.commit()

    def _table(self, name: str, kind: Any, key: str, how: str) -> Table[Any]:  # noqa: ANN401
        self._database.execute(
            f"CREATE TABLE IF NOT EXISTS {name} (key {key}, value BLOB NOT NULL) {how}"
        )
        return Table(self._database, name, kind)


def make_folder(folder: Path) -> None:
    """Make the folder of what is kept, which git ignores, where it is missing.

    Raises:
        OSError: the system refuses.
    """
    folder.mkdir(exist_ok=True)
    ignored_by_git(folder)


def store_file(root: Path) -> Path:
    """Give the place of an archive's store."""
    return root / FOLDER / FILE


@contextmanager
def open_store(root: Path, made_by: str, memory: Values | None = None) -> Iterator[Store]:
    """Open an archive's store, a new one where there is none that `made_by` made.

    Args:
        root: the archive's folder.
        made_by: what its values depend on beside the archive: the fingerprint of the code.
        memory: where a process that builds again and again remembers values.

    Raises:
        BrokenStore: it turned out to be no store; it is deleted.
        StoreError: it cannot be written.
    """
    path = store_file(root)
    try:
        database = _opened(path, made_by)
        try:
            named = database.execute("SELECT name FROM store").fetchone()
            if not named or not isinstance(named[0], str):
                raise BrokenStore("it has no name")
            yield Store(database, path, named[0], memory)
        finally:
            database.close()
    except (BrokenStore, sqlite3.DatabaseError) as error:
        if trouble := _trouble(error):
            raise StoreError(trouble[0], where=str(path), remedy=trouble[1]) from error
        _discard(path)
        raise BrokenStore(str(error)) from error


def _trouble(error: Exception) -> tuple[str, str] | None:
    """Say what keeps a sound store from being used, and what to do; None if it is broken."""
    said = str(error)
    if "locked" in said:
        return "another newsarchive is building this archive", "Wait until it has ended"
    if "readonly" in said or "unable to open" in said or "full" in said:
        return f"it cannot be written ({said})", "Check its space and permissions"
    return None


@contextmanager
def at_best() -> Iterator[None]:
    """Run a block that may fail: the site stands already, and only the next build is slower."""
    with suppress(sqlite3.Error, OSError, NewsarchiveError):
        yield


def read_only(path: Path, name: str) -> Store:
    """Open a store to read from, as processes and threads beside the one that builds do."""
    address = f"{path.as_uri()}?mode=ro"
    database = sqlite3.connect(address, uri=True, timeout=PATIENCE, check_same_thread=False)
    database.execute("PRAGMA cache_size = -250")  # KB: what is fetched is hardly fetched again
    return Store(database, path, name)


def _opened(path: Path, made_by: str) -> sqlite3.Connection:
    try:
        make_folder(path.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    if sealing.is_torn(path) or any(map(os.path.islink, _files(path))):
        _discard(path)
    database = _connected(path)
    if _maker(database) == made_by:
        return database
    database.close()
    _discard(path)
    database = _connected(path)
    database.execute("PRAGMA synchronous = OFF")
    database.execute("CREATE TABLE store (made_by TEXT, name TEXT)")
    database.execute("INSERT INTO store VALUES (?, ?)", (made_by, os.urandom(8).hex()))
    database.commit()
    return database


def _unwritable(path: Path, error: OSError) -> StoreError:
    what = f"it cannot be written ({words_of(error)})"
    return StoreError(what, where=error.filename or str(path), remedy=remedy_of(error))


def _maker(database: sqlite3.Connection) -> str | None:
    """Give the `made_by` of a store; None if the file is no store."""
    try:
        # What a loss of power tears is known by its seal: nothing need wait for the disk.
        database.execute("PRAGMA synchronous = OFF")
        found = database.execute("SELECT made_by FROM store").fetchone()
    except UnicodeDecodeError:  # of SQLite's own complaint, which quotes what is damaged
        return None
    except sqlite3.DatabaseError as error:
        if _trouble(error):
            raise
        return None
    return str(found[0]) if found else None


def _connected(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=PATIENCE)


def _files(path: Path) -> list[Path]:
    """Name the files that a store may have: SQLite's, and its seal."""
    return [path.with_name(f"{path.name}{end}") for end in ("", "-journal", "-wal", sealing.MARK)]


def _discard(path: Path) -> None:
    for file in _files(path):
        file.unlink(missing_ok=True)
