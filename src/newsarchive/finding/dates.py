"""Finds the day the article appeared: stated days only, and the words that say what each one is.

Every day written on the page is a mention. What it is, is told by the words before it (published,
updated, copyright), by its place (beside the title, in the body, in a list of other articles), and
by whether it fills its line. A weighed choice follows; where no mention convinces, there is none.
"""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from newsarchive.finding.date_patterns import Mention
from newsarchive.finding.page import Layout
from newsarchive.finding.scoring import load_weights, score, shares
from newsarchive.model import Line, Statement

_PUBLISHED = re.compile(
    r"publi|posted|first\s|created|erstell|veröff|erschien|on:|date:|datum|fecha|data:|geplaatst|"
    r"gepubl|opubl|veld|запис|опубл|дата|pubbl|mis en ligne|yayın|oluştur|giriş|発信|投稿|公開|配信|"
    r"掲載|発表|作成|入力|입력|등록|发布|發布|时间|來源|نشر|تاريخ|originally|stand:|written|le\s|"
    r"publik|julkais|zveřejn|közz|date de|released|filed|uploaded|issued|dodan|objav|пуб",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"updat|modif|aktualis|aktualiz|actuali|atualiz|aggiorn|geändert|bearbeit|edited|revised|"
    r"mis à jour|màj|maj|gewijz|bijgew|oppdat|uppdat|opdat|更新|수정|обнов|güncel|last\s|reviewed|"
    r"überarb|zuletzt|تحديث|修改|修正|editiert|changed|päivit|friss|corrected|fact[- ]check",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"born|died|since|until|till|before|after|from\b|between|bis\b|vom\b|ab\b|seit|between|deadline|"
    r"due|expires?|premier|release|retrieved|accessed|abgerufen|archived|start|begin|effective|vol\b|"
    r"episode|season|photo|file|image|foto|taken|bild|\(|dated|joined|member|registr",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"©|\(c\)|copyright|rights reserved|\bc\)", re.IGNORECASE)
_BYLINE = re.compile(r"^(?:by|von|par|por|di|door|от|автор|text|autor|author|written by)\b", re.IGNORECASE)
_COMMENT = re.compile(
    r"\bat\s\d|says:|said:|reply|antworten|responder|répondre|permalink|likes?\b|\bcommented|kommentar",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[—–-]\s.*\(@\w+\)|pic\.twitter|@\w+\)")
_CLOCK = re.compile(r"\d\d?[:.h]\d\d|\d\s?[ap]\.?m\b|uhr|gmt|utc|\b[ecmp][sd]t\b|\bh\b", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"\b(?:mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|"
    r"lun|mar|mer|jeu|ven|sam|dim|mié|jue|vie|sáb|dom|seg|ter|qua|qui|sex|mo|di|mi|do|fr|sa|so)[a-zéáç-]{0,8}[.,]",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]{2,}")


class Candidate(Struct, frozen=True):
    """A day, where it is written, and what speaks for its being the article's."""

    line: int
    day: date
    rule: str
    features: tuple[str, ...]


def find_date(
    lines: tuple[Line, ...],
    layout: Layout,
    mentions: list[Mention],
    title: int | None,
    month_first: bool | None,
) -> tuple[Statement, ...]:
    """Returns the statements of the day of publication, the best first; none is usual.

    Args:
        lines: The page's lines.
        layout: Its layout.
        mentions: All days written on it, in their order.
        title: Index of the title's line.
        month_first: Whether figures on this page put the month first; None where nothing tells.
    """
    candidates = list_candidates(layout, mentions, title, month_first)
    if not candidates:
        return ()
    weights = load_weights("date")
    portions = shares([score(weights, each.features) for each in candidates])
    sums: dict[date, float] = {}
    for each, portion in zip(candidates, portions, strict=True):
        sums[each.day] = sums.get(each.day, 0.0) + portion
    best = max(sums, key=lambda day: sums[day])
    if sums[best] < weights.keep:
        return ()
    chosen = sorted(
        (-portion, each.line, each.rule)
        for each, portion in zip(candidates, portions, strict=True)
        if each.day == best and portion >= 0.01
    )
    return tuple(
        Statement("date", best.isoformat(), rule, lines[i].text, lines[i].number)
        for _, i, rule in chosen
    )


def list_candidates(
    layout: Layout,
    mentions: list[Mention],
    title: int | None,
    month_first: bool | None,
) -> list[Candidate]:
    """Returns a candidate for each day mentioned, in the order of the page."""
    if not mentions:
        return []
    days = [_settled(each, month_first) for each in mentions]
    newest, oldest = max(days), min(days)
    seen: dict[date, int] = {}
    for day in days:
        seen[day] = seen.get(day, 0) + 1
    found = []
    own = {m.line for m in mentions}
    for order, (mention, day) in enumerate(zip(mentions, days, strict=True)):
        features = _features(layout, mention, title, own)
        features.append(f"order:{min(order, 6)}")
        features.append(f"seen:{min(seen[day], 4)}")
        features.append(f"days:{_bucket(len(seen), (1, 2, 3, 5, 8, 15))}")
        age = (newest - day).days
        features.append(f"age:{_bucket(age, (0, 1, 2, 7, 30, 365))}")
        if day == oldest:
            features.append("oldest")
        if mention.other and month_first is None:
            features.append("open-order")
        kind = next((f for f in features if f.startswith("word:")), "word:none")
        place = next((f for f in features if f.startswith("title:")), "title:none")
        fill = next((f for f in features if f.startswith("rest:")), "rest:0")
        features += [f"{kind}&{place}", f"{place}&{fill}", f"{kind}&{fill}", f"{kind}&age:{_bucket(age, (0, 1, 2, 7, 30, 365))}"]
        found.append(Candidate(mention.line, day, _rule(mention, kind), tuple(features)))
    return found


