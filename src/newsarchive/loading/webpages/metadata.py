"""What a page states about itself beside its text: JSON-LD, meta tags, marked elements.

For each field the statements come best first. The order within a field was found by counting, over
some hundreds of pages, how often each place is right; where places contradict each other, the one
that another place confirms is put first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from newsarchive.loading.days import day, month
from newsarchive.loading.names import names
from newsarchive.loading.sections import sections
from newsarchive.loading.tails import bare, without_tail
from newsarchive.loading.webpages.linked import Node, article_of, strings
from newsarchive.loading.webpages.mastheads import printed_headlines, publishers
from newsarchive.loading.webpages.printview import sorted_out
from newsarchive.loading.webpages.saved import ARCHIVES_OWN, is_archives_own, noted
from newsarchive.model import Statement

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from selectolax.lexbor import LexborHTMLParser, LexborNode

LINKED = {  # property of an article's record → field
    "headline": "title",
    "datePublished": "date",
    "publisher": "source",
    "sourceOrganization": "source",
    "author": "authors",
    "creator": "authors",
    "articleSection": "section",
    "inLanguage": "language",
    "url": "url",
}
META = {  # field → names of meta tags, best first
    "title": "citation_title og:title twitter:title dc.title dcterms.title headline parsely-title"
    " sailthru.title",
    "date": "article:published_time og:published_time citation_publication_date citation_date"
    " datepublished parsely-pub-date dc.date.issued dcterms.issued dc.date dcterms.created"
    " cxenseparse:recs:publishtime cxenseparse:publishtime pubdate pub_date publish-date"
    " publishdate publication_date published published_at date sailthru.date datecreated"
    " date.created dcsext.articlefirstpublished",
    "source": "og:site_name citation_publisher dc.publisher dcterms.publisher application-name"
    " article_publication_name sitename publisher apple-mobile-web-app-title",
    "authors": "citation_author article:author_name cxenseparse:author dc.creator dcterms.creator"
    " sailthru.byline_name parsely-author sailthru.author byl author article:author",
    "section": "article:section parsely-section sailthru.section section",
    "language": "og:locale content-language dc.language dcterms.language inlanguage",
    "url": "og:url citation_public_url parsely-link twitter:url",
}
MARKED = {  # field → CSS selectors of elements that say what they hold
    "title": "[itemprop=headline]",
    "date": "[itemprop=datePublished], time[pubdate], time.published, abbr.published",
    "authors": "[itemprop=author] [itemprop=name], [itemprop=author], a[rel~=author],"
    " .author.vcard .fn",
    "section": "[itemprop=articleSection]",
}
DAY_IN_URL = re.compile(r"[/-](20\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)")
BYLINES = "[class*=byline] a, [class*=author] a, [class*=author-name], .author, [class*=byline]"
BELOW_HEADING = frozenset("article div figure main p section table ul".split())
MAX_VALUE = 2_000  # characters of a value: longer ones are not what their name says
NAME = re.compile(r"(?:[^\W\d_a-z][\w.'’-]{0,30})(?: [\w.'’-]{1,30}){1,3}")
MAX_BYLINE = 80  # characters: a longer one is a box about the author
MAX_EACH = 40  # statements of one field


def statements(page: LexborHTMLParser, records: list[Node], source: str) -> list[Statement]:
    """Read what a page states about itself.

    Args:
        page: the parsed page.
        records: its JSON-LD records.
        source: the page as text, for the notes that browsers leave when they save it.

    Returns:
        Statements field by field, the best of each field first.
    """
    found: dict[str, list[Statement]] = {field: [] for field in READ}
    for raw in _all(page, records, source):
        if len(found[raw.field]) < MAX_EACH:
            found[raw.field].extend(_read(raw))
    headings = _headings(page)
    found["title"], papers = sorted_out(found["title"], headings)
    headings |= printed_headlines(page)
    found["source"] = (
        found["source"] or papers or publishers(page, source, found["title"], headings)
    )
    found["title"] = _best_title(found["title"], found["source"], headings)
    found["date"] = _confirmed(found["date"], found["url"])
    found["authors"] = _people(found["authors"], found["source"])
    return [statement for field in found.values() for statement in field]


def _all(page: LexborHTMLParser, records: list[Node], source: str) -> Iterator[Statement]:
    """Yield each place's words for each field, unread."""
    for heading in page.css("h1")[:5]:
        yield from _raw("title", _of_heading(heading), "heading", "h1")
    yield from _linked(article_of(records, titles_of(page)))
    if page.root and (language := page.root.attributes.get("lang")):
        yield from _raw("language", language, "html-lang", "html lang")
    yield from _meta(page)
    for field, selector in MARKED.items():
        for node in page.css(selector)[: MAX_EACH if field == "authors" else 1]:
            yield from _raw(field, _content(node), "marked-element", selector.split(",")[0])
    for node in page.css(BYLINES)[:3]:
        yield from _byline(node.text())
    for link in page.css("link[rel~=canonical]")[:1]:
        yield from _raw(
            "url", link.attributes.get("href") or "", "canonical-link", "link canonical"
        )
    for said in noted(page, source):
        yield from _raw(said.field, said.value, said.rule, said.where or "")
    if title := page.css_first("head title"):
        yield from _raw("title", title.text(), "page-title", "title")
    for time in page.css("article time[datetime], main time[datetime], time[datetime]")[:1]:
        yield from _raw("date", _content(time), "time-element", "time datetime")


