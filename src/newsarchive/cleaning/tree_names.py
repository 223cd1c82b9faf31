"""What the elements around a page's lines are called: tags, classes, roles, in groups of words."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np
from msgspec import Struct

from newsarchive.cleaning.arrays import Doubles
from newsarchive.cleaning.tree_paths import WORD, Elements, tag_of

MARKED = re.compile(
    r"\[itemprop=(?:articleBody|reviewBody)\]|article-?body|story-?body", re.IGNORECASE
)
GROUPS = {
    name: frozenset(words.split())
    for name, words in {
        "article": "article story artikel articulo post entry news body content text",
        "aside": "aside sidebar related recommended recommendations teaser teasers trending popular"
        " outbrain taboola promo promos promoted widget widgets rail breaking ticker carousel"
        " latest more newsletter signup subscribe subscription paywall login modal popup cookie"
        " cookies consent gdpr overlay dialog donate membership banner ad ads advert advertisement"
        " sponsor sponsored nav navigation menu footer share sharing social hidden support tooltip"
        " bio card cards toolbar dropdown complementary contentinfo",
        "comments": "comment comments disqus respond reply replies discussion",
        "caption": "figure figcaption caption captions credit credits gallery slideshow media photo"
        " image",
        "about": "meta byline author authors date time timestamp kicker category categories tag"
        " tags topics breadcrumb breadcrumbs",
        "lead": "lead lede dek deck standfirst summary intro subtitle excerpt description",
        "box": "box infobox factbox inset pullquote embed tweet twitter instagram",
    }.items()
}
GROUP = {name: number for number, name in enumerate(GROUPS)}
BLOCKS = tuple("p h1 h2 h3 h4 li td div figcaption blockquote button".split())
INNER = tuple("a span strong b em i time small".split())
REGIONS = tuple(
    "article main aside nav header footer section form figure ul table blockquote".split()
)


class Names(Struct, frozen=True, eq=False):
    """For each line, which names the elements around it have: arrays of (lines, names)."""

    near: Doubles
    """By group of words: the innermost element and the two around it."""
    far: Doubles
    """By group of words: the elements further out."""
    blocks: Doubles
    inner: Doubles
    regions: Doubles
    """How many elements of each region's tag hold the line."""
    marked: Doubles
    """Whether an element around says that it is the article's body."""
    depth: Doubles

    def called(self, group: str) -> Doubles:
        """Tell whether any element around each line has a name of a group: (lines,)."""
        return np.maximum(self.near[:, GROUP[group]], self.far[:, GROUP[group]])

    def table(self) -> Doubles:
        """Give everything as one table: (lines, features)."""
        return np.concatenate(
            [self.near, self.far, self.blocks, self.inner, self.regions, self.marked, self.depth],
            axis=1,
        )


def read_names(tree: Elements) -> Names:
    """Read what the elements around each line are called."""
    words = np.array([_groups(step) for step in tree.steps], dtype=np.float64)
    tags = np.array([_tags(tag_of(step)) for step in tree.steps], dtype=np.float64)
    blocks, inner, regions = np.split(tags, [len(BLOCKS), len(BLOCKS) + len(INNER)], axis=1)
    marked = np.array([[MARKED.search(step) is not None] for step in tree.steps], dtype=np.float64)
    parent = tree.parent
    above = parent[parent]
    near = np.maximum(words, np.maximum(words[parent], words[above]))
    far = tree.down(words)[parent[above]]
    return Names(
        near=near[tree.inner],
        far=np.minimum(far, 1.0)[tree.inner],
        blocks=blocks[tree.block],
        inner=inner[tree.inner],
        regions=tree.down(regions)[tree.inner],
        marked=np.minimum(tree.down(marked)[tree.inner], 1.0),
        depth=tree.depth()[:, None].astype(np.float64),
    )


@lru_cache(maxsize=50_000)
def _groups(step: str) -> tuple[bool, ...]:
    """Tell which groups of words an element's names have some of."""
    words = {word.lower() for word in WORD.findall(step)}
    return tuple(not words.isdisjoint(group) for group in GROUPS.values())


@lru_cache(maxsize=1_000)
def _tags(tag: str) -> tuple[bool, ...]:
    """Tell which of the tags that count an element has."""
    return tuple(tag == one for one in (*BLOCKS, *INNER, *REGIONS))
