import json
import re
import sys
from importlib import import_module
from pathlib import Path

import pytest

from newsarchive.cli import main
from newsarchive.commands import WITHOUT_URL
from quickness import within
from samples import HARBOUR, PROJECT, command, copy_of_project, make_archive, put

KEYS_OF_ISSUE_1 = {
    *("path", "sha256", "title", "source", "date", "date_basis", "authors", "section"),
    *("language", "url", "paragraphs", "lines"),
}
KEYS_OF_ISSUE_2 = KEYS_OF_ISSUE_1 | {"record", "blocks", "evidence", "seconds"}


def test_build_says_what_it_did(tmp_path: Path) -> None:
    copy_of_project(tmp_path)
    done = command("build", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    counts, changes = done.stdout.split("; ")
    assert re.fullmatch(r"5 articles, \d+ pages, 0 problems", counts)
    assert re.fullmatch(r"(\d+) of \1 files changed in output/ \(\d+\.\d\d s\)\n", changes)
    assert (tmp_path / "output" / "index.html").is_file()


def test_a_build_without_a_text_says_where_texts_belong(tmp_path: Path) -> None:
    command("new", ".", cwd=tmp_path)
    done = command("build", cwd=tmp_path)
    assert done.stdout.startswith("0 articles, ")
    assert done.stdout.endswith("\nThere is no text yet. Copy yours into articles/\n")


def test_a_build_tells_many_files_of_one_kind_once(tmp_path: Path) -> None:
    texts = {f"articles/{n}.gif": "GIF89a" for n in range(7)}
    make_archive(tmp_path, {"site.yaml": "title: News\n", "articles/a.doc": "x", **texts})
    done = command("build", cwd=tmp_path)
    assert "8 problems" in done.stdout
    first, second = done.stderr.splitlines()
    assert first.startswith("articles/0.gif and 6 more files, all named in output/ledger/: it is a")
    assert second.startswith("articles/a.doc: it is a word processor's file. ")


def test_a_build_says_that_the_site_is_english_where_there_are_no_words_in_its_language(
    tmp_path: Path,
) -> None:
    make_archive(tmp_path, {"site.yaml": "title: Nieuws\nlanguage: nl\n"})
    assert command("build", cwd=tmp_path).stdout.endswith(
        "\nThe site's own words are English, for there are none for `language: nl`. "
        "There are ar, de, en, es, fa, fr. "
        "Yours can stand in locale/nl/LC_MESSAGES/newsarchive.po.\n"
    )
    make_archive(tmp_path, {"site.yaml": "title: News\nlanguage: de-AT\n"})
    assert "English" not in command("build", cwd=tmp_path).stdout


def test_a_build_that_is_stopped_says_that_the_next_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object, **_named: object) -> None:
        raise KeyboardInterrupt

    make_archive(tmp_path)
    monkeypatch.setattr(import_module("newsarchive.build"), "build", stopped)
    assert main(["build", "-C", str(tmp_path)]) == 130
    assert capsys.readouterr().err == (
        "Stopped. What was read is kept: the same command goes on from there.\n"
    )


def test_a_second_build_changes_nothing(tmp_path: Path) -> None:
    make_archive(tmp_path)
    command("build", cwd=tmp_path)
    assert "; 0 of " in command("build", cwd=tmp_path).stdout


def test_a_build_that_had_nothing_to_do_says_so_when_it_is_asked_what_each_stage_took(
    tmp_path: Path,
) -> None:
    make_archive(tmp_path)
    assert re.search(r" s  load\n| s  read\n", command("build", "--timings", cwd=tmp_path).stdout)
    said = command("build", "--timings", cwd=tmp_path).stdout
    assert said.endswith("\nNothing changed since the last build, so no stage had to run.\n")


