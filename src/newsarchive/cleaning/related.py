"""Rules for the headlines of other articles: lists of them, and pointers amid the text.

They are rules as those of `rules`.
"""

from __future__ import annotations

import re
from itertools import pairwise

from newsarchive.cleaning.page import SHORT, Labels, Page
from newsarchive.model import Label

_RELATED = frozenset(
    """related|related articles|related stories|related news|related content|related topics
    |read also|read more|see also|also read|more on this story|more on this|more like this
    |people are also reading|keep reading|read next|what to read next|up next|most read
    |recommended|recommended for you|more stories|editor's picks|editors' picks
    |die redaktion empfiehlt|weitere informationen|weitere themen|unsere empfehlungen
    |you may also like|recommended reading|mehr zum thema|lesen sie auch|auch interessant
    |à lire aussi|lire aussi|sur le même sujet|lea también|te puede interesar
    |noticias relacionadas|leia também|veja também|leggi anche|lees ook|czytaj też|czytaj także
    |читайте также|по теме|ilgili haberler|関連記事|相关新闻|اقرأ أيضا""".replace(
        "\n    ", ""
    ).split("|")
)
POINTER_CHARACTERS = 200
"""A line that leads to another article is no longer."""
_NO_HEADLINE = (".", ":", "…", ",")
HEADLINE_WORDS = 5
"""A headline has at least so many words; a button or a menu's entry rarely has."""


def related_heading(page: Page, _labels: Labels) -> dict[int, Label]:
    """The words over a list of other articles: "Related:", "See also"."""
    return dict.fromkeys(page.saying_any(_RELATED), "boilerplate")


def related_list(page: Page, labels: Labels) -> dict[int, Label]:
    """A headline in the list below "Related:"."""
    found: dict[int, Label] = {}
    for heading in related_heading(page, labels):
        for i in range(heading + 1, len(page.lines)):
            if not _like_headline(page.lines[i].text):
                break
            found[i] = "related"
    return found


_POINTERS = """read more|read next|read also|also read|must read|see also|related|watch|listen|more
    |recommended|don't miss|see more|learn more|keep reading|go deeper|watch now|in pictures
    |in photos|ver más|leer más|lee más|voir aussi|à voir|à écouter|zum thema|lesen sie auch
    |lies auch|mehr zum thema|mehr dazu|auch interessant
    |à lire aussi|à lire|lire aussi|lea también|lee también|le puede interesar|te puede interesar
    |más información|ver también|leia também|leia mais|veja também|leggi anche|lees ook
    |czytaj też|czytaj także|zobacz też|читайте также|по теме|läs också|läs mer|les også|læs også
    |lue myös|ilgili haber|関連記事""".replace("\n    ", "").split("|")
_POINTER = re.compile(
    rf"(?:{'|'.join(_POINTERS)})\s?[:：|–—-]|【関連記事】|(?:les|læs|läs) (?:også|också|mer) (?=\w)"
)
_POINTERS_BEGIN = frozenset(phrase[:2] for phrase in (*_POINTERS, "【関"))
"""Two letters tell of most lines that they do not begin so."""


def points_to_another(folded: str) -> bool:
    """Whether a folded line opens with an invitation to another article.

    >>> points_to_another("read more: the ferries"), points_to_another("read more of his books")
    (True, False)
    """
    return _POINTER.match(folded) is not None


