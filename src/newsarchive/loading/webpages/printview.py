"""The title of a page made to be printed: `The Port Courier - Print`, `Druckversion | Bridge shut`.

Such pages are often called by no more than what they are for and the paper, and have the headline
in a heading of a lower rank.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from msgspec.structs import replace

from newsarchive.finding.sources.paper_names import heads_text
from newsarchive.loading.tails import TAILS, bare
from newsarchive.model import Statement

PRINT = frozenset(
    map(
        bare,
        """
        print|print article|print page|print story|print this article|print this page|print view
        print this story|print version|print preview|print friendly|printer friendly
        printable version|printer friendly version|printer friendly page|print friendly version
        printable view|druckversion|druckansicht|drucken|artikel drucken|seite drucken
        druckvorschau|version imprimable|imprimer|imprimer l'article|imprimer cet article
        version à imprimer|imprimir|imprimir artículo|versión para imprimir|versión imprimible
        imprimir noticia|imprimir artigo|versão para impressão|versão imprimível|stampa
        stampa articolo|versione stampabile|versione per la stampa|afdrukken|printversie
        artikel afdrukken|skriv ut|utskrift|utskriftsversion|utskriftsvänlig version|udskriv
        printvenlig version|tulosta|wersja do druku|drukuj|verze pro tisk|tisk|versiune printabilă
        nyomtatás|yazdır|nyomtatható változat|yazdırılabilir sürüm|версия для печати|печать
        распечатать|версія для друку|друк|εκτύπωση|طباعة|نسخة للطباعة|نسخه چاپی|چاپ|הדפסה
        גרסה להדפסה|打印|列印|印刷|印刷用ページ|인쇄
        """.replace("\n", "|").split("|"),
    )
) - {""}
"""What such pages call themselves, as `bare` spells it."""
LONGEST_PAPER = 3
"""Words of a paper's name that nothing else tells, at most."""
LED = re.compile(r"\A([^\W\d_][^:\n]{3,30}): (?=\S)")


def sorted_out(
    titles: Sequence[Statement], headings: Collection[str]
) -> tuple[list[Statement], list[Statement]]:
    """Give the titles without what says that the page is to be printed, and papers among them.

    Args:
        titles: what the page is called, as it is stated.
        headings: its headings of the highest rank that it has, as `bare` spells them.
    """
    found: list[Statement] = []
    papers: list[Statement] = []
    for title in titles:
        words = _without_ends(title.value)
        is_paper = title.rule == "page-title" and (
            heads_text(words) or (words != title.value and _is_short(words, headings))
        )
        if words:
            said = replace(title, value=words)
            (papers if is_paper else found).append(
                replace(said, field="source") if is_paper else said
            )
    return found, papers


def _is_short(words: str, headings: Collection[str]) -> bool:
    """Tell whether what is left of a title is rather a paper: it is short, and no heading."""
    return words.count(" ") < LONGEST_PAPER and bool(headings) and bare(words) not in headings


def _without_ends(title: str) -> str:
    """Cut off the first and the last part of a title where they are no more than that.

    >>> _without_ends("Print - Bridge to close - The Courier"), _without_ends("Print")
    ('Bridge to close - The Courier', '')
    """
    marks = list(TAILS.finditer(title))
    led = LED.match(title)
    if bare(title) in PRINT:
        return ""
    if led and bare(led[1]) in PRINT:
        return title[led.end() :]
    if marks and bare(title[marks[-1].end() :]) in PRINT:
        return _without_ends(title[: marks[-1].start()])
    if marks and bare(title[: marks[0].start()]) in PRINT:
        return _without_ends(title[marks[0].end() :].strip())
    return title
