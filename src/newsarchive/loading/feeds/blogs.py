"""What blogs export in the form of a feed: WordPress as RSS, Blogger as Atom.

Pictures, menus, comments and drafts stand among the posts as items too, authors are named by what
they log in with, and codes in brackets stand where a page has more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from newsarchive.loading.feeds.fields import Item

POSTED = {  # element → what it says of a post, or a page, that readers could see
    "wp:post_type": ("post", "page"),
    "wp:status": ("publish",),
    "blogger:type": ("POST", "PAGE"),
    "blogger:status": ("LIVE",),
    "app:control/app:draft": ("no",),
}
KIND = "http://schemas.google.com/g/2005#kind"
KINDS = ("post", "page")
LOGIN = re.compile(r"<wp:author_login>(.{1,200}?)</wp:author_login>", re.DOTALL)
SHOWN = re.compile(r"<wp:author_display_name>(.{1,200}?)</wp:author_display_name>", re.DOTALL)
AUTHOR = "<wp:author>"
LINK_ENDS = "</a>"
WRAPPED = re.compile(r"<!\[CDATA\[|\]\]>")
CAPTION = re.compile(r"\[caption\b[^\[\]]{0,300}\]([^\[]{0,6000})\[/caption\]")
CODE = re.compile(
    r"\[/?(?:audio|caption|embed|gallery|instagram|playlist|twitter|video|vimeo|youtube)\b"
    r"[^\[\]]{0,500}\]"
)


def is_posted(item: Item) -> bool:
    """Tell whether an item is one that readers could see; all are of a feed that is no export."""
    for one in item.get("category", ()):
        if one.attributes.get("scheme") == KIND:
            return one.attributes.get("term", "").endswith(tuple(f"#{kind}" for kind in KINDS))
    return all(
        found.text.strip() in said for path, said in POSTED.items() for found in item.get(path, ())
    )


def authors_of(head: str) -> Mapping[str, str]:
    """Give the names of a blog's authors by what they log in with.

    Args:
        head: the export above its items.
    """
    found = {}
    for author in head.split(AUTHOR)[1:]:
        login, shown = LOGIN.search(author), SHOWN.search(author)
        if login and shown:
            found[_bare(login[1])] = _bare(shown[1])
    return found


def without_codes(page: str) -> str:
    """Give a post with its captions as HTML has them, and without the codes for what it embeds."""
    return CODE.sub("", CAPTION.sub(_figure, page))


def _figure(caption: re.Match[str]) -> str:
    """Give a caption's picture and, behind it, its words."""
    within = caption[1]
    image = within.rfind("<img")
    end = within.find(">", image) + 1 if image >= 0 else 0
    words = within[end:].strip()
    end_of_link = LINK_ENDS if words.startswith(LINK_ENDS) else ""
    words = words.removeprefix(LINK_ENDS)
    return f"<figure>{within[:end]}{end_of_link}<figcaption>{words}</figcaption></figure>"


def _bare(text: str) -> str:
    return WRAPPED.sub("", text).strip()
