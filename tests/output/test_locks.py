import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsarchive.artifacts import Artifact
from newsarchive.errors import BusyError
from newsarchive.output import locks, opened, write
from samples import PROJECT, command, make_archive

HOLD = """
import sys
from pathlib import Path
from newsarchive.output import opened
with opened(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()  # until who asked for it goes
"""


@pytest.fixture
def holder(tmp_path: Path) -> subprocess.Popen[str]:
    """Another process that holds the output folder of the archive in `tmp_path`."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "output")],
        env={**os.environ, "PYTHONPATH": str(PROJECT / "src")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


def end(process: subprocess.Popen[str], number: int) -> None:
    process.send_signal(number)
    process.communicate()


def test_a_second_builder_is_told_who_the_first_is(
    tmp_path: Path, holder: subprocess.Popen[str]
) -> None:
    with (
        pytest.raises(BusyError, match=rf"process {holder.pid} on \S+, since 20\d\d-"),
        opened(tmp_path / "output", patience=0.1),
    ):
        pass
    end(holder, signal.SIGKILL)


def test_a_second_build_exits_with_75(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    make_archive(tmp_path)
    done = command("build", cwd=tmp_path)
    end(holder, signal.SIGKILL)
    assert done.returncode == 75
    assert f"process {holder.pid} " in done.stderr
    assert not (tmp_path / "output").exists()


def test_a_second_builder_waits_for_a_while(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    started = time.monotonic()
    end_soon = subprocess.Popen(["sh", "-c", f"sleep 0.5; kill {holder.pid}"])
    with opened(tmp_path / "output", patience=300):
        assert time.monotonic() - started > 0.5
    end_soon.wait()
    end(holder, signal.SIGTERM)


def test_the_lock_of_a_dead_builder_is_taken_over(
    tmp_path: Path, holder: subprocess.Popen[str]
) -> None:
    end(holder, signal.SIGKILL)
    with opened(tmp_path / "output", patience=0) as output:
        write([Artifact("index.html", b"home")], output, sources="1")
    assert (tmp_path / "output" / "index.html").is_file()


def test_two_threads_of_one_process_are_two_builders(tmp_path: Path) -> None:
    with (
        opened(tmp_path / "output"),
        pytest.raises(BusyError),
        opened(tmp_path / "output", patience=0),
    ):
        pass


def test_a_lock_that_is_a_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    (tmp_path / ".output.newsarchive").mkdir()
    (tmp_path / ".output.newsarchive" / "lock").symlink_to(tmp_path / "mine.txt")
    with (
        pytest.raises(Exception, match=r"lock: the file system refused"),
        opened(tmp_path / "output"),
    ):
        pass
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_a_lock_whose_file_was_removed_as_it_was_taken_is_taken_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, lock, times = tmp_path / "lock", locks._lock, list[int]()

    def locked_late(file: int) -> bool:
        if not times:
            path.unlink()  # by who held it until now
        times.append(file)
        return lock(file)

    monkeypatch.setattr(locks, "_lock", locked_late)
    with locks.locked(path, tmp_path):
        assert path.is_file()
    assert len(times) == 2