def _settled(mention: Mention, month_first: bool | None) -> date:
    return mention.other if month_first and mention.other else mention.day


def _rule(mention: Mention, kind: str) -> str:
    if mention.form == "url":
        return "url-date"
    if mention.glued:
        return "glued-clock-and-date"
    return {"word:published": "published-line", "word:updated": "updated-line"}.get(kind, "date-line")


def _bucket(value: int, limits: tuple[int, ...]) -> int:
    return next((limit for limit in limits if value <= limit), 999)


def _features(
    layout: Layout, mention: Mention, title: int | None, own: set[int]
) -> list[str]:
    i = mention.line
    text = layout.texts[i]
    before = text[max(0, mention.start - 28) : mention.start]
    after = text[mention.end : mention.end + 24]
    features = [f"form:{mention.form}", *_wording(layout, i, text, before, after, mention)]
    features += _place(layout, i, title)
    features += _company(layout, i, own)
    if mention.glued:
        features.append("glued")
    return features


def _wording(
    layout: Layout, i: int, text: str, before: str, after: str, mention: Mention
) -> list[str]:
    features = []
    above = layout.texts[i - 1] if i else ""
    lead_in = before if _LETTER.search(before) else (above[-28:] if len(above) < 40 else "")
    inline = lead_in is before
    mark = "" if inline else "-above"
    published = [m.start() for m in _PUBLISHED.finditer(lead_in)]
    updated = [m.start() for m in _UPDATED.finditer(lead_in)]
    if updated and (not published or updated[-1] >= published[-1]):
        features.append(f"word:updated{mark}")
    elif published:
        features.append(f"word:published{mark}")
    elif inline and _EVENT.search(lead_in):
        features.append("word:event")
    elif not _LETTER.search(before):
        features.append("word:none")
    else:
        features.append("word:other")
    if _UPDATED.search(after):
        features.append("updated-after")
    if _COPYRIGHT.search(text):
        features.append("copyright")
    if _BYLINE.search(text):
        features.append("byline-line")
    if _BYLINE.search(above) and len(above) < 80:
        features.append("byline-above")
    if _COMMENT.search(text) or (i + 1 < len(layout.texts) and _COMMENT.search(layout.texts[i + 1][:40])):
        features.append("comment")
    if _QUOTED.search(text):
        features.append("quoted-post")
    if _CLOCK.search(before) or _CLOCK.search(after):
        features.append("clock")
    if _WEEKDAY.search(before):
        features.append("weekday")
    rest = len(text) - (mention.end - mention.start)
    features.append(f"rest:{_bucket(rest, (0, 4, 12, 25, 45, 80, 150))}")
    if layout.inside[i]:
        features.append("inside-body")
    if mention.start < 3:
        features.append("at-start")
    return features


def _place(layout: Layout, i: int, title: int | None) -> list[str]:
    features = []
    if title is None:
        features.append("title:none")
    else:
        step = i - title
        features.append(f"title:{_signed(step)}")
    if layout.start < len(layout.texts):
        features.append(f"start:{_signed(i - layout.start)}")
        if i > layout.end:
            features.append(f"after-end:{_bucket(i - layout.end, (1, 2, 4, 8, 20))}")
    features.append(f"index:{_bucket(i, (0, 1, 3, 8, 20))}")
    features.append(f"from-bottom:{_bucket(len(layout.texts) - i, (2, 5, 12, 30))}")
    return features


def _signed(step: int) -> str:
    size = _bucket(abs(step), (0, 1, 2, 3, 4, 6, 9, 14, 25, 50))
    return f"-{size}" if step < 0 else str(size)


def _company(layout: Layout, i: int, own: set[int]) -> list[str]:
    """Tells whether dates stand around it at short distances, as in a list of other articles."""
    near = sum(1 for k in range(i - 9, i + 10) if k != i and k in own)
    return [f"near:{min(near, 5)}"]


def month_comes_first(mentions: list[Mention], texts: tuple[str, ...], language: str) -> bool | None:
    """Tells whether figures such as 03/04/2021 put the month first, by what else the page shows.

    Days that can be read in one way only tell first; then whether a day in words agrees with one
    of the readings; then the language, save English, which is written both ways.
    """
    figures = [m for m in mentions if m.form in ("figures", "short-year")]
    settled = [m for m in figures if m.other is None]
    words = {m.day for m in mentions if m.form not in ("figures", "short-year")}
    for m in figures:
        if m.other and m.other in words and m.day not in words:
            return True
        if m.other and m.day in words and m.other not in words:
            return False
    for m in settled:
        text = texts[m.line][m.start : m.end]
        head = re.match(r"\d\d?", text)
        if head and int(head[0]) > 12:
            return False
        return True
    if any("." in texts[m.line][m.start : m.end] for m in figures):
        return False
    if language not in ("en", "und"):
        return False
    return None
