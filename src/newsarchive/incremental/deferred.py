"""Calls of pure functions that are described and not made yet.

What a page shows depends only on the function that makes its view and on the arguments. So the
digests of both tell whether the page would come out as it did in the last build; only where they
are not the same is the call made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache, lru_cache
from hashlib import blake2b
from operator import attrgetter
from typing import Any, Generic, TypeVar

import msgspec
from msgspec import Struct

T = TypeVar("T")
_OWN = attrgetter("digest")
_PLAIN = frozenset({str, int, bool, type(None)})
"""The types of fields with which a record is digested as a whole, which is faster."""

SIZE = 12
"""Bytes of a digest: among a million million of them no two are the same by chance."""


class Deferred(Struct, Generic[T], frozen=True):
    """A call of a pure function that has not been made."""

    function: Callable[..., T]
    arguments: tuple[Any, ...]
    """Records, texts, numbers, tuples of them, and other deferred calls. Of those with a method
    `fetch`, such as an article in the store, the function gets what that gives."""

    def __call__(self) -> T:
        """Make the call."""
        return self.function(*map(_given, self.arguments))

    def labels(self) -> tuple[str, ...]:
        """Give the names that the function has for its arguments."""
        code: Any = getattr(self.function, "__code__", None)
        return tuple(code.co_varnames[: len(self.arguments)]) if code else ()


def _given(argument: Any) -> Any:  # noqa: ANN401
    return argument() if isinstance(argument, Deferred) else _fetched(argument)


def _fetched(argument: Any) -> Any:  # noqa: ANN401  whatever it is
    return argument.fetch() if hasattr(argument, "fetch") else argument


def with_fetched(deferred: Deferred[T]) -> Deferred[T]:
    """Give a call whose arguments are fetched already, for a process that cannot open the store."""
    return Deferred(deferred.function, tuple(map(_whole, deferred.arguments)))


def _whole(value: Any) -> Any:  # noqa: ANN401  whatever it is
    """Give a value with all that is to be fetched in it fetched, in whatever it holds too."""
    if hasattr(value, "whole"):
        return value.whole()
    if isinstance(value, Deferred):
        return with_fetched(value)
    if isinstance(value, tuple | list):
        return tuple(map(_whole, value))
    if isinstance(value, Struct):
        fields = {name: getattr(value, name) for name in value.__struct_fields__}
        return msgspec.structs.replace(value, **{k: _whole(held) for k, held in fields.items()})
    return value


class Digests:
    """Digests of values. That of a record which stands in many places is reckoned once."""

    def __init__(self) -> None:
        """Know the digests of None and of no values, which most pages are given."""
        self._known: dict[int, tuple[Any, bytes]] = {}
        self.forget()

    def forget(self) -> None:
        """Drop the values whose digests were asked for, and their digests."""
        self._known = {
            id(None): (None, digest(b"None")),
            id(()): ((), digest(b"", b"0")),
        }

    def parts(self, deferred: Deferred[Any]) -> tuple[bytes, ...]:
        """Give the digest of the function and of each of its arguments."""
        return (_function_digest(deferred.function), *map(self.of, deferred.arguments))

    def of(self, value: Any) -> bytes:  # noqa: ANN401
        """Give a value's digest. A value that has one of its own, `digest`, is known by that."""
        if isinstance(value, str):
            return _text_digest(str(value))
        if own := getattr(value, "digest", b""):
            return bytes(own)
        known = self._known.get(id(value))
        if known is not None and known[0] is value:
            return known[1]
        match value:
            case int() | bytes():
                return digest(repr(value).encode())
            case tuple() | list():
                joined = _own_digests(value) or b"".join(map(self.of, value))
                return digest(joined, b"%d" % len(value))
        return digest(*self.parts(value)) if isinstance(value, Deferred) else self._of_record(value)

    def _of_record(self, value: Any) -> bytes:  # noqa: ANN401
        self._known[id(value)] = value, self._reckoned(value)  # kept, lest another get its id
        return self._known[id(value)][1]

    def _reckoned(self, value: Any) -> bytes:  # noqa: ANN401
        if isinstance(value, Struct):
            name, fields = type(value).__name__.encode(), msgspec.structs.astuple(value)
            if _PLAIN.issuperset(map(type, fields)):
                with suppress(UnicodeEncodeError):
                    return digest(name, msgspec.msgpack.encode(fields))
            return digest(name, *map(self.of, fields))
        return digest(msgspec.msgpack.encode(value, order="deterministic"))


@lru_cache(10_000)
def _text_digest(text: str) -> bytes:
    return digest(b"text", bytes_of(text))


@cache
def _function_digest(function: Callable[..., Any]) -> bytes:
    return digest(f"{function.__module__}.{function.__qualname__}".encode())


def _own_digests(values: Sequence[Any]) -> bytes:
    """Join the digests of values that have one each, as all entries do; empty for others."""
    try:
        digests = list(map(_OWN, values))
    except AttributeError:
        return b""
    return b"".join(digests) if all(digests) else b""


def bytes_of(text: str) -> bytes:
    """Encode a text that may hold halves of surrogate pairs: the name of a file may be no text."""
    return text.encode("utf-8", "surrogatepass")


def digest(*parts: bytes) -> bytes:
    """Give a digest of some bytes, which differs where any of them does."""
    lengths = str([*map(len, parts)]).encode()
    return blake2b(b"".join((lengths, *parts)), digest_size=SIZE).digest()
