"""Files of no format that is read: what each kind is, and how to have its articles all the same."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from newsarchive.loading.tables.references import REMEDY, WITHOUT_TEXTS
from newsarchive.model import Problem

KINDS = (  # endings, what such a file is, and what to do
    (
        ".doc .pages .wpd",
        "it is a word processor's file",
        "Open it there and save it as .docx, .odt, .rtf or .txt; one article a file",
    ),
    (
        ".djvu .ps .xps",
        "it is printed pages, not text",
        "Make a .pdf of it, or a .txt; of scanned pages with OCR",
    ),
    (
        ".jpg .jpeg .png .gif .webp .tif .tiff .bmp .heic .avif .svg",
        "it is a picture",
        "Take it out; if it is of an article, put the article's words into a .txt",
    ),
    (".xls .numbers", "it is a spreadsheet", "Save it there as .ods, .xlsx, or .csv in UTF-8"),
    (
        ".parquet .feather .sqlite .db .rds .rdata .pkl .dta .sav",
        "it is a program's table",
        "Write it there as .csv or .jsonl, in UTF-8",
    ),
    (".ass .ssa .ttml .dfxp", "it is subtitles", "Save them as .srt or .vtt"),
    (".ris .bib .enw .nbib", WITHOUT_TEXTS, REMEDY),
    (
        ".msg .pst .ost .olm .emlx",
        "it is a mail program's own file",
        "Save the mails as .eml or .mbox",
    ),
    (
        ".url .webloc",
        "it is a link to a page, not the page",
        "Open it in a browser, and save the page as .html",
    ),
    (".opml .cdx .cdxj", "it lists addresses of pages, and holds none", "Save those that you need"),
    (".epub .mobi .azw3", "it is a book", "Save its text as .txt, one article a file"),
    (
        ".gz .bz2 .xz .zst .7z .rar .tar .tgz",
        "it is packed",
        "Unpack it, or pack what is in it as .zip, or a single file as .txt.gz, .csv.gz, …",
    ),
    (
        ".css .js .mjs .map .woff .woff2 .ttf .otf .eot .ico",
        "it is what pages are drawn with, not an article",
        "Take it out: an archive's pages do not need it",
    ),
    (
        ".mp3 .m4a .ogg .opus .wav .flac .mp4 .m4v .mov .avi .mkv .webm .flv .wmv",
        "it is a recording",
        "Take it out; if it is of an article, put what is said in it into a .txt, .srt or .vtt",
    ),
    (".yml .yaml", "no article format has this ending", "A correction's is .yaml"),
)
STANDARD_INPUT = "-"
BY_ENDING = {ending: (what, do) for endings, what, do in KINDS for ending in endings.split()}


def is_foreign(name: str) -> bool:
    """Tell whether a file's name says that it is of a format that is not read."""
    return name == STANDARD_INPUT or PurePath(name).suffix.lower() in BY_ENDING


def foreign(name: str, known: Iterable[str]) -> Problem:
    """Say what a file is that no reader is there for, and what to do about it.

    Args:
        name: what the problem calls the file.
        known: the endings that are read.
    """
    ending = PurePath(name).suffix.lower()
    if name == STANDARD_INPUT:
        what = "what is piped in is not read, for no ending tells what it is"
        remedy = "Save it as a file, such as page.html"
    elif not ending:
        what = "its name has no ending, which would tell how to read it"
        remedy = "If it is text, add .txt to its name; if it is a mailbox, .mbox"
    elif ending in BY_ENDING:
        what, remedy = BY_ENDING[ending]
    else:
        what = "no article format has this ending"
        endings = ", ".join(known)
        remedy = f"Save its text as .txt, or take it out. The endings read are {endings}"
    return Problem(name, what, remedy)
