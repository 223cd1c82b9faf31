"""What Ghost exports: the tables of its database, in which posts, authors and topics stand apart.

{"db": [{"data": {"posts": [{"id": "1", "title": …, "html": …, "status": "published"}],
                  "users": [{"id": "7", "name": …}], "posts_authors": [{"post_id": "1", …}],
                  "tags": […], "posts_tags": […], "settings": [{"key": "title", …}]}}]}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from newsarchive.loading.opened import Opened
from newsarchive.model import Problem

POSTED = "published"
INTERNAL = "#"
"""How topics begin that readers do not see."""


def posts_of(value: Any) -> list[dict[str, Any]]:  # noqa: ANN401  JSON is anything
    """Give all posts of such an export, each with its authors, its topics and the paper.

    Args:
        value: what the file holds; of anything else nothing is given.
    """
    exports = value.get("db") if isinstance(value, dict) else None
    return [
        post
        for one in (exports if isinstance(exports, list) else ())
        if isinstance(one, dict) and isinstance(data := one.get("data"), dict)
        for post in _posts_in(data)
    ]


def _posts_in(data: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    named = {str(one.get("key")): one.get("value") for one in _rows(data, "settings")}
    authors = _by_post(data, "posts_authors", "author_id", "users")
    topics = _by_post(data, "posts_tags", "tag_id", "tags")
    for post in _rows(data, "posts"):
        found = {
            "source": named.get("title"),
            "authors": authors.get(str(post.get("id"))),
            "section": [one for one in topics.get(str(post.get("id")), ()) if one[:1] != INTERNAL],
        }
        yield {**post, **{field: said for field, said in found.items() if said}}


def _rows(data: Mapping[str, Any], table: str) -> list[dict[str, Any]]:
    rows = data.get(table)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _by_post(data: Mapping[str, Any], link: str, key: str, table: str) -> dict[str, list[str]]:
    """Give the names in a table that another one links with posts, by post and in its order."""
    names = {str(row.get("id")): row.get("name") for row in _rows(data, table)}
    found: dict[str, list[str]] = {}
    for row in sorted(_rows(data, link), key=lambda row: str(row.get("sort_order"))):
        if isinstance(name := names.get(str(row.get(key))), str):
            found.setdefault(str(row.get("post_id")), []).append(name)
    return found


def is_posted(post: Mapping[str, Any]) -> bool:
    """Tell whether readers could see a post."""
    return post.get("status") == POSTED


def not_posted(opened: Opened, posts: list[dict[str, Any]]) -> Iterator[Problem]:
    """Say once how many posts of an export readers could not see."""
    if left := len(posts) - sum(map(is_posted, posts)):
        what = f"posts that readers could not see: {left:,} of {len(posts):,}"
        yield Problem(
            opened.name, what, "Publish those of them that are drafts, and export", inputs=left
        )