def _of_heading(heading: LexborNode) -> str:
    """Give a heading's words; of one that nothing closes, those above the page that it holds."""
    if heading.css_first("p") is None:
        return heading.text()
    words = ""
    for node in heading.traverse(include_text=True):
        if words.strip() and node.tag in BELOW_HEADING:
            break
        words += (node.text_content or "") if node.tag == "-text" else ""
    return words


def _raw(field: str, text: str, rule: str, where: str) -> Iterator[Statement]:
    """Yield a statement in its place's own words, if it has any worth the name."""
    words = " ".join(text.split())
    if words and len(words) <= MAX_VALUE:
        yield Statement(field, words, rule, words, where=where)


def _linked(article: Node) -> Iterator[Statement]:
    """Yield what the record of the page's article says."""
    for name, field in LINKED.items():
        for text in strings(article.get(name)):
            yield from _raw(field, text, "linked-data", f"JSON-LD {name}")


def titles_of(page: LexborHTMLParser) -> str:
    """Give all that a page calls itself: its title, its headings and its cards' titles, bare."""
    nodes = [*page.css("head title")[:1], *page.css("h1")[:5], *page.css("meta[property*=title]")]
    return bare(" ".join(_content(node)[:MAX_VALUE] for node in nodes[:20]))


def _meta(page: LexborHTMLParser) -> Iterator[Statement]:
    """Yield what meta tags say, in the order of trust."""
    tags: dict[str, list[tuple[str, str]]] = {}
    for node in page.css("meta[content]"):
        for key in ("property", "name", "itemprop", "http-equiv"):
            if name := node.attributes.get(key):
                where = f'meta {key}="{name}"'
                tags.setdefault(name.lower(), []).append((node.attributes["content"] or "", where))
    left_out = ARCHIVES_OWN if is_archives_own(page) else ()
    for field, tag_names in META.items():
        for name in tag_names.split() if field not in left_out else ():
            for text, where in tags.get(name, []):
                yield from _raw(field, text, "meta-tag", where)


def _byline(text: str) -> Iterator[Statement]:
    """Yield the words of an element that is called a byline, if they are names and no more."""
    words = " ".join(text.split())
    if len(words) <= MAX_BYLINE and all(NAME.fullmatch(name) for name in names(words)):
        yield from _raw("authors", words, "byline-element", "byline element")


