"""A Dask cluster as the map of the stages, in shards that are kept when they are done.

Each shard of texts leaves two marks in a folder that all workers reach: `begun`, and `done` with
its results. A shard that is done is not worked on again, by this run or by the next one after an
interruption. One that was begun and not finished, because its worker was lost, is worked on item by
item in a process of its own (`alone`), so that a text that ends processes costs one worker.

Nothing is raised in a worker: exceptions whose constructors take several arguments never come back
from Dask. What stops the work comes back as a value and is raised here.
"""

from __future__ import annotations

import typing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from msgspec import Struct

from newsarchive.errors import ClusterError, NewsarchiveError
from newsarchive.running.alone import one_by_one
from newsarchive.running.remote import CHECK, asked, opened
from newsarchive.running.workers import ItemWise

if TYPE_CHECKING:
    from concurrent.futures import Future


A = TypeVar("A")
B = TypeVar("B")

PATIENCE = "30s"
"""How long to wait for the scheduler."""
AHEAD = 3
"""Shards for each worker that wait or are worked on."""
LOSSES = 5
"""Times that a shard is given out again after Dask has given it up: each time it lost three
workers or more, and only the first loss can be an item's fault."""


class Stopped(Struct, frozen=True):
    """Why a shard cannot be worked on: what a worker gives instead of raising it."""

    what: str
    where: str = ""
    remedy: str = ""


class Shard(Struct, frozen=True):
    """A shard on its way to a worker."""

    store: str
    """The folder of marks, as fsspec spells it."""
    key: str
    """Digest of the function, of what it is given and of newsarchive's own code."""
    code: str
    """`code_fingerprint` of who gives it out."""


@contextmanager
def cluster(address: str, store: str) -> Iterator[_Cluster]:
    """Give a map that runs on a Dask cluster.

    Args:
        address: the scheduler's, such as `tcp://10.0.0.1:8786`.
        store: a folder for the marks that all workers reach, as fsspec spells it; deleted when all
            was worked on, and left for the next run after an interruption.

    Raises:
        ClusterError: it cannot be reached, or its workers cannot do the work.
    """
    try:
        fs, folder = opened(store)
        client = _client(address)
    except ImportError as error:
        remedy = 'Install it: pip install "newsarchive[dask]"'
        raise ClusterError(f"{error.name} is not installed here", remedy=remedy) from error
    except (OSError, ValueError) as error:
        remedy = "Start it with `dask scheduler`, and workers with `dask worker ADDRESS`"
        raise ClusterError(
            f"no scheduler answers ({error})", where=address, remedy=remedy
        ) from error
    with client:
        with asked(store, ClusterError, "the folder of marks cannot be made", CHECK):
            fs.makedirs(folder, exist_ok=True)
        yield _Cluster(client, store)
        fs.rm(folder, recursive=True)


def _client(address: str) -> Any:  # noqa: ANN401  Dask has no types
    from distributed import Client  # noqa: PLC0415  an extra

    return Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]


class _Cluster:
    """A map whose shards go to a cluster; the results of an `ItemWise` function are kept."""

    far = True

    def __init__(self, client: Any, store: str) -> None:  # noqa: ANN401
        self._client, self._store = client, store

    def __call__(self, function: Callable[[A], B], inputs: Iterable[A]) -> Iterator[B]:
        executor = self._client.get_executor(pure=False)
        decode = _decoder(function)
        working: deque[_Given] = deque()
        try:
            for given in inputs:
                key = _key(function, given) if isinstance(function, ItemWise) else ""
                shard = Shard(self._store, key, code_fingerprint())
                give = partial(executor.submit, _attempt, shard, function, given)
                working.append(_Given(give))
                if len(working) > AHEAD * self._threads():
                    yield decode(working.popleft().result())
            while working:
                yield decode(working.popleft().result())
        finally:
            executor.shutdown(wait=False)  # what still waits is cancelled

    def _threads(self) -> int:
        return int(sum(self._client.nthreads().values())) or 1


