import re
from pathlib import Path

import pytest

from samples import PROJECT, command, put

REPORT = """\
Skip to content
The Brackwell Herald
News | Sport | Obituaries
Harbour bridge to close for nine weeks
By Ann Ode
Monday, 19 July 2021
The council voted on Monday to close the harbour bridge for nine weeks. Repairs to its northern \
pier had been put off twice, the town's engineer said.
A ferry will run every hour until the bridge is open again, and the fare will be half of what it \
was in March.
Read more: Ferry tickets on sale from next week
© 2021 The Brackwell Herald
"""

DOCUMENTS = [
    *(PROJECT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")),
    *sorted((PROJECT / "docs").glob("*.md")),
    PROJECT / "templates" / "README.md",
]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_what_a_document_links_or_names_of_the_project_is_there(document: Path) -> None:
    said = document.read_text(encoding="utf-8")
    linked = re.findall(r"\]\((?!https?:)([^)#\s]+)", said)
    named = re.findall(r"`((?:tests|benchmarks|docs|static|requirements)/[\w./-]+)`", said)
    lost = [path for path in linked if not (document.parent / path).exists()]
    lost += [path for path in named if not (PROJECT / path).exists()]
    assert lost == []


def test_the_readme_leads_to_every_document() -> None:
    readme = DOCUMENTS[0].read_text(encoding="utf-8")
    others = {path.relative_to(PROJECT).as_posix() for path in DOCUMENTS[1:]}
    assert {path for path in others if f"]({path})" not in readme} == set()


def test_explain_says_what_the_readme_shows_of_it(tmp_path: Path) -> None:
    put(tmp_path, {"report.txt": REPORT})
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    _, _, shown = readme.partition("    $ newsarchive explain report.txt\n")
    promised = [line[4:] for line in shown.partition("\n## ")[0].splitlines() if line]
    said = iter(command("explain", "report.txt", cwd=tmp_path).stdout.splitlines())
    assert [line for line in promised if line not in said] == []  # and in this order
    assert len(promised) == 19