def _content(node: LexborNode) -> str:
    """Give an element's value: an attribute for machines, or its text."""
    attributes = node.attributes
    return attributes.get("content") or attributes.get("datetime") or node.text()


def _read(raw: Statement) -> Iterator[Statement]:
    """Turn a place's words into a field's values; none where they are not what the field holds."""
    for value in READ[raw.field](raw.value):
        yield Statement(raw.field, value, raw.rule, raw.text, where=raw.where)


def _dates(text: str) -> list[str]:
    found = day(text) or month(text)
    return [found] if found else []


def _languages(text: str) -> list[str]:
    match = re.match(r"([a-zA-Z]{2,3})(?:[-_]([a-zA-Z]{2}))?\b", text)
    return ["-".join(filter(None, (match[1].lower(), (match[2] or "").upper())))] if match else []


def _urls(text: str) -> list[str]:
    return [text] if text.startswith(("http://", "https://")) and " " not in text else []


def _same(text: str) -> list[str]:
    return [text]


READ: Mapping[str, Callable[[str], Iterable[str]]] = {
    "title": _same,
    "source": _same,
    "date": _dates,
    "authors": names,
    "section": sections,
    "language": _languages,
    "url": _urls,
    "crawled": _dates,
}


def _headings(page: LexborHTMLParser) -> set[str]:
    """Give the page's headings of the first rank, or of the next where none is of that."""
    ranks = ([bare(_of_heading(one)) for one in page.css(rank)[:5]] for rank in ("h1", "h2", "h3"))
    return set(next(filter(any, ranks), ())) - {""}


def _best_title(
    titles: list[Statement], sources: list[Statement], headings: AbstractSet[str]
) -> list[Statement]:
    """Put first the heading that other places confirm, else what most places agree on.

    A title in a meta tag may carry the publisher's name as a tail: it is cut where what remains
    is what another place says, or where the tail is the publisher.
    """
    publishers = {bare(statement.value) for statement in sources}
    known = {bare(statement.value) for statement in titles} | headings
    cut = [
        title if title.rule == "heading" else without_tail(title, publishers, known)
        for title in titles
    ]
    cut = [title for title in cut if bare(title.value) not in publishers] or cut
    said = [bare(title.value) for title in cut]
    votes = [len({cut[j].rule for j, one in enumerate(said) if one == own}) for own in said]
    order = sorted(range(len(cut)), key=lambda i: (cut[i].rule != "heading" or votes[i] < 2, i))
    return [cut[i] for i in order]


def _confirmed(dates: list[Statement], addresses: list[Statement]) -> list[Statement]:
    """Put first the first day that is confirmed; else keep the order of trust.

    A record or a meta tag is confirmed by any other place, the page's own address included. A
    `time` element alone is left out where the address has another day: it is then today's date or
    another article's.
    """
    in_address = {
        "-".join(match.groups()) for one in addresses if (match := DAY_IN_URL.search(one.value))
    }
    if in_address:
        dates = [d for d in dates if d.rule != "time-element" or d.value in in_address]
    rules = {
        value: {d.rule for d in dates if d.value == value} for value in {d.value for d in dates}
    }
    firm = [
        date.value
        for date in dates
        if date.value in in_address
        or (len(rules[date.value]) > 1 and rules[date.value] & {"linked-data", "meta-tag"})
    ]
    best = next(iter(sorted(firm, key=lambda value: value not in in_address)), None)
    return sorted(dates, key=lambda date: best is not None and date.value != best)


def _people(authors: list[Statement], sources: list[Statement]) -> list[Statement]:
    """Keep the names of the first place that names somebody else than the publisher, each once."""
    publishers = {bare(source.value) for source in sources}
    people = [author for author in authors if bare(author.value) not in publishers]
    kept: dict[str, Statement] = {}
    for author in people:
        if author.where == people[0].where:
            kept.setdefault(bare(author.value), author)
    return list(kept.values())