def test_build_is_silent_when_it_is_told_to_be(tmp_path: Path) -> None:
    make_archive(tmp_path)
    done = command("build", "--quiet", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(("strict", "code"), [((), 0), (("--strict",), 2)])
def test_a_bad_file_is_told_and_stops_nothing(
    tmp_path: Path, strict: tuple[str, ...], code: int
) -> None:
    make_archive(tmp_path, {"articles/scan.txt": b"%PDF-1.7", "articles/b.yaml": "why: So.\n"})
    done = command("build", *strict, cwd=tmp_path)
    assert done.returncode == code
    assert done.stdout.startswith("1 article, ")
    assert ", 2 problems;" in done.stdout
    assert done.stdout.endswith("\n3 inputs = 1 published + 0 duplicates + 2 set aside\n")
    assert done.stderr.splitlines() == [
        (
            "articles/b.yaml: a correction without the text that it corrects. "
            "Give it the name of a raw text, with the same capitals and the ending .yaml."
        ),
        "articles/scan.txt: the file is a PDF, not text. Save its text as .txt, or take it out.",
    ]


def test_no_name_and_no_text_gives_a_terminal_a_command(tmp_path: Path) -> None:
    sly = "a\x1b]0;owned\x07\nb\u202e"
    make_archive(
        tmp_path,
        {f"articles/{sly}.pdf": "x", f"articles/{sly}.txt": "A \x1b[2Jtitle\u202e\n\nText.\n"},
    )
    build = command("build", "--why", f"{sly}/", cwd=tmp_path)
    explain = command("explain", "articles", cwd=tmp_path)
    assert r"articles/a\x1b]0;owned\x07\nb\u202e.pdf: it is damaged" in build.stderr
    for said in (build.stdout, build.stderr, explain.stdout, explain.stderr):
        assert not set("\x1b\x07\u202e") & set(said)


def test_build_works_in_another_folder_than_this_one(tmp_path: Path) -> None:
    make_archive(tmp_path / "archive")
    assert command("build", "-C", "archive", cwd=tmp_path).returncode == 0
    assert (tmp_path / "archive" / "output" / "index.html").is_file()


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (
            {"site.yaml": "title: A\ntitel: B\n"},
            "/site.yaml:2: unknown key `titel`. Did you mean `title`?",
        ),
        (
            {"templates/article.html": "<h1>\n{{ view.titel }}"},
            "has no attribute 'titel' (filling the page articles/",
        ),
        (
            {"templates/artikel.html": "<h1>{{ view.title }}"},
            "/templates/artikel.html: no page is made with it: the theme has no such template, ",
        ),
        (
            {"site.yaml": "about: missing.md\n"},
            "/site.yaml: `about` names missing.md, which cannot be read",
        ),
        (
            {"output/thesis.tex": "mine"},
            "/output: it holds files that newsarchive did not write. Name another folder (",
        ),
        ({"sources/a.yaml": "name: A\n"}, "/sources/a.yaml:1: the key `recognised_by` is missing"),
    ],
)
def test_a_build_that_cannot_go_on_says_where_what_and_what_to_do(
    tmp_path: Path, files: dict[str, str | bytes], told: str
) -> None:
    put(tmp_path, {"site.yaml": "", "articles/harbour.txt": HARBOUR} | files)
    done = command("build", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("newsarchive: ")
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_folder_without_an_archive_says_how_to_make_one(tmp_path: Path) -> None:
    done = command("build", cwd=tmp_path)
    assert done.returncode == 1
    assert "there is no site.yaml here" in done.stderr
    assert "newsarchive new DIR" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("biuld",),
        ("build", "--strcit"),
        ("explain",),
        ("serve", "--port", "99999"),
        ("build", "--jobs", "0"),
    ],
)
def test_a_command_line_that_is_wrong_fails_like_any_other_mistake(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    done = command(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "usage: newsarchive" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("build", "--strickt"), "build: it does not take --strickt. Did you mean --strict?"),
        (
            ("build", "mine"),
            "build: it does not take mine. For an archive in a folder write -C mine",
        ),
        (("new", "one", "two"), "new: it does not take two"),
    ],
)
def test_what_a_command_does_not_take_is_told_with_what_was_probably_meant(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = command(*arguments, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith(f"usage: newsarchive {arguments[0]} ")
    assert done.stderr.endswith(f"\nnewsarchive {said}\n")


def test_a_terminal_of_another_encoding_is_told_letters_by_their_numbers(tmp_path: Path) -> None:
    for arguments in (("new", "نص"), ("build", "-C", "نص", "--why", "نص/")):
        done = command(*arguments, cwd=tmp_path, PYTHONIOENCODING="latin-1")
        assert (done.returncode, done.stderr) == (0, "")
        assert r"\u0646\u0635" in done.stdout


def test_help_is_there_at_once(tmp_path: Path) -> None:
    with within(2):
        done = command("--help", cwd=tmp_path)
    assert done.returncode == 0
    names = ("new", "build", "serve", "publish", "explain", "override")
    assert all(f" {name} " in done.stdout for name in names)


def test_nothing_heavy_is_imported_before_a_command_runs(tmp_path: Path) -> None:
    done = command("--version", cwd=tmp_path, PYTHONPROFILEIMPORTTIME="1")
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert not imported & {"numpy", "msgspec", "jinja2", "tornado", "yaml", "markdown", "slugify"}


def test_a_new_archive_builds_with_texts_of_ones_own(tmp_path: Path) -> None:
    done = command("new", "mine", cwd=tmp_path)
    assert done.returncode == 0
    put(tmp_path, {"mine/articles/harbour.txt": HARBOUR})
    assert command("build", "--strict", "-C", "mine", cwd=tmp_path).returncode == 0
    assert command("new", "mine", cwd=tmp_path).returncode == 1


def test_a_new_archive_says_how_to_go_on_in_a_shell(tmp_path: Path) -> None:
    done = command("new", "my news", cwd=tmp_path)
    assert done.stdout.splitlines()[1] == "  newsarchive serve -C 'my news'"


def test_override_names_the_copy(tmp_path: Path) -> None:
    make_archive(tmp_path)
    done = command("override", "article.html", cwd=tmp_path)
    assert done.stdout == f"Copied to {tmp_path}/templates/article.html\n"
    again = command("override", "article.html", cwd=tmp_path)
    assert (again.returncode, "it is there already" in again.stderr) == (1, True)


def test_publish_to_a_folder_says_what_it_did(tmp_path: Path) -> None:
    make_archive(tmp_path / "archive")
    early = command("publish", "--to", "../www", cwd=tmp_path / "archive")
    assert (early.returncode, "Run `newsarchive build` first" in early.stderr) == (1, True)
    command("build", cwd=tmp_path / "archive")
    done = command("publish", "--to", "../www", cwd=tmp_path / "archive")
    said = r"Published (\d+) files to \.\./www \(\1 written, 0 deleted\)\.\n"
    assert re.fullmatch(f"{said}{re.escape(WITHOUT_URL)}\n", done.stdout)


def test_publish_of_a_site_that_says_its_address_has_nothing_to_remark(tmp_path: Path) -> None:
    make_archive(tmp_path / "archive", {"site.yaml": "url: https://example.org/news/\n"})
    command("build", cwd=tmp_path / "archive")
    done = command("publish", "--to", "../www", cwd=tmp_path / "archive")
    assert done.stdout.startswith("Published ")
    assert done.stdout.count("\n") == 1


def test_explain_gives_one_json_object_a_line_for_each_article(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": HARBOUR, "more/b.txt": "Short\n\nToo short.\n"})
    done = command("explain", "--json", "more", "a.txt", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    articles = [json.loads(line) for line in done.stdout.splitlines()]
    assert [article["path"] for article in articles] == ["more/b.txt", "a.txt"]
    assert all(article.keys() >= KEYS_OF_ISSUE_2 for article in articles)


def test_explain_says_of_an_empty_folder_that_it_is_empty(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    done = command("explain", "--json", "more", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (
        1,
        "",
        "more: there is no text in this folder. Copy texts into it.\n",
    )


def test_explain_lists_every_line_that_is_not_blank_once(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": HARBOUR})
    article = json.loads(command("explain", "--json", "a.txt", cwd=tmp_path).stdout)
    numbers = [number for number, text in enumerate(HARBOUR.splitlines(), 1) if text]
    assert [line["line"] for line in article["lines"]] == numbers
    assert all(line.keys() == {"line", "label", "rule"} for line in article["lines"])
    assert all(block.keys() == {"kind", "text"} for block in article["blocks"])
    assert isinstance(article["seconds"], float)
    assert article["record"] is None


def test_explain_says_which_paragraphs_are_quotations(tmp_path: Path) -> None:
    put(tmp_path, {"a.md": "She said:\n\n> We will see.\n\nAnd left.\n"})
    article = json.loads(command("explain", "--json", "a.md", cwd=tmp_path).stdout)
    assert article["blocks"] == [
        {"kind": "paragraph", "text": "She said:"},
        {"kind": "paragraph", "text": "We will see.", "quoted": True},
        {"kind": "paragraph", "text": "And left."},
    ]


def test_explain_gives_an_inferred_interval_no_date(tmp_path: Path) -> None:
    done = command("explain", "--json", PROJECT / "articles", cwd=tmp_path)
    articles = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(articles) == 5
    assert [article["date"] for article in articles if article["date_basis"] == "inferred"] == [
        None for article in articles if article["date_basis"] == "inferred"
    ]
    stated = [article for article in articles if article["date_basis"] == "stated"]
    assert [article["date"] for article in stated] == ["2021-07-19"]
    assert {said["where"] for said in stated[0]["evidence"]["date"]} == {None, "URL"}


def test_explain_shows_a_correction_where_one_stands_beside_the_text(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": HARBOUR, "a.yaml": "why: So.\ntitle: Better\nlabels: {1: section}\n"})
    article = json.loads(command("explain", "--json", "a.txt", cwd=tmp_path).stdout)
    assert article["title"] == "Better"
    assert article["lines"][0] == {"line": 1, "label": "section", "rule": "corrected"}
    assert article["evidence"]["title"][0]["where"] == "a.yaml:2"


def test_explain_in_words_shows_the_fields_and_every_line(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": HARBOUR})
    text = command("explain", "a.txt", cwd=tmp_path).stdout
    assert text.startswith("a.txt  sha256 ")
    assert "Harbour reopens after the storm" in text
    assert max(map(len, text.splitlines())) <= 100


def test_explain_in_words_says_what_was_not_sure_enough(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": f"{HARBOUR}\nMore from Elsewhere Gazette\n"})
    text = command("explain", "a.txt", cwd=tmp_path).stdout
    assert "not known\n            perhaps Elsewhere Gazette (line 12, service-phrase: " in text


def test_explain_in_words_says_which_record_of_a_file_it_shows(tmp_path: Path) -> None:
    put(tmp_path, {"a.jsonl": json.dumps({"title": "A harbour", "text": HARBOUR})})
    assert command("explain", "a.jsonl", cwd=tmp_path).stdout.startswith("a.jsonl (1)  sha256 ")


@pytest.mark.parametrize("arguments", [("articles/a.csv",), ("-C", ".", "articles")])
def test_explain_reads_tables_as_the_archive_around_it_does(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    settings = "columns: {title: kop, text: inhoud}\n"
    text = HARBOUR.partition("\n\n")[2].replace('"', "'")
    table = f'kop,inhoud\nDe haven,"{text}"\n'
    put(tmp_path, {"site.yaml": settings, "articles/a.csv": table})
    article = json.loads(command("explain", "--json", *arguments, cwd=tmp_path).stdout)
    assert (article["title"], len(article["paragraphs"])) == ("De haven", 3)


def test_a_build_reads_a_table_anew_when_its_columns_get_other_names(tmp_path: Path) -> None:
    put(tmp_path, {"site.yaml": "", "articles/a.csv": "kop,inhoud\nDe haven,De tekst.\n"})
    assert command("build", cwd=tmp_path).stdout.startswith("0 articles")
    put(tmp_path, {"site.yaml": "columns: {title: kop, text: inhoud}\n"})
    assert command("build", cwd=tmp_path).stdout.startswith("1 article")


def test_explain_of_a_file_that_is_not_there_fails_and_says_so(tmp_path: Path) -> None:
    done = command("explain", "--json", "nowhere.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("nowhere.txt: there is no such file")


@pytest.mark.parametrize("path", ["harbour.txt", "articles/harbuor.txt", "articles/Harbour.txt"])
def test_explain_says_which_file_was_probably_meant(tmp_path: Path, path: str) -> None:
    make_archive(tmp_path)
    done = command("explain", path, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    meant = "Did you mean articles/harbour.txt?"
    assert done.stderr == f"{path}: there is no such file. {meant}\n"


def test_explain_says_that_nothing_is_read_from_a_pipe(tmp_path: Path) -> None:
    done = command("explain", "-", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(
        "-: what is piped in is not read, for no ending tells what it is."
    )


def test_explain_says_that_a_folder_of_profiles_is_not_there(tmp_path: Path) -> None:
    make_archive(tmp_path)
    done = command("explain", "--profiles", "mine", "articles", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "newsarchive: mine: there is no such folder. Check its name\n"


def test_a_wrong_folder_correction_is_told_once_by_explain_and_build(tmp_path: Path) -> None:
    texts = {f"articles/a/{name}.txt": f"{name} harbour\n\nIt opened.\n" for name in "bcd"}
    make_archive(tmp_path, {**texts, "articles/a/_folder.yaml": "why: So.\nsorce: S\n"})
    explained = command("explain", "articles/a", cwd=tmp_path)
    place = "articles/a/_folder.yaml:2"
    said = f"{place}: unknown key `sorce`, so the texts that it speaks for are set aside"
    assert explained.stderr == f"{said}. Did you mean `source`?\n"
    build = command("build", cwd=tmp_path)
    assert build.stderr == f"{said} (3 inputs). Did you mean `source`?\n"
    assert build.stdout.endswith("\n4 inputs = 1 published + 0 duplicates + 3 set aside\n")


def test_explain_of_a_correction_says_what_to_name_instead(tmp_path: Path) -> None:
    make_archive(tmp_path, {"articles/harbour.yaml": "why: So.\n"})
    done = command("explain", "articles/harbour.yaml", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    said = "is no text: a correction is read with what it corrects. Name the text, or the folder."
    assert done.stderr == f"articles/harbour.yaml: {said}\n"


def test_explain_goes_on_after_a_bad_file(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": b"%PDF-1.7", "b.txt": HARBOUR})
    done = command("explain", "--json", "a.txt", "b.txt", cwd=tmp_path)
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 1)
    assert (
        done.stderr
        == "a.txt: the file is a PDF, not text. Save its text as .txt, or take it out.\n"
    )


def test_what_cannot_be_written_is_no_success(tmp_path: Path) -> None:
    make_archive(tmp_path)
    code = "import subprocess, sys; full = open('/dev/full', 'w'); sys.exit(subprocess.call("
    code += "[sys.executable, '-m', 'newsarchive', 'build'], stdout=full))"
    done = command("-c", code, cwd=tmp_path, program=(sys.executable,))
    assert done.returncode != 0
    assert "No space left" in done.stderr
