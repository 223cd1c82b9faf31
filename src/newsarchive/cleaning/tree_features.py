"""What a page's tree and its text say about each line, as numbers.

Every line is measured by itself, in the elements that hold it, beside its neighbours and in the
page; and from where the article seems to stand: the element with most prose in it, weighed by what
elements are called (after Readability), and the headline.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

import numpy as np

from newsarchive.cleaning.tree_paths import SEPARATOR, WORD, Elements, Floats, Ints, kind_of, tag_of
from newsarchive.model import Document, Element

PROSE = 10  # words from which a line with few links counts as prose
MARKED = re.compile(
    r"\[itemprop=(?:articleBody|reviewBody)\]|article-?body|story-?body", re.IGNORECASE
)
ARTICLE = frozenset("article story artikel articulo post entry news body content text".split())
ASIDE = frozenset(
    "aside sidebar related recommended recommendations teaser teasers trending popular outbrain"
    " taboola promo promos promoted widget widgets rail breaking ticker carousel latest more"
    " newsletter signup subscribe subscription paywall login modal popup cookie cookies consent"
    " gdpr overlay dialog donate membership banner ad ads advert advertisement sponsor sponsored"
    " nav navigation menu footer share sharing social hidden support tooltip bio card cards"
    " herald toolbar dropdown complementary contentinfo".split()
)
COMMENTS = frozenset("comment comments disqus respond reply replies discussion".split())
CAPTION = frozenset(
    "figure figcaption caption captions credit credits gallery slideshow media photo image".split()
)
META = frozenset(
    "meta byline author authors date time timestamp kicker category categories tag tags topics"
    " breadcrumb breadcrumbs".split()
)
LEAD = frozenset("lead lede dek deck standfirst summary intro subtitle excerpt description".split())
BOX = frozenset("box infobox factbox inset pullquote embed tweet twitter instagram".split())
GROUPS = (ARTICLE, ASIDE, COMMENTS, CAPTION, META, LEAD, BOX)
TAGS = ("p", "h1", "h2", "h3", "h4", "li", "td", "div", "figcaption", "blockquote", "button")
INNER = ("a", "span", "strong", "b", "em", "i", "time", "small")
REGIONS = (
    "article",
    "main",
    "aside",
    "nav",
    "header",
    "footer",
    "section",
    "form",
    "figure",
    "ul",
    "table",
    "blockquote",
)
PHRASES = (
    re.compile(r"\A(?:read|see|watch|lesen|mehr|weiterlesen|more|related|also|leia|lire|siehe)\b"),
    re.compile(
        r"\b(?:newsletter|subscribe|sign up|inbox|abonn|log ?in\b|cookies?\b|follow us|click here"
        r"|download)"
    ),
    re.compile(
        r"\b(?:photo|image|getty|reuters|file|foto|picture|ap|afp|dpa|shutterstock|courtesy|imago)\b"
    ),
    re.compile(r"©|\(c\)|copyright|all rights|alle rechte"),
    re.compile(
        r"\b(?:contributed|reporting by|edited by|about the author"
        r"|is an? \w{1,20} (?:writer|reporter|editor|journalist))\b"
    ),
    re.compile(r"\b(?:19|20)\d\d\b"),
)
HEAD = 200  # characters of a line from which its letters and phrases are told
WIDE = re.compile(r"[\u3040-\u9fff\uac00-\ud7af]")
DECAY = (1.0, 0.6, 0.3, 0.1)  # how much of a line's prose counts for each element above it


def features(document: Document) -> Floats:
    """Measure each line of a page.

    Returns:
        (lines, features), each line's row a function of its page alone.
    """
    texts = document.text.split("\n")
    elements = document.elements
    own = _text_features(texts, elements)
    exact = Elements([element.path for element in elements])
    kinds = Elements([kind_of(element.path) for element in elements])
    words, links = own[:, 1], own[:, 2]
    names = _name_features(exact)
    prose = np.where((words >= PROSE) & (links < 0.5), own[:, 0], 0.0)
    first = headline(elements)
    others = np.zeros(len(texts))
    others[other_headlines(texts, elements, first)] = 1.0
    others = others.cumsum()
    weight = _weights(prose, own, names, elements, first) * np.where(others > 0, 0.1, 1.0)
    measured = np.stack(
        [own[:, 0], own[:, 0] * links, prose, (prose > 0) * 1.0, np.ones(len(own))], 1
    )
    return np.concatenate(
        [
            own,
            names,
            _level_features(exact, measured),
            _level_features(kinds, measured),
            _place_features(exact, weight, measured),
            _place_features(kinds, weight, measured),
            _headline_features(exact, first, others),
            _page_features(own, names, prose, weight),
            _neighbour_features(own, prose, exact),
        ],
        axis=1,
    )


def _text_features(texts: list[str], elements: tuple[Element, ...]) -> Floats:
    """Measure each line's own text."""
    counts = Counter(texts)
    rows = []
    for text, element in zip(texts, elements, strict=True):
        parts = text.split(" ")
        size = len(text)
        head = text[:HEAD]
        letters = sum(map(str.isalpha, head)) or 1
        lower = head.lower()
        wide = 0 if text.isascii() else len(WIDE.findall(text))
        rows.append(
            (
                size,
                max(len(parts), wide // 2),
                element.links,
                letters / len(head),
                sum(map(str.isupper, head)) / letters,
                sum(map(str.isdigit, head)) / len(head),
                text.count(",") + text.count("，") + text.count("、"),
                sum(map(text.count, ".!?。")),
                text[-1] in '.!?。”"»’…',
                text[-1] == ":",
                element.hidden,
                min(counts[text], 9),
                element.told == "articleBody",
                element.told == "headline",
                element.told == "description",
                sum(part[:1].isupper() for part in parts) / len(parts),
                *(pattern.search(lower) is not None for pattern in PHRASES),
            )
        )
    return np.array(rows, dtype=np.float64)


def _name_features(tree: Elements) -> Floats:
    """Tell what the elements around each line are called."""
    words = np.array([_groups(step) for step in tree.steps], dtype=np.float64)
    parent = tree.parent
    above = parent[parent]
    near = np.maximum(words, np.maximum(words[parent], words[above]))
    far = np.minimum(tree.down(words)[parent[above]], 1.0)
    tags = np.array([_tags(tag_of(step)) for step in tree.steps], dtype=np.float64)
    blocks, inner, regions = np.split(tags, [len(TAGS), len(TAGS) + len(INNER)], axis=1)
    marked = np.array([[MARKED.search(step) is not None] for step in tree.steps], dtype=np.float64)
    return np.concatenate(
        [
            near[tree.inner],
            far[tree.inner],
            blocks[tree.block],
            inner[tree.inner],
            tree.down(regions)[tree.inner],
            np.minimum(tree.down(marked)[tree.inner], 1.0),
            tree.depth()[:, None],
        ],
        axis=1,
    )


@lru_cache(maxsize=50_000)
def _groups(step: str) -> tuple[bool, ...]:
    """Tell which groups of names an element's own names are in."""
    words = {word.lower() for word in WORD.findall(step)}
    return tuple(not words.isdisjoint(group) for group in GROUPS)


@lru_cache(maxsize=1_000)
def _tags(tag: str) -> tuple[bool, ...]:
    """Tell which of the tags that count an element has."""
    return tuple(tag == one for one in (*TAGS, *INNER, *REGIONS))


def headline(elements: tuple[Element, ...]) -> int:
    """Find the line of the headline: a heading that the page's records state; -1 if none."""
    told = [i for i, element in enumerate(elements) if element.told == "headline"]
    headings = [i for i, element in enumerate(elements) if element.tag == "h1"]
    both = [i for i in told if elements[i].tag.startswith("h")]
    return next(iter(both or headings or told), -1)


def _weights(
    prose: Floats, own: Floats, names: Floats, elements: tuple[Element, ...], first: int
) -> Floats:
    """Weigh each line's prose by how its place is called, as a first guess of the article."""
    groups = len(GROUPS)
    aside = np.maximum(names[:, 1], names[:, 1 + groups])
    comments = np.maximum(names[:, 2], names[:, 2 + groups])
    caption = names[:, 3]
    marked = names[:, -2]
    listed = np.array([element.tag in ("li", "td") for element in elements])
    hidden = np.array([element.hidden for element in elements])
    before = np.arange(len(prose)) < first
    weight = (
        prose
        * (1 - own[:, 2]) ** 2
        / own[:, 11]
        * np.where(aside > 0, 0.3, 1.0)
        * np.where(comments > 0, 0.1, 1.0)
    )
    weight = weight * np.where(caption > 0, 0.3, 1.0) * np.where(listed, 0.4, 1.0)
    weight = weight * np.where(hidden, 0.2, 1.0) * np.where(before, 0.3, 1.0)
    return weight * np.where(marked > 0, 3.0, 1.0)


def _level_features(tree: Elements, measured: Floats) -> Floats:
    """Measure the elements around each line: size, links, prose, and the line's place in them."""
    held = tree.held(measured)
    first = tree.first()
    total = np.maximum(held[0], 1.0)
    chars, linked, prose, prosy, count = held.T
    table = np.stack(
        [
            count,
            linked / np.maximum(chars, 1.0),
            prose / total[2],
            prosy / np.maximum(count, 1.0),
            chars / np.maximum(count, 1.0),
        ],
        axis=1,
    )
    levels = [table[tree.block]]
    lines = np.arange(len(tree.block))
    for level in range(4):
        node = tree.above[:, level]
        levels += [table[node], ((lines - first[node]) / np.maximum(count[node], 1.0))[:, None]]
    return np.concatenate(levels, axis=1)


def _scores(tree: Elements, weight: Floats) -> Floats:
    """Score each element by the prose right under it, fading with distance: (nodes,)."""
    scores = np.zeros(len(tree.steps))
    for level, decay in enumerate(DECAY):
        np.add.at(scores, tree.above[:, level], decay * weight)
    return scores


def _place_features(tree: Elements, weight: Floats, measured: Floats) -> Floats:
    """Tell how far each line is from the element that seems to hold the article."""
    held = tree.held(np.stack([weight, measured[:, 0], measured[:, 1]], axis=1))
    scores = _scores(tree, weight) * (1 - held[:, 2] / np.maximum(held[:, 1], 1.0))
    best = int(scores.argmax())
    half = _deepest(tree, held[:, 0], 0.5)
    most = _deepest(tree, held[:, 0], 0.8)
    own = scores[tree.above[:, 0]] / max(scores.max(), 1.0)
    columns: list[Floats | Ints] = [own, scores[tree.above[:, 1]] / max(scores.max(), 1.0)]
    depth = tree.depth()
    for node in (best, half, most):
        shared = tree.shared(node)
        columns += [tree.depths[node] - shared, depth - shared]
    columns.append(np.full(len(weight), scores[best] / max(weight.sum(), 1.0)))
    return np.stack(columns, axis=1).astype(np.float64)


def _deepest(tree: Elements, held: Floats, share: float) -> int:
    """Find the deepest element that holds a share of all weight."""
    node = 0
    for inner in range(1, len(held)):  # children come after their parents
        if tree.parents[inner] == node and held[inner] >= share * held[0]:
            node = inner
    return node


def other_headlines(texts: list[str], elements: tuple[Element, ...], first: int) -> list[int]:
    """Find the headlines of further articles, on pages that load one under the other.

    They are elements like the headline, in another element like the one around it, with another
    text. A page's own second heading stands in the same element as its first.
    """
    if first < 0:
        return []
    path, around, text = elements[first].path, _around(elements[first]), texts[first]
    kind = kind_of(path)
    return [
        line
        for line in range(first + 1, len(elements))
        if texts[line] != text
        and _around(elements[line]) != around
        and kind_of(elements[line].path) == kind
    ]


def _around(element: Element) -> str:
    return element.path.rpartition(SEPARATOR)[0]


def _headline_features(tree: Elements, first: int, others: Floats) -> Floats:
    """Tell how far each line is from the headline, and whether another headline came between."""
    lines = np.arange(len(others))
    if first < 0:
        return np.zeros((len(lines), 5))
    shared = tree.shared(int(tree.block[first]))
    return np.stack(
        [
            lines - first,
            tree.depths[tree.block[first]] - shared,
            tree.depth() - shared,
            others,
            np.full(len(lines), others[-1]),
        ],
        axis=1,
    ).astype(np.float64)


def _page_features(own: Floats, names: Floats, prose: Floats, weight: Floats) -> Floats:
    """Measure the page, and where in it each line stands."""
    count = len(own)
    total = max(prose.sum(), 1.0)
    weights = max(weight.sum(), 1.0)
    lines = np.arange(count)
    constant = [
        count,
        total,
        (prose * own[:, 12]).sum() / total,
        (prose * names[:, -2]).sum() / total,
        (prose * (names[:, -14] > 0)).sum() / total,
    ]
    return np.stack(
        [
            lines / count,
            prose.cumsum() / total,
            weight.cumsum() / weights,
            *(np.full(count, value) for value in constant),
        ],
        axis=1,
    )


def _neighbour_features(own: Floats, prose: Floats, tree: Elements) -> Floats:
    """Repeat what the lines before and after are like."""
    columns = []
    for values in (own[:, 1], own[:, 2], own[:, 8], prose):
        columns += beside(values, 3)
    for reach in (5, 15):
        columns += [around(prose, reach), around(own[:, 2], reach)]
    parent = np.pad(tree.above[:, 0], 1, constant_values=-1)
    columns += [parent[1:-1] == parent[:-2], parent[1:-1] == parent[2:]]
    return np.stack(columns, axis=1).astype(np.float64)


def beside(values: Floats, reach: int) -> list[Floats]:
    """Give the values of the lines up to `reach` before and after each line; -1 beyond the page."""
    padded = np.pad(values, reach, constant_values=-1.0)
    size = len(values)
    return [padded[by : by + size] for by in range(2 * reach + 1) if by != reach]


def around(values: Floats, reach: int) -> Floats:
    """Add up the values of each line and those up to `reach` beside it."""
    sums = np.concatenate([np.zeros(reach + 1), values.cumsum()])
    sums = np.pad(sums, (0, reach), mode="edge")
    near: Floats = sums[2 * reach + 1 :] - sums[: len(values)]
    return near