class _Given:
    """A shard that was given to the cluster."""

    def __init__(self, give: Callable[[], Future[bytes | Stopped]]) -> None:
        self._give, self._future = give, give()

    def result(self) -> bytes:
        """Wait for what it comes to; give it out again if Dask gives it up.

        Raises:
            ClusterError: it cannot be worked on, or lost every worker.
        """
        from distributed import KilledWorker  # noqa: PLC0415  an extra

        for _ in range(LOSSES):
            try:
                result = self._future.result()
            except KilledWorker:
                self._future = self._give()
                continue
            if isinstance(result, bytes):
                return result
            raise ClusterError(result.what, where=result.where, remedy=result.remedy)
        remedy = "See what the workers say: they may lack memory"
        raise ClusterError("a shard lost every worker that it was given to", remedy=remedy)


def _attempt(shard: Shard, function: Callable[[A], B], given: A) -> bytes | Stopped:
    """Work on a shard, in a worker; give its results, encoded, or why there are none."""
    try:
        if shard.code != code_fingerprint():
            remedy = "Install the same on all machines"
            return Stopped("a worker has another newsarchive", _here(), remedy)
        if not isinstance(function, ItemWise):
            return msgspec.msgpack.encode(function(given))
        return _done(shard) or _worked(shard, function, given)
    except NewsarchiveError as error:
        return Stopped(error.what, error.where, error.remedy)
    except Exception as error:  # whatever it is, it must come back
        return Stopped(f"{type(error).__name__}: {error}", _here())


def _worked(shard: Shard, function: Any, given: Any) -> bytes:  # noqa: ANN401
    fs, folder = opened(shard.store)
    begun = f"{folder}/{shard.key}.begun"
    again = fs.exists(begun)
    fs.pipe_file(begun, b"")
    content = msgspec.msgpack.encode(one_by_one(function, given) if again else function(given))
    fs.pipe_file(f"{folder}/{shard.key}.done", sha256(content).digest() + content)
    return content


def _done(shard: Shard) -> bytes | None:
    """Read what a shard came to before; nothing where it was not done, or not as it was written."""
    fs, folder = opened(shard.store)
    try:
        content = bytes(fs.cat_file(f"{folder}/{shard.key}.done"))
    except FileNotFoundError:
        return None
    digest, content = content[:32], content[32:]
    return content if sha256(content).digest() == digest else None


def _here() -> str:
    from distributed import get_worker  # noqa: PLC0415  an extra

    return str(get_worker().address)


def _key(function: ItemWise[Any, Any], given: Any) -> str:  # noqa: ANN401
    """Give one value for a call: the function, what it is given, and the code that does it."""
    called = msgspec.msgpack.encode((_spelt(function.function), given))
    return sha256(code_fingerprint().encode() + called).hexdigest()[:32]


def _spelt(function: Any) -> tuple[Any, ...]:  # noqa: ANN401  any way to say what to call
    if isinstance(function, partial):
        return (*_spelt(function.func), function.args, sorted(function.keywords.items()))
    return (function.__module__, function.__qualname__)


def _decoder(function: Any) -> Callable[[bytes], Any]:  # noqa: ANN401
    """Give what reads a function's results: of the type that it says it gives."""
    while not hasattr(function, "__annotations__") or isinstance(function, ItemWise | partial):
        function = function.function if isinstance(function, ItemWise) else function.func
    decoder = msgspec.msgpack.Decoder(typing.get_type_hints(function)["return"])
    return decoder.decode


@cache
def code_fingerprint() -> str:
    """Give one value for newsarchive's own code and data, the same wherever it is installed."""
    folder = Path(__file__).parents[1]
    digest = sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            name = path.relative_to(folder).as_posix()
            digest.update(name.encode() + b"\0" + sha256(path.read_bytes()).digest())
    return digest.hexdigest()
