"""An archive whose texts and site are on a store of S3 is built by a cluster as on one machine."""

import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

import newsarchive
from loopback import Running, running
from make_archive import make_archive
from newsarchive.output import RECORD
from newsarchive.running.remote import opened

pytestmark = pytest.mark.filterwarnings("ignore")  # of Dask and of the clients of S3

ARTICLES = 150
LOOPBACK = "127.0.0.1"


@pytest.fixture(scope="module")
def s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A store of S3 on loopback, which all processes find by their environment."""
    log = tmp_path_factory.mktemp("s3") / "log"
    command = [sys.executable, "-m", "moto.server", "-H", LOOPBACK, "-p", "0"]
    with log.open("wb") as said:
        server = subprocess.Popen(command, stdout=said, stderr=said)
    given = {
        "AWS_ACCESS_KEY_ID": "reader",
        "AWS_SECRET_ACCESS_KEY": "reader",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    with pytest.MonkeyPatch.context() as patch:
        try:
            given["AWS_ENDPOINT_URL"] = address_in(log, server)
            for name, value in given.items():
                patch.setenv(name, value)
            yield given["AWS_ENDPOINT_URL"]
        finally:
            server.kill()
            server.wait()


def address_in(log: Path, server: subprocess.Popen[bytes]) -> str:
    """Wait until the store says on which port, a free one, it answers."""
    deadline = time.monotonic() + 600
    while time.monotonic() < deadline and server.poll() is None:
        if found := re.search(rf"http://{LOOPBACK}:\d+(?=\s)", log.read_text()):
            return found[0]
        time.sleep(0.05)
    pytest.fail("the store does not start")


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive, built on this machine from its disk."""
    root = tmp_path_factory.mktemp("local")
    make_archive(ARTICLES, root)
    (root / "articles/000003.yaml").write_text("why: The print edition has it.\ndate: 2019-02\n")
    newsarchive.build(newsarchive.load_site(root), jobs=1)
    return root


def put_archive(local: Path, bucket: str, root: Path) -> Any:
    """Lay the archive's texts on the store; give the store."""
    fs, _ = opened(f"s3://{bucket}")
    fs.mkdir(bucket)
    fs.put(str(local / "articles"), f"{bucket}/", recursive=True)
    root.mkdir()
    settings = (local / "site.yaml").read_text()
    places = f"articles: s3://{bucket}/articles\noutput: s3://{bucket}/site\n"
    (root / "site.yaml").write_text(settings + places)
    return fs


def build(root: Path, address: str) -> str:
    command = [sys.executable, "-m", "newsarchive", "build", "-C", str(root), "--cluster", address]
    done = subprocess.run(command, capture_output=True, text=True, timeout=3_000, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != RECORD)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def contents_on(fs: Any, folder: str) -> dict[str, bytes]:
    fs.invalidate_cache()
    found: dict[str, bytes] = fs.cat(fs.find(folder))
    names = {path: path.removeprefix(f"{folder}/") for path in found}
    return {names[path]: content for path, content in found.items() if names[path] != RECORD}


@pytest.mark.usefixtures("s3")
def test_the_site_is_the_same_to_the_byte_though_workers_are_killed_at_random(
    local: Path, tmp_path: Path
) -> None:
    with running(tmp_path, workers=2) as dask:
        for turn in range(10):  # on a busy machine a build may be over before one is killed
            bucket = f"killed-{turn}"
            fs = put_archive(local, bucket, tmp_path / bucket)
            said = build_while_workers_die(tmp_path / bucket, bucket, dask)
            assert f"{ARTICLES} articles" in said
            assert contents_on(fs, f"{bucket}/site") == contents(local / "output")
            assert not fs.exists(f"{bucket}/site.marks")
            if len(dask.workers) > 2:
                return
    pytest.fail("no worker was killed")


def build_while_workers_die(root: Path, bucket: str, dask: Running) -> str:
    stop = threading.Event()
    killing = threading.Thread(target=kill_at_random, args=(dask, stop, bucket))
    killing.start()
    try:
        return build(root, dask.address)
    finally:
        stop.set()
        killing.join()


def kill_at_random(dask: Running, stop: threading.Event, bucket: str) -> None:
    """Kill one worker after the other while they work, and start another in its place."""
    marks, _ = opened(f"s3://{bucket}")
    chance = Random(3)  # noqa: S311
    while not stop.is_set() and not marks.exists(f"{bucket}/site.marks"):
        time.sleep(0.05)
        marks.invalidate_cache()
    for _ in range(4):
        if stop.wait(chance.uniform(0.05, 0.6)):
            return
        alive = [worker for worker in dask.workers if worker.poll() is None]
        chance.choice(alive).send_signal(signal.SIGKILL)
        dask.workers.append(dask.start_worker())


@pytest.mark.usefixtures("s3")
def test_a_text_that_changes_on_the_store_changes_its_page_there_and_a_deleted_one_goes(
    local: Path, tmp_path: Path
) -> None:
    root = tmp_path / "archive"
    fs = put_archive(local, "changed", root)
    with running(tmp_path, workers=1) as dask:
        build(root, dask.address)
        assert "0 of" in build(root, dask.address)
        before = contents_on(fs, "changed/site")
        text = (local / "articles/000005.txt").read_text()
        fs.pipe_file("changed/articles/000005.txt", text.replace(" the ", " a ", 3).encode())
        fs.rm("changed/articles/000007.txt")
        build(root, dask.address)
    after = contents_on(fs, "changed/site")
    assert contents(root / ".newsarchive/site") == after
    gone = {path for path in before.keys() - after.keys() if path.startswith("articles/")}
    assert len(gone) == 2  # the deleted one, and the address of the one with other bytes
