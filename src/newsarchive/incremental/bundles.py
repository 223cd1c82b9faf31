"""Bundles: small records that every build reads, many of them in one row of the store.

To read a row for each of ten thousand small records takes longer than to decode the records. An
index says which bundles there are, and for each a mark that changes whenever it is written. By the
marks a process that builds again and again knows which bundles it need not read again (`Values`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from sys import intern
from typing import Any, Generic, TypeVar

import msgspec
from msgspec import Raw, Struct

from newsarchive.incremental.deferred import bytes_of
from newsarchive.incremental.store import Store, Values
from newsarchive.incremental.tables import BrokenStore, encoded

T = TypeVar("T")

MARK = 12
"""Bytes of a mark."""
SIZE = 64
"""Records in a bundle: a change of one writes that many, and reading all takes a few rows."""


class Bundle(Struct, frozen=True, array_like=True, gc=False):
    """Some records with their keys: a row of the store."""

    mark: bytes
    """Drawn anew each time that the bundle is written."""
    keys: bytes
    """The keys, a zero byte between two, which no name holds: ten times as fast as a list."""
    records: Raw


class Bundles(Generic[T]):
    """Records of one kind by their keys, which are names."""

    def __init__(
        self,
        store: Store,
        name: str,
        kind: Any,  # noqa: ANN401
        held: Callable[[T], T] | None = None,
        *,
        beside: Bundles[Any] | None = None,
    ) -> None:
        """Find the bundles called `name` of records that are of the type `kind`.

        Args:
            store: where they are.
            name: their own.
            kind: a type.
            held: turns a record as it was decoded into the one that is held in memory.
            beside: bundles whose keys are the same, given them first and deleted last. The two
                records of a key then stand in bundles of the same number, and which number that is
                need be known only once.
        """
        self._name, self._held, self._beside = name, held, beside
        self._memory: Values = {} if store.memory is None else store.memory
        self._is_remembered = store.memory is not None
        self._decode = msgspec.msgpack.Decoder(list[kind]).decode
        self._rows = store.numbered(name, Bundle)
        self._table = store.table("bundles", dict[int, bytes])
        self._index: dict[int, bytes] = self._table.get(name) or {}
        self._newest = max(self._index, default=1)
        self._places: dict[str, int] | None = None
        self._changed: dict[int, dict[str, T]] = {}

    def each(self) -> Iterator[Mapping[str, T]]:
        """Give all records, a bundle at a time; nothing may be put or forgotten meanwhile."""
        places: dict[str, int] = {}
        for number in self._numbers():
            records = self._records(number)
            if not self._beside:
                places.update(dict.fromkeys(records, number))
            yield records
        self._places = places

    def get(self, key: str) -> T | None:
        """Give a record; None where there is none."""
        number = self.placed().get(key)
        return self._records(number).get(key) if number else None

    def put(self, key: str, record: T) -> None:
        """Keep a record in the place of the one before."""
        places = self.placed()
        number = places.get(key) or self._open()
        self._changing(number)[key] = record
        places[key] = number

    def delete(self, keys: Iterable[str]) -> None:
        """Forget some records."""
        places = self.placed()
        for key in keys:
            number = places.get(key) if self._beside else places.pop(key, None)
            if number:
                self._changing(number).pop(key, None)

    def save(self) -> None:
        """Put what changed into the store, which is to commit it."""
        if not self._changed:
            return
        for number, records in self._changed.items():
            self._save(number, records)
        self._table.put(self._name, self._index)
        self._changed.clear()

    def _save(self, number: int, records: dict[str, T]) -> None:
        if not records:
            self._rows.delete([number])
            self._index.pop(number, None)
            return
        inner = Raw(encoded([*records.values()]))
        mark = os.urandom(MARK)
        self._rows.put(number, Bundle(mark, bytes_of("\0".join(records)), inner))
        self._index[number] = mark
        if self._is_remembered:
            self._memory[self._name, number] = self._index[number], self._as_held(records)

    def _numbers(self) -> tuple[int, ...]:
        return (*self._index, *(self._changed.keys() - self._index.keys()))

    def placed(self) -> dict[str, int]:
        """Give the number of the bundle that each key is in."""
        if self._beside:
            return self._beside.placed()
        if self._places is None:
            self._places = {key: number for number in self._numbers() for key in self._keys(number)}
        return self._places

    def _open(self) -> int:
        """Give the bundle that new records go to: the last one, while there is room in it."""
        if len([*self._keys(self._newest)]) >= SIZE:
            self._newest += 1
        return self._newest

    def _changing(self, number: int) -> dict[str, T]:
        if number not in self._changed:
            self._changed[number] = dict(self._records(number))
        return self._changed[number]

    def _keys(self, number: int) -> Iterable[str]:
        known = self._known(number)
        return _names_in(self._read(number).keys) if known is None else known

    def _records(self, number: int) -> dict[str, T]:
        """Give a bundle's records; those of the bundle read last are held, if no others are."""
        known = self._known(number)
        if known is not None:
            return known
        bundle = self._read(number)
        try:
            records = self._decode(bundle.records)
        except msgspec.DecodeError as error:
            raise BrokenStore(f"{self._name}: {number}") from error
        found = self._as_held(dict(zip(_names_in(bundle.keys), records, strict=False)))
        if not self._is_remembered:
            self._memory.clear()
        self._memory[self._name, number] = self._index[number], found
        return found

    def _as_held(self, records: dict[str, T]) -> dict[str, T]:
        held = self._held
        return {key: held(record) for key, record in records.items()} if held else records

    def _known(self, number: int) -> dict[str, T] | None:
        """Give the records of a bundle that need not be read from the store."""
        if number in self._changed or number not in self._index:
            return self._changed.get(number, {})
        made, records = self._memory.get((self._name, number), (b"", {}))
        return records if made == self._index[number] else None

    def _read(self, number: int) -> Bundle:
        bundle: Bundle | None = self._rows.get(number)
        if not bundle or bundle.mark != self._index[number]:
            raise BrokenStore(f"{self._name}: {number}")
        return bundle


def _names_in(keys: bytes) -> Iterator[str]:
    """Give a bundle's keys, each as the one text that all equal keys in this process share."""
    try:
        return map(intern, keys.decode("utf-8", "surrogatepass").split("\0"))
    except UnicodeDecodeError as error:
        raise BrokenStore(f"the keys {keys!r}") from error
