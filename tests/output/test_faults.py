"""Whatever the file system refuses: a message with place and remedy, and the site unchanged."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from newsarchive.artifacts import Artifact
from newsarchive.errors import OutputError
from newsarchive.output import kernel
from rewritten import NEW, OLD, write
from samples import tree

SYNC = kernel.sync  # which the tests do without
CALLS = ("open", "mkdir", "rename", "replace", "link", "unlink", "rmdir", "lstat", "scandir")


class Fault:
    """Lets one call of a kind fail, that of a given number."""

    def __init__(self, number: int, error: int) -> None:
        self.left, self.error = number, error

    def __call__(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            self.left -= 1
            if self.left == 0:
                raise OSError(self.error, os.strerror(self.error), str(arguments[0]))
            return real(*arguments, **options)

        return call


@contextmanager
def failing(name: str, number: int, error: int) -> Iterator[Fault]:
    """Let the call of that number fail for as long as the block runs."""
    fault = Fault(number, error)
    with pytest.MonkeyPatch.context() as patch:
        if name == "sync":
            patch.setattr(kernel, "sync", fault(kernel.sync))
        elif name == "exchange":
            patch.setattr(kernel, "exchange", fault(kernel.exchange))
        else:
            patch.setattr(os, name, fault(getattr(os, name)))
            if name == "open":
                patch.setattr("io.open", fault(open))
        yield fault


@pytest.mark.parametrize("error", ["ENOSPC", "EIO", "EACCES", "EROFS", "EMFILE"])
@pytest.mark.parametrize("call", [*CALLS, "sync", "exchange"])
def test_a_call_that_fails_leaves_the_old_site_or_the_run_succeeds(
    tmp_path: Path, call: str, error: str
) -> None:
    number, left = 0, 0
    while left <= 0:
        number += 1
        folder = tmp_path / f"{number}" / "output"
        write(OLD, folder)
        before = tree(folder)
        told = ""
        with failing(call, number, getattr(errno, error)) as fault:
            try:
                write(NEW, folder)
            except OutputError as refusal:
                told = str(refusal)
        left = fault.left
        if told:
            assert tree(folder) == before, (number, told)
            assert str(tmp_path) in told
            assert ". " in told
        else:
            assert tree(folder)["index.html"] == b"new"
        write(NEW, folder)
        assert {"articles/b-2/index.html", "index.html"} <= tree(folder).keys()
        assert "articles/a-1/index.html" not in tree(folder)
    assert number > 1 or call == "scandir"


@pytest.mark.parametrize("call", ["exchange", "sync"])
def test_a_fault_of_the_disk_is_not_taken_for_a_system_that_cannot_exchange(
    tmp_path: Path, call: str
) -> None:
    folder = tmp_path / "output"
    write(OLD, folder)
    for number in (1, 2) if call == "exchange" else (1,):
        with failing(call, number, errno.EIO), pytest.raises(OutputError, match="Check the disk"):
            write(NEW, folder)
        assert tree(folder)["index.html"] == b"old"


def test_what_the_system_answers_to_calls_that_python_has_no_name_for_is_raised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kernel, "_function", lambda _: lambda *_: -1)
    for call in (SYNC, lambda folder: kernel.exchange(folder, folder)):
        with pytest.raises(OSError, match=tmp_path.name):
            call(tmp_path)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits as on Linux")
def test_a_file_that_grows_too_large_is_a_refusal_like_others(tmp_path: Path) -> None:
    import resource
    import signal

    folder = tmp_path / "output"
    write(OLD, folder)
    before = tree(folder)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
    try:
        told = rf"^{folder}: .* Name a folder on a file system that holds larger"
        with pytest.raises(OutputError, match=told):
            write([Artifact("index.html", b"x" * 20_000)], folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)
    assert tree(folder) == before
