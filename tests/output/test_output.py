from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import pytest

from newsarchive import output
from newsarchive.artifacts import Artifact, Chunk
from newsarchive.errors import OutputError, TemplateError
from newsarchive.output import RECORD, UNFINISHED, Record, Written, opened, read_record
from samples import put, tree

HOME = Artifact("index.html", b"home")
ARTICLE = Artifact("articles/a-1/index.html", b"article")


@pytest.fixture(autouse=True, params=["in one step", "file by file"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The way in which a change is put live."""
    if request.param == "file by file":
        monkeypatch.setattr(output, "can_swap", lambda *_: False)
    return str(request.param)


def write(
    artifacts: Iterable[Artifact | Chunk],
    folder: Path,
    *,
    sources: str,
    keep: Collection[str] = (),
) -> Written:
    """Write a site as a build does."""
    with opened(folder, patience=0) as place:
        return output.write(artifacts, place, sources=sources, keep=keep)[0]


def files(folder: Path) -> dict[str, bytes]:
    return {name: content for name, content in tree(folder).items() if name != RECORD}


def failing() -> Iterator[Artifact]:
    yield Artifact("index.html", b"half a new site")
    yield Artifact("about/index.html", b"about")
    raise TemplateError("it is wrong")


def test_a_folder_that_is_missing_is_made(tmp_path: Path) -> None:
    assert write([ARTICLE, HOME], tmp_path / "a" / "output", sources="1") == Written(2, 2, 0)
    assert files(tmp_path / "a" / "output") == {
        "index.html": b"home",
        "articles/a-1/index.html": b"article",
    }


def test_the_record_names_every_file_with_its_sha256_and_the_sources(tmp_path: Path) -> None:
    write([HOME, ARTICLE], tmp_path, sources="fingerprint")
    assert read_record(tmp_path) == Record(
        sources="fingerprint",
        files={
            "articles/a-1/index.html": (
                "84393add8c489d33569360efd1bcb5f70ed5a22408127d241c751e5ea345eb7c"
            ),
            "index.html": "4ea140588150773ce3aace786aeef7f4049ce100fa649c94fbbddb960f1da942",
        },
    )


def test_a_file_that_did_not_change_is_not_written(tmp_path: Path) -> None:
    write([HOME, ARTICLE], tmp_path, sources="1")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.html")}
    changed = Artifact("index.html", b"new home")
    assert write([changed, ARTICLE], tmp_path, sources="2") == Written(2, 1, 0)
    after = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.html")}
    assert {path.name for path in before if before[path] != after[path]} == {"index.html"}
    assert before[tmp_path / ARTICLE.path] == after[tmp_path / ARTICLE.path]


def test_a_run_that_changes_nothing_leaves_the_record_too(tmp_path: Path) -> None:
    write([HOME], tmp_path, sources="1")
    before = (tmp_path / RECORD).stat().st_mtime_ns
    assert write([HOME], tmp_path, sources="1") == Written(1, 0, 0)
    assert (tmp_path / RECORD).stat().st_mtime_ns == before


def test_a_page_that_is_no_longer_made_disappears_with_its_folder(tmp_path: Path) -> None:
    write([HOME, ARTICLE], tmp_path, sources="1")
    assert write([HOME], tmp_path, sources="2") == Written(1, 0, 1)
    assert [path.name for path in tmp_path.iterdir() if path.name != RECORD] == ["index.html"]


def test_a_folder_that_another_program_filled_is_refused(tmp_path: Path) -> None:
    put(tmp_path, {"thesis.tex": "years of work"})
    with pytest.raises(OutputError, match="files that newsarchive did not write"):
        write([HOME], tmp_path, sources="1")
    assert files(tmp_path) == {"thesis.tex": b"years of work"}


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    put(tmp_path, {"output": "a file"})
    with pytest.raises(OutputError, match=r"output: it is a file\. Name another folder"):
        write([HOME], tmp_path / "output", sources="1")


def test_a_foreign_file_beside_the_pages_is_never_touched(tmp_path: Path) -> None:
    write([HOME, ARTICLE], tmp_path, sources="1")
    put(tmp_path, {"CNAME": "news.example.org", "articles/a-1/notes.txt": "mine"})
    write([HOME], tmp_path, sources="2")
    assert files(tmp_path) == {
        "index.html": b"home",
        "CNAME": b"news.example.org",
        "articles/a-1/notes.txt": b"mine",
    }


def test_a_foreign_file_where_a_page_belongs_is_refused(tmp_path: Path) -> None:
    write([HOME], tmp_path, sources="1")
    put(tmp_path, {ARTICLE.path: "mine"})
    with pytest.raises(OutputError, match="newsarchive did not write stands where a page belongs"):
        write([HOME, ARTICLE], tmp_path, sources="2")
    assert files(tmp_path) == {"index.html": b"home", ARTICLE.path: b"mine"}


def test_a_page_that_was_edited_by_hand_is_made_anew(tmp_path: Path) -> None:
    write([HOME], tmp_path, sources="1")
    put(tmp_path, {"index.html": "edited"})
    assert write([HOME], tmp_path, sources="1").changed == 1
    assert files(tmp_path) == {"index.html": b"home"}


def test_a_run_that_fails_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    write([HOME, ARTICLE], tmp_path, sources="1")
    before = tree(tmp_path)
    with pytest.raises(TemplateError):
        write(failing(), tmp_path, sources="2")
    assert tree(tmp_path) == before


def test_a_first_run_that_fails_does_not_lock_the_next_one_out(tmp_path: Path) -> None:
    with pytest.raises(TemplateError):
        write(failing(), tmp_path / "output", sources="1")
    assert write([HOME], tmp_path / "output", sources="1") == Written(1, 1, 0)


def test_a_first_run_that_was_killed_does_not_lock_the_next_one_out(tmp_path: Path) -> None:
    put(tmp_path, {f"{UNFINISHED}/index.html": "half a pa"})
    write([HOME], tmp_path, sources="1")
    assert files(tmp_path) == {"index.html": b"home"}


def test_two_pages_with_one_address_are_an_error_before_anything_is_written(
    tmp_path: Path,
) -> None:
    with pytest.raises(OutputError, match=r"index\.html: two pages have this address"):
        write([HOME, Artifact("index.html", b"other")], tmp_path, sources="1")
    assert tree(tmp_path) == {}


@pytest.mark.parametrize("path", ["../index.html", "/etc/motd", "a/../../b", ""])
def test_nothing_is_written_outside_of_the_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(OutputError, match="no page can stand there"):
        write([Artifact(path, b"")], tmp_path / "output", sources="1")
    assert tree(tmp_path) == {}


def test_nothing_is_deleted_outside_of_the_folder(tmp_path: Path) -> None:
    put(
        tmp_path,
        {"mine.txt": "mine", f"output/{RECORD}": '{"sources": "", "files": {"../mine.txt": ""}}'},
    )
    with pytest.raises(OutputError, match=r"it names \.\./mine\.txt, which is outside"):
        write([HOME], tmp_path / "output", sources="1")
    assert (tmp_path / "mine.txt").is_file()


def test_a_record_that_cannot_be_read_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    put(tmp_path, {RECORD: "{"})
    with pytest.raises(OutputError, match="Delete the output folder and build again"):
        write([HOME], tmp_path, sources="1")


def test_a_refusal_of_the_file_system_names_the_file(tmp_path: Path) -> None:
    write([HOME], tmp_path, sources="1")
    (tmp_path / "about").write_text("a file where a folder belongs")
    with pytest.raises(OutputError, match=r"about.*: the file system refused"):
        write([HOME, Artifact("about/index.html", b"about")], tmp_path, sources="2")
