"""References, which hold no texts, and what is read of them where somebody says which column is."""

import json
from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.loading.tables.references import REMEDY, WITHOUT_TEXTS
from newsarchive.model import Document, Problem
from newsarchive.settings.columns import Columns

CSL = [
    {
        "type": "article-newspaper",
        "title": "Bridge to close",
        "container-title": "The Port Courier",
        "abstract": "The harbour bridge will close.",
        "author": [{"family": "Roe", "given": "Jane"}],
        "issued": {"date-parts": [[2021, 7, 19]]},
    }
]
ZOTERO = {
    "items": [
        {
            "itemType": "newspaperArticle",
            "title": "Bridge to close",
            "publicationTitle": "The Port Courier",
            "abstractNote": "The harbour bridge will close.",
            "creators": [
                {"firstName": "Bo", "lastName": "Li", "creatorType": "editor"},
                {"firstName": "Jane", "lastName": "Roe", "creatorType": "author"},
            ],
            "date": "2021-07-19",
        }
    ]
}


@pytest.mark.parametrize("value", [CSL, ZOTERO])
def test_where_somebody_says_which_column_is_the_text_all_others_are_known(
    tmp_path: Path, value: object
) -> None:
    (tmp_path / "a.json").write_text(json.dumps(value))
    columns = Columns(text=("abstract", "abstractNote"))
    (document,) = load(tmp_path / "a.json", "a.json", columns)
    assert isinstance(document, Document)
    assert [(said.field, said.value) for said in document.statements] == [
        ("title", "Bridge to close"),
        ("source", "The Port Courier"),
        ("date", "2021-07-19"),
        ("authors", "Jane Roe"),
    ]


@pytest.mark.parametrize("value", [CSL, ZOTERO])
def test_a_list_of_references_is_told_to_be_perhaps_one(tmp_path: Path, value: object) -> None:
    (tmp_path / "a.json").write_text(json.dumps(value))
    (problem,) = load(tmp_path / "a.json", "a.json")
    assert isinstance(problem, Problem)
    assert problem.remedy.startswith("If it is references: save the articles themselves")


RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.bib", "x"),
        ("a.txt", "@article{roe,\n title={Bridge},\n}\n"),
        ("a.txt", "TY  - NEWS\nTI  - Bridge\nER  - \n"),
        ("a.rdf", f'<rdf:RDF xmlns:rdf="{RDF}" xmlns:bib="http://purl.org/net/biblio#"/>'),
        ("a.xml", '<modsCollection xmlns="http://www.loc.gov/mods/v3"><mods/></modsCollection>'),
        (
            "a.xml",
            "<xml><records><record><secondary-title>A</secondary-title></record></records></xml>",
        ),
    ],
)
def test_files_of_references_are_told(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    (problem,) = load(tmp_path / name, name)
    assert problem == Problem(name, WITHOUT_TEXTS, REMEDY)
