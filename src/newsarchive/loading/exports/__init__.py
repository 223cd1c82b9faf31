"""Exports of newspaper databases: a text file with many articles, each among named fields.

A file is one only where it holds a whole header of a form, which no page has; then it is cut into
its records, and what a form calls the title, the date or the text is taken for what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

from newsarchive.loading.annotations import plainly, rows_of
from newsarchive.loading.exports.cuttings import CUTTINGS
from newsarchive.loading.exports.dividing import Form, Record, divided
from newsarchive.loading.exports.factiva import FACTIVA
from newsarchive.loading.exports.newsbank import NEWSBANK
from newsarchive.loading.exports.nexis import NEW
from newsarchive.loading.exports.nexis_old import OLD
from newsarchive.loading.exports.parts import FIELD, OUTSIDE, annotations_by
from newsarchive.loading.exports.proquest import PROQUEST
from newsarchive.loading.exports.retriever import RETRIEVER
from newsarchive.loading.lines import raw_lines
from newsarchive.loading.opened import Opened, too_large
from newsarchive.model import Document, Problem

USER = re.compile(
    r"(?:user ?name|benutzername|nom d.utilisateur|nombre de usuario|e-?mail|(?:sent|delivered) to)"
    r"\s?[:=]",
    re.IGNORECASE,
)
ISSUED = re.compile(
    r"(?:ce )?certificat (?:est )?émis (?:le \S+(?: \S+){0,3} )?à (?!à des fins)", re.IGNORECASE
)
"""Matches a line below an article that says to whom the database issued it."""
FORMS = (NEW, OLD, FACTIVA, PROQUEST, NEWSBANK, RETRIEVER, CUTTINGS)


def form_of(text: str) -> Form | None:
    """Give the form of a database's export; None for any other text."""
    return next((form for form in FORMS if form.is_in(text)), None)


def read_export(opened: Opened, form: Form, encoding: str) -> Iterator[Document | Problem]:
    """Yield a file's records, a document each.

    Args:
        opened: the file, at its beginning.
        form: how it is made.
        encoding: what its bytes are read as.
    """
    most = opened.limits.bytes
    lines = raw_lines(opened.stream, most, encoding)
    for number, record in enumerate(divided(lines, form, most), 1):
        if record.over:
            yield too_large(opened, f"record {number} is")
        else:
            document = _document(opened.name, str(number), record, form, encoding)
            yield from naming_the_user(document) if number == 1 else ()
            yield document


def naming_the_user(document: Document) -> Iterator[Problem]:
    """Warn of lines that say who made the export: the article's page will show them."""
    lines = plainly(document.text).split("\n")
    for number, (_, rule) in document.labels.items():
        line = lines[number - 1].strip()
        if (rule == OUTSIDE and USER.match(line)) or (rule == FIELD and ISSUED.match(line)):
            where = "cover page" if rule == OUTSIDE else "certificate"
            what = f"its {where} says who made the export, and the site will show that"
            remedy = "Take the line out of the file before you publish"
            yield Problem(document.path, what, remedy, number, fate="doubtful")
            return


def _document(name: str, number: str, record: Record, form: Form, encoding: str) -> Document:
    text = "".join(line.text for line in record.lines)
    if form.alone:
        text = form.alone.sub(r"\1\n", text)
    told = annotations_by(form.parts(rows_of(text)))
    return Document(
        path=name,
        sha256=sha256(b"".join(line.raw for line in record.lines)).hexdigest(),
        encoding=encoding,
        text=text,
        record=number,
        statements=told.statements,
        labels=told.labels,
    )
