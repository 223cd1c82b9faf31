"""Tables of the store: keys, and records of one kind, each with a checksum.

Nothing that stands there is trusted: a value that does not agree with its checksum, its key or its
table is a `BrokenStore`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any, Generic, TypeVar
from zlib import crc32

import msgspec

from newsarchive.incremental.deferred import bytes_of, digest

T = TypeVar("T")
Key = str | int
_CHECK = 4
"""Bytes of a value's checksum."""


class BrokenStore(Exception):  # noqa: N818  caught where a build begins, and never told
    """The store holds what nobody put there."""


class Table(Generic[T]):
    """A part of the store: keys and records of one kind."""

    def __init__(self, database: sqlite3.Connection, name: str, kind: Any) -> None:  # noqa: ANN401
        """Use the table `name`, whose values are of the type `kind`."""
        self._database, self._name = database, name
        self._decode = msgspec.msgpack.Decoder(kind).decode
        self._salt = crc32(name.encode())

    def get(self, key: Key) -> T | None:
        """Give a value; None where there is none.

        Raises:
            BrokenStore: it is not as it was put there.
        """
        found = self._value(key)
        return None if found is None else self._decoded(key, self._content(_stored(key), found))

    def get_verified(self, key: Key, made: bytes) -> T:
        """Give the value that had this digest when it was put there.

        Raises:
            BrokenStore: there is none, or another.
        """
        return self._decoded(key, self.get_encoded(key, made))

    def get_encoded(self, key: Key, made: bytes) -> bytes:
        """Give such a value as `encoded` gave it.

        A checksum tells a value from a damaged one, and not from one that stood there before; the
        digest tells both.

        Raises:
            BrokenStore: there is none, or another.
        """
        found = self._value(key)
        content = found[_CHECK:] if isinstance(found, bytes) else b""
        if digest(content) != made:
            raise BrokenStore(f"{self._name}: {key!r}")
        return content

    def put(self, key: Key, value: T) -> None:
        """Keep a value in the place of the one before."""
        self.put_encoded(key, encoded(value))

    def add_encoded(self, content: bytes) -> int:
        """Keep a value that `encoded` gave under a new number, and give that."""
        rows = self._database.execute(f"SELECT max(key) FROM {self._name}")  # noqa: S608
        number: int = (rows.fetchone()[0] or 0) + 1
        self.put_encoded(number, content)
        return number

    def delete(self, keys: Iterable[Key]) -> None:
        """Forget some values."""
        self._database.executemany(
            f"DELETE FROM {self._name} WHERE key = ?",  # noqa: S608
            ((_stored(key),) for key in keys),
        )

    def put_encoded(self, key: Key, content: bytes) -> None:
        """Keep a value that `encoded` gave in the place of the one before."""
        self._database.execute(
            f"INSERT OR REPLACE INTO {self._name} VALUES (?, ?)",  # noqa: S608
            (_stored(key), self._check(_stored(key), content) + content),
        )

    def _value(self, key: Key) -> object:
        """Give what the database has for a key, its checksum before it; None for nothing."""
        rows = self._database.execute(
            f"SELECT value FROM {self._name} WHERE key = ?",  # noqa: S608  our own names
            (_stored(key),),
        )
        return next(rows, (None,))[0]

    def _content(self, key: bytes | int, value: object) -> bytes:
        """Give a value without its checksum, of whatever kind a damaged database says it is."""
        if not isinstance(value, bytes) or value[:_CHECK] != self._check(key, value[_CHECK:]):
            raise BrokenStore(f"{self._name}: {key!r}")
        return value[_CHECK:]

    def _check(self, key: bytes | int, content: bytes) -> bytes:
        name = key if isinstance(key, bytes) else b"%d" % key
        return crc32(content, crc32(name, self._salt)).to_bytes(_CHECK, "little")

    def _decoded(self, key: Key, content: bytes) -> T:
        try:
            decoded: T = self._decode(content)
        except msgspec.DecodeError as error:
            raise BrokenStore(f"{self._name}: {key!r}") from error
        return decoded


def encoded(value: object) -> bytes:
    """Encode a record; halves of surrogate pairs, which no file can hold, become `?`."""
    try:
        return msgspec.msgpack.encode(value)
    except UnicodeEncodeError:
        return msgspec.msgpack.encode(_printable(msgspec.to_builtins(value)))


def _stored(key: Key) -> bytes | int:
    """Give a key as the database has it."""
    return bytes_of(key) if isinstance(key, str) else key


def _printable(value: Any) -> Any:  # noqa: ANN401  whatever a record holds
    match value:
        case str():
            return value.encode("utf-8", "replace").decode()
        case dict():
            return {_printable(name): _printable(held) for name, held in value.items()}
        case list() | tuple():
            return [_printable(held) for held in value]
        case _:
            return value
