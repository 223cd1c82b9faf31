"""The finders' rules, each in the words that a reader of the evidence sees."""

from __future__ import annotations

RULES = {
    "title-line": "a line that heads the body",
    "title-tail": "a line of the kind “Title - Publisher”",
    "published-line": "a day after a word such as “Published”",
    "updated-line": "a day after a word such as “Updated”",
    "date-line": "a day that stands where pages put their date",
    "filing-day": "the day behind the place that a report begins with: “CITY, July 19, 2021 -”",
    "month-line": "a month alone on a line above the body, as monthlies print it",
    "glued-clock-and-date": "a day that touches a clock time, a name or a word",
    "noted": "a note of whoever saved the text, above or below it: “URL: …”, “Accessed: …”",
    "url-date": "a day in the article's own address",
    "latest-day-named": "the latest day that the body looks back on",
    "byline": "“By …” and a name, or the like in any language; an agency alone beside the day",
    "name-line": "a name alone beside the title",
    "copyright-line": "a copyright line: “© 2021 Publisher”",
    "own-address": "a web address, an e-mail address or a handle of the publisher's own",
    "service-phrase": "a phrase such as “Subscribe to Publisher” or “Publisher newsletter”",
    "masthead": "a name at the top of the page",
    "cited-paper": "a paper's name beside the day, as clippings are marked",
    "dateline-agency": "the agency in a dateline: “CITY (Agency) -”",
    "credit-line": "a publisher behind an author's name",
    "told-to": "a phrase such as “told Publisher”",
    "known-name": "the name of a known publisher",
    "shared-lines": "a name in lines that other files of the archive have too",
    "repeated-name": "a name that the page repeats outside of the article",
    "dateline": "a place before the first sentence, in capitals or with the day",
    "breadcrumb": "a trail of sections above the title",
    "section-in-address": "a short line that the article's address names too",
    "script-and-small-words": "the body's script and its most frequent words",
}
