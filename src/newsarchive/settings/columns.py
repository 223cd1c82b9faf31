"""Which column of a table holds what of an article, as `site.yaml` says it."""

from __future__ import annotations

import re
from typing import Annotated
from unicodedata import normalize

from msgspec import Meta, Struct
from msgspec.structs import asdict

KNOWN = {  # field → the keys of the columns that usually hold it, likeliest first
    "text": "full_text fulltext full_content maintext text body content article article_text"
    " articlebody plain_text article_body article_content body_text content_text story story_text"
    " paragraphs fields.bodyText textcontent articletext news_content summary.content"
    " volltext artikeltext inhalt texte contenu texto contenido cuerpo النص نص متن"
    " testo tekst текст анонс 正文 内容 内文 本文",
    "html": "html raw_html content_html body_html html_content content.rendered fields.body"
    " bodyhtml blocks.body",
    "title": "titleatt.title heading title headline head hl article_title news_title title.rendered"
    " webtitle headline.main"
    " titel uberschrift schlagzeile titre titulo titular العنوان عنوان تیتر"
    " titolo заголовок 标题 標題 タイトル",
    "source": "source publication journal_title ispartof publisher outlet newspaper site site_name"
    " sitename source_name meta_site_name outlet_name"
    " sourcename newspaper_name publication_title pubtitle pubfrosting.title"
    " container_title publicationtitle"
    " source_title media_name source_hostname website source_domain domain hostname thread.site"
    " source.title origin.title feed.title title.title pub provider"
    " quelle zeitung journal fuente periodico medio المصدر منبع fonte bron источник 来源 來源 媒体"
    " testata giornale jornal",
    "date": "date pub_date pubdate published publish_date date_publish date_published published_at"
    " publishedat publishdate publication_date datepublished published_date"
    " webpublicationdate publicationdate numericdate publishing_date publish_time published_time"
    " datetime date_time firstcreated versioncreated contentcreated"
    " day_in_id publishedtime article_date issued published_on date_of_publication posted_on"
    " datum erscheinungsdatum date_de_publication fecha fecha_de_publicacion التاريخ تاریخ"
    " дата 日期 日付",
    "authors": "normalizeddisplayform originalform authors author byline writer creator"
    " fields.byline byline.original published_by by _embedded.author"
    " autor autoren verfasser auteur auteurs autores الكاتب نویسنده"
    " autore autori автор 作者 author_name journalist reporter"
    " creators",
    "section": "section category news_desk section_name sectionname categories topic",
    "dateline": "dateline",
    "url": "troveurl url link web_url weburl source_url canonical_url uri article_url"
    " permalink links.permalink page_url pageurl requested_url html.requested_url"
    " canonical canonical.href"
    " source ссылка 链接 網址",
    "language": "language lang",
    "crawled": "crawled crawl_date date_crawled date_download fetched fetched_at retrieved"
    " scraped_at downloaded_at timestamp",
    "rights": "rights",
}
"""In English and other languages; those with dots stand in the answers of WordPress's, the
Guardian's and other programs, which put objects into objects, and in ProQuest's XML."""

FILES = (
    *("file", "filename", "file_name", "path", "filepath", "file_path", "doc_id", "document"),
    *("datei", "dateiname", "fichier", "archivo", "fichero", "bestand", "الملف", "فایل", "文件名"),
)
"""What the column is called that names the texts which a table tells of."""
ACCENT = re.compile("[\u0300-\u036f]")
Names = tuple[str, ...] | None


def _held(what: str) -> Meta:
    """Describe a key, which takes a column's name or a list of names."""
    one: dict[str, object] = {"type": "string"}
    return Meta(
        description=what, extra_json_schema={"anyOf": [one, {"type": "array", "items": one}]}
    )


class Columns(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which columns of CSV and JSON Lines hold what, where they have other names than usual."""

    text: Annotated[Names, _held("The article's text, a paragraph a line.")] = None
    html: Annotated[
        Names, _held("The article as a page; where there is one, the text is not asked for.")
    ] = None
    title: Annotated[Names, _held("The headline.")] = None
    source: Annotated[Names, _held("The publisher.")] = None
    date: Annotated[Names, _held("The day, the month or the year it appeared.")] = None
    authors: Annotated[Names, _held("Who wrote it.")] = None
    section: Annotated[Names, _held("The section or the topics.")] = None
    dateline: Annotated[Names, _held("The place it was filed from.")] = None
    url: Annotated[Names, _held("The address it was published at.")] = None
    language: Annotated[Names, _held("Its language, as BCP 47.")] = None
    crawled: Annotated[Names, _held("The day it was collected.")] = None
    rights: Annotated[Names, _held("What readers may do with it.")] = None

    def of(self, field: str) -> tuple[str, ...]:
        """Give the columns that may hold a field, the first that holds some counts.

        A field that somebody named columns for is in no other, and in none where none is named.

        >>> Columns(title=("Überschrift",)).of("title"), Columns(crawled=()).of("crawled")
        (('Überschrift',), ())
        >>> Columns().of("language")
        ('language', 'lang')
        """
        named: Names = getattr(self, field)
        return tuple(KNOWN[field].split()) if named is None else named

    @property
    def named(self) -> dict[str, tuple[str, ...]]:
        """The fields that somebody named columns for."""
        return {field: names for field, names in asdict(self).items() if names is not None}


USUAL = Columns()


def column_key(column: str) -> str:
    """Give what a column is known by: its name without capitals, accents and signs.

    >>> column_key(" Pub-Date"), column_key("source.name"), column_key("Título")
    ('pub_date', 'source_name', 'titulo')
    """
    bare = column if column.isascii() else ACCENT.sub("", normalize("NFD", column))
    return "_".join(bare.strip().casefold().replace("-", " ").replace(".", " ").split())


def usual_keys(*fields: str) -> frozenset[str]:
    """Give the keys of the columns that usually hold one of some fields."""
    return frozenset(column_key(name) for field in fields for name in KNOWN[field].split())