def pointer_to_another(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that opens with an invitation to another article: "Read more: …", "See also: …"."""
    return {
        i: "related"
        for i, folded in enumerate(page.folded[: page.body_end])
        if folded[:2] in _POINTERS_BEGIN
        and len(folded) <= POINTER_CHARACTERS
        and points_to_another(folded)
    }


def _like_headline(text: str) -> bool:
    """Whether a line could be another article's headline.

    >>> _like_headline("Airport in the North Comes Under Attack"), _like_headline("All news")
    (True, False)
    """
    words = text.count(" ") + 1
    return HEADLINE_WORDS <= words <= 30 and "©" not in text and not text.endswith(_NO_HEADLINE)


def related_inside(page: Page, labels: Labels) -> dict[int, Label]:
    """A headline in the middle of the text that the list of related articles holds too."""
    listed = {page.folded[i] for i in related_list(page, labels)}
    return {
        i: "related" for i, folded in enumerate(page.folded[: page.body_end]) if folded in listed
    }


_OVER_TEASERS = re.compile(
    r"(?:more|most|related|recommended|trending|latest|also|people also|you m(?:ay|ight)|up next)\b"
    r"|people are also reading|want more stories|in other news|around the web|from our partners"
    r"|editors?['’]?s? picks?|don['’]t miss|what to (?:read|watch) next|read (?:next|more|also)\b"
    r"|mehr (?:aus|von|zum|zu)\b|weitere |meistgelesen|das könnte sie|auch interessant"
    r"|lesen sie auch|à lire|à découvrir|sur le même|les plus lus|lo más |te puede"
    r"|más (?:sobre|noticias|en)\b|leia (?:também|mais)|mais lidas|leggi anche|lees ook"
    r"|meest gelezen|læs også|läs också|mest lest|вам также|читайте также|по теме|самое читаемое"
    r"|die redaktion empfiehlt|unsere (?:empfehlungen|leseempfehlung)|passend zum thema"
    r"|la rédaction (?:vous )?(?:conseille|recommande)|à ne pas manquer"
    r"|te recomendamos|recomendados?\b|recomendad[ao]s? para|artículos relacionados|otras noticias"
    r"|veja mais|mais sobre|relacionadas|ti potrebbe|potrebbe(?:ro)? interessarti"
    r"|articoli correlati|aanbevolen|verder lezen|meer over|meer van|gerelateerd|rekommenderat"
    r"|mer om\b|anbefal|mere om|lue myös|lisää aiheesta|polecane|polecamy|zobacz (?:też|także)"
    r"|przeczytaj (?:też|także)|doporučujeme|mohlo by vás|související|odporúčame|ajánlott|ajánljuk"
    r"|kapcsolódó|önerilen|bunlar da|citește și|vezi și|recomandări|articole similare"
    r"|διαβάστε (?:επίσησ|ακόμη)|σχετικά|рекомендуем|другие новости|рекомендовані|читайте також"
    r"|прочетете още|još iz|pročitajte i|baca juga|terkait|xem thêm|tin liên quan|推荐阅读"
    r"|相關|推薦|延伸閱讀|이 시각|많이 본|اقرأ (?:أيضا|المزيد)|قد يهمك|مواضيع ذات|ذات صلة"
    r"|بیشتر بخوانید|مطالب مرتبط|עוד בנושא|אולי יעניין"
    r"|ilgili|関連|おすすめ|あわせて読みたい|相关|관련"
)
_BEFORE_TEASERS = frozenset(
    "more most related recommended trending latest also people you up want in around from editor's"
    " editor’s editors editors' don't don’t what read mehr weitere meistgelesen das auch lesen à"
    " sur les lo te más leia mais leggi lees meest læs läs mest вам читайте по самое ilgili"
    " die unsere passend la te recomendado recomendados recomendada recomendadas artículos otras"
    " veja relacionadas ti potrebbe potrebbero articoli aanbevolen verder meer gerelateerd"
    " gerelateerde rekommenderat mer anbefalet anbefalte anbefalt mere lue lisää polecane polecamy"
    " zobacz przeczytaj mohlo doporučujeme související odporúčame ajánlott ajánljuk kapcsolódó"
    " önerilen önerilenler bunlar citește vezi recomandări articole διαβάστε σχετικά"
    " рекомендуем другие рекомендовані прочетете još pročitajte baca terkait xem tin 推荐阅读"
    " 相關新聞 相關閱讀 推薦閱讀 延伸閱讀 이 많이 اقرأ قد مواضيع ذات بیشتر مطالب עוד אולי"
    " 関連記事 関連 おすすめ おすすめ記事 あわせて読みたい 相关新闻 相关阅读 관련기사".split(" ")
)
TEASER_CHARACTERS = 350
TEASER_LINES = 60
"""Lines below a heading that are looked at."""
_STOPS = (".", "!", "?", "…", "”", '"', "»")
_BELOW = r"s{0,3}(?:p(?![pP])|q(?=s{0,3}[hq]|$))s{0,3}"
_TEASERS = re.compile(rf"s{{0,3}}h{{1,2}}{_BELOW}(?:[hq]{{1,2}}{_BELOW})+")
"""Headlines (h), each with a paragraph (p) but never two, and with short lines (s) anywhere.

A question (q) may be either, but no list begins with one: it may be a pointer amid the text."""
_QUESTION_WORDS = 20


def teaser(page: Page, _labels: Labels) -> dict[int, Label]:
    """A headline or the sentence under it, in a list below "More from …" or "Most popular"."""
    opening = page.opening_with(_BEFORE_TEASERS, _OVER_TEASERS, SHORT)
    over = [i for i in opening if _over_a_list(page.lines[i].text)]
    found: dict[int, Label] = {}
    for heading, following in pairwise([*over, len(page.lines)]):
        below = range(heading + 1, min(following, heading + 1 + TEASER_LINES))
        teasers = _TEASERS.match("".join([_shape(page.lines[i].text) for i in below]))
        if teasers:
            found |= dict.fromkeys(below[: teasers.end()], "related")
    return found


def _over_a_list(text: str) -> bool:
    """Whether a line may stand over a list: no sentence that goes on or comes to its end."""
    return not text[0].islower() and not text.endswith(".")


FAR_BELOW = 6
"""Lines between the article and teasers without a heading, at least, that are not of its body."""
FEWEST_ABOVE = 5
"""Lines of the body above them, at least."""
_NO_TEASER = re.compile(r"[Pn]|ps?p")
_TEASER = re.compile(r"[hq]s{0,3}p")


def teaser_far_below(page: Page, labels: Labels) -> dict[int, Label]:
    """A headline or the sentence under it, in a list that stands far below the article."""
    body = [i for i in page.paragraphs if i not in labels]
    for n, (last, first) in enumerate(pairwise(body), 1):
        if n >= FEWEST_ABOVE and first - last > FAR_BELOW and _are_teasers(page, body, n):
            return dict.fromkeys(range(first, page.body_end), "related")
    return {}


def _are_teasers(page: Page, body: list[int], n: int) -> bool:
    """Whether all from the body's line n on is teasers, and less than the article above it."""
    shapes = "".join([_shape(line.text) for line in page.lines[body[n] : page.body_end]])
    if len(_TEASER.findall(shapes)) < 2 or _NO_TEASER.search(shapes):
        return False
    sizes = [len(page.lines[i].text) for i in body]
    return sum(sizes[n:]) < sum(sizes[:n])


_NUMBERED = re.compile(r"\d{1,3}[.)] ")


def _shape(text: str) -> str:
    """Tell in a letter what a line looks like: a headline, a paragraph, or something short.

    So is a question, of which that cannot be told. A numbered line, with which the article's own
    list may go on, is none of them.
    """
    words = text.count(" ") + 1
    if text[0].isdigit() and _NUMBERED.match(text):
        return "n"
    if text.endswith(_STOPS) and words >= 2 * HEADLINE_WORDS - 2:
        if text.endswith("?") and words <= _QUESTION_WORDS and ". " not in text:
            return "q"
        return "p" if len(text) <= TEASER_CHARACTERS else "P"
    return "h" if words >= HEADLINE_WORDS - 1 else "s" if len(text) <= SHORT else "P"


_ARROWS = ("»", "›", ">>", "→", "▶", "►", "➔", "⟶")
_ARROW_ENDS = frozenset(arrow[-1] for arrow in _ARROWS)


def arrow_at_the_end(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that ends in an arrow, as links to other pages do."""
    return {
        i: "related"
        for i, line in enumerate(page.lines)
        if line.text[-1] in _ARROW_ENDS
        and line.text.endswith(_ARROWS)
        and len(line.text) <= POINTER_CHARACTERS
        and "«" not in line.text
    }
