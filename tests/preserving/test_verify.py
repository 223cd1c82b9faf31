import os
import random
import re
from pathlib import Path
from typing import Any

import pytest

from newsarchive.build import build
from newsarchive.errors import NewsarchiveError
from newsarchive.output import RECORD
from newsarchive.preserving.fixity import digests_in, manifest_of, root_of
from newsarchive.preserving.verify import verify
from newsarchive.settings.site import Site
from samples import HARBOUR, command, make_archive, put, read

TEXTS = {f"articles/{n}.txt": HARBOUR.replace("two", f"{n}") for n in range(4)}
ALL = {**TEXTS, "articles/1.yaml": "why: So.\ndate: 2003-05\n"}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = make_archive(tmp_path / "archive", ALL)
    build(made)
    return made


def test_what_is_as_it_was_is_found_so(site: Site) -> None:
    found = verify(site)
    assert found.problems == ()
    assert found.originals == 6
    assert found.pages > 10


def test_what_speaks_for_folders_and_what_stands_beside_pages_is_accounted_for(site: Site) -> None:
    put(
        site.root,
        {
            "articles/x/_folder.yaml": "why: So.\nsource: The Courier\n",
            "articles/x/a.html": "<p>The harbour is open again, and ships come in.",
            "articles/x/a_files/b.css": "p {}",
            "articles/void/_folder.yaml": "why: So.\n",
        },
    )
    build(site)
    found = verify(site)
    assert (found.problems, found.originals) == ((), 9)


def test_the_data_page_states_the_value_for_all_originals(site: Site) -> None:
    manifest = (site.output / "data" / "manifest-sha256.txt").read_bytes()
    said = read(site.output / "data" / "index.html")
    assert verify(site).root == root_of(manifest)
    assert root_of(manifest) in said
    assert "unchanged since they were archived" in said
    assert sorted(digests_in(manifest)) == sorted([*ALL, "articles/harbour.txt"])


def test_a_change_of_any_original_changes_the_value(site: Site) -> None:
    before = verify(site).root
    put(site.root, {"articles/2.txt": "Another text.\n"})
    build(site)
    assert verify(site).root not in ("", before)


def test_every_flip_removal_and_addition_is_found(site: Site) -> None:
    chance = random.Random(13)  # noqa: S311  a seeded one
    kept = [*site.articles.rglob("*.*"), *(p for p in site.output.rglob("*") if p.is_file())]
    for number in range(200):
        path = kept[number % len(kept)]
        content = path.read_bytes()
        match chance.choice(["flip"] * 3 + ["removal", "addition"]):
            case "flip" if content:
                altered = bytearray(content)
                altered[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
                path.write_bytes(altered)
                added = None
            case "removal":
                path.unlink()
                added = None
            case _:
                added = path.with_name(f"added-{number}.txt")
                added.write_bytes(b"added")
        try:
            assert verify(site).problems, path
        except NewsarchiveError:
            assert path.name == RECORD
        path.write_bytes(content)
        if added:
            added.unlink()
    assert verify(site).problems == ()


def test_each_difference_is_told_with_its_kind(site: Site) -> None:
    put(site.root, {"articles/1.txt": "x", "articles/new.txt": "y", "output/index.html": "z"})
    (site.articles / "2.txt").unlink()
    (site.output / "about" / "index.html").unlink()
    assert {(problem.path, problem.what) for problem in verify(site).problems} == {
        ("articles/1.txt", "is not as it was"),
        ("articles/2.txt", "is missing"),
        ("articles/new.txt", "was added"),
        ("output/index.html", "is not as it was"),
        ("output/about/index.html", "is missing"),
    }


def test_the_command_says_so_and_fails_where_anything_differs(site: Site) -> None:
    good = command("verify", cwd=site.root)
    assert good.returncode == 0, good.stderr
    assert re.search(r"6 originals and \d+ files of the site are unchanged since", good.stdout)
    assert "authentic" not in good.stdout
    put(site.root, {"articles/1.txt": "x"})
    bad = command("verify", cwd=site.root)
    assert bad.returncode == 1
    assert "articles/1.txt: is not as it was" in bad.stderr


def test_a_manifest_says_what_it_was_made_from() -> None:
    digests = {"a\nb\r.txt": bytes(range(32)), "é  ü.txt": bytes(32), "a%0Ab%0D.txt": bytes(32)}
    digests |= {"100 %.txt": bytes(32), "a%25.txt": bytes(32), "a%.txt": bytes(32)}
    assert digests_in(manifest_of(digests)) == digests
    assert manifest_of(dict(reversed(digests.items()))) == manifest_of(digests)


def test_a_folder_of_the_site_that_may_not_be_listed_is_told(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(path: Any) -> Any:
        if str(path).endswith("output/dates"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    real = os.scandir
    monkeypatch.setattr(os, "scandir", refusing)
    with pytest.raises(PermissionError, match="output/dates"):
        verify(site)


def test_a_record_that_names_other_sources_is_found(site: Site) -> None:
    record = read(site.output / RECORD)
    sources = re.search(r'"sources": "(\w)', record)
    assert sources
    place = sources.start(1)
    altered = record[:place] + ("0" if record[place] != "0" else "1") + record[place + 1 :]
    put(site.output, {RECORD: altered})
    assert [problem.path for problem in verify(site).problems] == [f"output/{RECORD}"]
