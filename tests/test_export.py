import errno
from pathlib import Path

import pytest

from newsarchive.cli import main
from newsarchive.errors import ExportError
from newsarchive.export import export
from newsarchive.settings.site import Site, load_site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    (tmp_path / "articles").mkdir()
    (tmp_path / "site.yaml").write_text("title: Ports\n")
    (tmp_path / "articles/a.txt").write_text("Harbour reopens\n\nThe harbour opened on Monday.\n")
    return load_site(tmp_path)


def test_an_export_goes_to_the_standard_output(
    site: Site, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert export(site, "csv").problems == ()
    assert capsysbinary.readouterr().out.count(b"\r\n") == 2


def test_a_file_takes_the_place_of_the_one_that_is_there(site: Site) -> None:
    file = site.root / "a.sqlite"
    file.write_text("old")
    export(site, "sqlite", file)
    assert file.read_bytes().startswith(b"SQLite format 3")
    assert sorted(path.name for path in site.root.iterdir()) == [
        ".newsarchive",
        "a.sqlite",
        "articles",
        "site.yaml",
    ]


def test_an_export_among_the_texts_is_refused(site: Site) -> None:
    with pytest.raises(ExportError, match="it would be read as one of the archive's texts"):
        export(site, "csv", site.articles / "all.csv")
    assert [path.name for path in site.articles.iterdir()] == ["a.txt"]


def test_a_folder_is_no_place_for_an_export_but_a_file_in_it_is(site: Site) -> None:
    with pytest.raises(
        ExportError, match=r"\.\.: it is a folder. Name a file in it, such as .*csv"
    ):
        export(site, "csv", site.articles / "..")


def test_what_the_file_system_refuses_is_told_with_a_remedy(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("newsarchive.export.save", full)
    with pytest.raises(ExportError, match=r"a\.csv: .*No space left on device\). Free some space"):
        export(site, "csv", site.root / "a.csv")


def test_a_database_is_no_stream(site: Site) -> None:
    with pytest.raises(ExportError, match=r"--to articles\.sqlite"):
        export(site, "sqlite")


def test_a_place_that_cannot_be_written_is_named(site: Site) -> None:
    with pytest.raises(ExportError, match=r"a\.csv: there is no folder .*missing\. Make"):
        export(site, "csv", site.root / "missing/a.csv")


def test_a_file_that_cannot_be_read_is_told_and_stops_nothing(site: Site) -> None:
    (site.articles / "b.txt").write_bytes(b"%PDF-1.7")
    (problem,) = export(site, "ris", site.root / "a.ris").problems
    assert problem.path == "articles/b.txt"


def test_the_command_names_what_is_not_in_the_export_and_where_the_rest_is_told(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    (site.articles / "b.txt").write_bytes((site.articles / "a.txt").read_bytes())
    (site.articles / "c.txt").write_text("")
    assert main(["export", "-C", str(site.root), "--to", str(site.root / "a.csv")]) == 0
    assert capsys.readouterr().err == (
        "articles/c.txt: holds no text. Copy the text into it, or remove it.\n"
        "And 1 problem by which no article is missing: `newsarchive build` tells all.\n"
    )


def test_the_command_writes_to_the_standard_output(
    site: Site, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["export", "-C", str(site.root), "--format", "ris"]) == 0
    assert capfdbinary.readouterr().out.endswith(b"ER  - \r\n")


def test_the_command_says_what_it_cannot_do(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "-C", str(site.root), "--format", "parquet"]) == 1
    assert "parquet is written to a file only" in capsys.readouterr().err


def test_the_command_says_how_many_articles_it_wrote_and_where(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    file = site.root / "a.csv"
    assert main(["export", "-C", str(site.root), "--to", str(file)]) == 0
    assert capsys.readouterr().out == f"Wrote 1 article to {file}\n"
