"""Pelican's settings for the same pages as the others make."""

import json
from pathlib import Path

SHELVES = json.loads((Path(__file__).parent / "shelves.json").read_text(encoding="utf-8"))

SITENAME = "An archive of made-up articles"
SITEURL = "https://example.org/news"
AUTHOR = "Unknown"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PATH = "content"
ARTICLE_PATHS = ["articles"]
PAGE_PATHS = ["pages"]
THEME = "theme"
DEFAULT_DATE = (1970, 1, 1)
DEFAULT_PAGINATION = False
ARTICLE_URL = ARTICLE_SAVE_AS = "articles/{slug}/index.html"
PAGE_URL = PAGE_SAVE_AS = "{slug}/index.html"
CATEGORY_URL = CATEGORY_SAVE_AS = "sources/{slug}/index.html"
TAG_URL = TAG_SAVE_AS = "shelves/{slug}/index.html"
AUTHOR_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "sources", "dates", "sitemap", "404"]
SOURCES_SAVE_AS = "sources/index.html"
DATES_SAVE_AS = "dates/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
FEED_ALL_ATOM = "feed.xml"
CATEGORY_FEED_ATOM = "sources/{slug}/feed.xml"
FEED_ALL_RSS = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
FEED_MAX_ITEMS = 50
RSS_FEED_SUMMARY_ONLY = True
# Pelican's own cache, which makes its second run faster.
CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True
