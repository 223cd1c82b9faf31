from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.model import Problem


@pytest.mark.parametrize(
    ("name", "what", "remedy"),
    [
        ("report", "its name has no ending, which would tell how", "If it is text, add .txt to"),
        ("report.yml", "no article format has this ending", "A correction's is .yaml"),
        ("reports.tar.gz", "it is packed", "Unpack it, or pack what is in it as .zip"),
        ("report.pages", "it is a word processor's file", "Open it there and save it as .docx"),
        ("a.b.DJVU", "it is printed pages, not text", "Make a .pdf of it, or a .txt"),
        ("mails.pst", "it is a mail program's own file", "Save the mails as .eml or .mbox"),
        ("reports.parquet", "it is a program's table", "Write it there as .csv or .jsonl"),
        ("news.ass", "it is subtitles", "Save them as .srt or .vtt"),
        ("feeds.opml", "it lists addresses of pages, and holds none", "Save those that you need"),
        ("page.url", "it is a link to a page, not the page", "Open it in a browser"),
        ("reports.numbers", "it is a spreadsheet", "Save it there as .ods"),
        ("site.css", "it is what pages are drawn with", "Take it out: an archive's pages"),
        ("talk.mp3", "it is a recording", "Take it out; if it is of an article, put what is said"),
        ("-", "what is piped in is not read", "Save it as a file, such as page.html"),
        (
            "report.xyz",
            "no article format has this ending",
            "Save its text as .txt, or take it out. The endings read are .txt, ",
        ),
    ],
)
def test_a_name_that_tells_no_format_is_told_what_to_do(
    tmp_path: Path, name: str, what: str, remedy: str
) -> None:
    (tmp_path / name).write_bytes(b"x")
    (problem,) = load(tmp_path / name, name)
    assert isinstance(problem, Problem)
    assert problem.what.startswith(what)
    assert problem.remedy.startswith(remedy)
