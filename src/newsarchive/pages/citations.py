"""How a page shows ways to cite its article: as text, and for programs."""

from __future__ import annotations

from msgspec import Struct

from newsarchive.citing import Citation
from newsarchive.citing.bibtex import bibtex
from newsarchive.citing.csl import csl_json
from newsarchive.citing.ris import ris
from newsarchive.citing.styles import Runs, apa, chicago, mla


class StyleView(Struct, frozen=True):
    """A citation as text."""

    name: str
    """`Chicago`, `MLA`, `APA`."""
    runs: Runs


class FormatView(Struct, frozen=True):
    """A citation for programs."""

    name: str
    """`BibTeX`, `RIS`, `CSL-JSON`."""
    file: str
    """What a saved copy is called."""
    text: str


class CiteView(Struct, frozen=True):
    """The ways to cite an article."""

    address: str
    """The page's address as it stands in each of them, whole where the site has one."""
    styles: tuple[StyleView, ...]
    formats: tuple[FormatView, ...]


def cite_view(cited: Citation) -> CiteView:
    """Show the ways to cite an article."""
    return CiteView(
        address=cited.address,
        styles=(
            StyleView("Chicago", chicago(cited)),
            StyleView("MLA", mla(cited)),
            StyleView("APA", apa(cited)),
        ),
        formats=(
            FormatView("BibTeX", f"{cited.key}.bib", bibtex(cited)),
            FormatView("RIS", f"{cited.key}.ris", ris(cited)),
            FormatView("CSL-JSON", f"{cited.key}.json", csl_json(cited)),
        ),
    )
