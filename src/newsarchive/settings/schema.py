"""What may stand in `site.yaml`, and what it means: the schema that editors check it with."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

import msgspec
from msgspec import Meta, Struct

from newsarchive.settings.columns import USUAL, Columns
from newsarchive.settings.limits import DEFAULT, Limits

Search: TypeAlias = Literal["auto", "script", "pagefind", "off"]
"""What answers on the search page."""


class Publish(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where `newsarchive publish` puts the built site when it is not told."""

    directory: Annotated[
        str, Meta(description="A folder to publish to, such as a web server's. Relative to here.")
    ] = ""
    branch: Annotated[str, Meta(description="The git branch to publish to.")] = "gh-pages"
    remote: Annotated[
        str, Meta(description="The git remote the branch is pushed to; empty to push nowhere.")
    ] = "origin"


class Rights(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What readers may do with the texts, and how much of them is published."""

    statement: Annotated[
        str,
        Meta(
            description="For all articles that have no statement of their own: a text, or an "
            "address such as http://rightsstatements.org/vocab/InC/1.0/."
        ),
    ] = ""
    sources: Annotated[
        dict[str, str], Meta(description="The same for single sources: name, then statement.")
    ] = {}
    excerpt: Annotated[
        int,
        Meta(
            ge=0,
            description="Publish no more than this many words of each article, on its page and in "
            "the downloads; 0 to publish all.",
        ),
    ] = 0


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What may stand in `site.yaml`. Every key has a default; an empty file is valid."""

    title: Annotated[str, Meta(description="The archive's name, at the head of every page.")] = (
        "News archive"
    )
    description: Annotated[
        str, Meta(description="What the archive is, in a sentence, shown on its first page.")
    ] = ""
    curator: Annotated[
        str, Meta(description="Who keeps the archive: a person, a library, a project.")
    ] = ""
    url: Annotated[
        str,
        Meta(
            description="The address it will have on the web, such as https://example.org/news/. "
            "Permanent links and citations show it; feeds and the sitemap are written only with it."
        ),
    ] = ""
    language: Annotated[
        str,
        Meta(
            description="The language of the site's own words, as BCP 47: ar, de, en, es, fa, fr, "
            "a country's (de-AT), or one that the folder locale/ has words in; all else is English."
        ),
    ] = "en"
    rights: Rights = Rights()
    noindex: Annotated[
        bool, Meta(description="Ask search engines to leave the site out of their results.")
    ] = False
    articles: Annotated[
        str,
        Meta(
            description="The folder of raw texts, never written to: a path, or an address on a "
            "store such as s3://bucket/articles."
        ),
    ] = "articles"
    output: Annotated[
        str,
        Meta(
            description="The folder the site is written to: a path, or an address on a store such "
            "as s3://bucket/site."
        ),
    ] = "output"
    names: Annotated[
        int,
        Meta(
            ge=0,
            description="In how many articles a person, a place or an organisation must be named "
            "to have a page. 0 for no such pages.",
        ),
    ] = 2
    about: Annotated[
        str, Meta(description="The About page: Markdown, or the name of a .md file beside this.")
    ] = ""
    search: Annotated[
        Search,
        Meta(
            description="What answers on the search page. auto: scripts that also work from disk, "
            "and Pagefind for large archives; script or pagefind: that; off: no search page."
        ),
    ] = "auto"
    columns: Columns = USUAL
    limits: Limits = DEFAULT
    publish: Publish = Publish()


def settings_schema() -> dict[str, Any]:
    """Give the JSON Schema of `site.yaml`, which editors complete and check with."""
    schema = msgspec.json.schema(Settings)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
