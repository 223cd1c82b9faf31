"""What is known of one publisher's pages: a YAML file each, in `sources/`.

A profile says how its publisher is recognised and what only that publisher's pages print. It comes
on top of the generic rules and wins over them; without any profile the reader must do well too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from newsarchive.errors import SettingsError
from newsarchive.filesystem.refused import remedy_of, words_of
from newsarchive.filesystem.regular import read_regular
from newsarchive.model import Label, Line
from newsarchive.settings.yamlfile import read_yaml
from newsarchive.settings.yamlnodes import MAX_CHARACTERS


class ProfileRule(Struct, frozen=True, kw_only=True):
    """Which lines of a publisher's pages are what. All the conditions given must hold."""

    label: Label
    why: Annotated[str, Meta(description="What the line is, for readers of the evidence.")]
    equals: str | None = None
    starts: str | None = None
    ends: str | None = None
    contains: str | None = None
    before: Annotated[str | None, Meta(description="The next line is this.")] = None
    after: Annotated[str | None, Meta(description="The line before is this.")] = None
    onward: Annotated[bool, Meta(description="All the lines that follow are so too.")] = False


class Profile(Struct, frozen=True, kw_only=True):
    """One publisher."""

    name: str
    recognised_by: Annotated[
        tuple[str, ...], Meta(description="Texts, one of which a line of each page holds.")
    ]
    since: str = ""
    """The date of the pages it was written for, as EDTF."""
    rules: tuple[ProfileRule, ...] = ()
    slug: str
    """The file's name without its ending."""


def recognise(lines: Iterable[Line], profiles: Iterable[Profile]) -> Profile | None:
    """Give the profile of the publisher that a line names, or None.

    Two publishers' marks on one page settle nothing, and none is given.
    """
    text = "\n".join([line.text for line in lines])
    found = [p for p in profiles if any(mark in text for mark in p.recognised_by)]
    return found[0] if len(found) == 1 else None


def apply_profile(profile: Profile, lines: tuple[Line, ...]) -> dict[int, tuple[Label, str]]:
    """Label the lines that the profile knows.

    Returns:
        Line index → label and `profile: why`, the first rule that matches a line winning.
    """
    known: dict[int, tuple[Label, str]] = {}
    for rule in profile.rules:
        for i in _matches(rule, lines):
            known.setdefault(i, (rule.label, f"{profile.name}: {rule.why}"))
    return known


def _matches(rule: ProfileRule, lines: tuple[Line, ...]) -> Iterator[int]:
    for i in range(len(lines)):
        if _holds(rule, lines, i):
            if rule.onward:
                yield from range(i, len(lines))
                return
            yield i


def _holds(rule: ProfileRule, lines: tuple[Line, ...], i: int) -> bool:
    text = lines[i].text
    above = lines[i - 1].text if i else ""
    below = lines[i + 1].text if i + 1 < len(lines) else ""
    return (
        (rule.equals is None or text == rule.equals)
        and (rule.starts is None or text.startswith(rule.starts))
        and (rule.ends is None or text.endswith(rule.ends))
        and (rule.contains is None or rule.contains in text)
        and (rule.before is None or below == rule.before)
        and (rule.after is None or above == rule.after)
    )


@cache
def shipped_profiles() -> tuple[Profile, ...]:
    """Read the profiles that newsarchive ships, in the order of their names."""
    folder = resources.files("newsarchive") / "sources"
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".yaml")), key=lambda f: f.name)
    return tuple(_read(f.read_text(encoding="utf-8"), f.name) for f in files)


def read_profiles(folder: Path) -> tuple[Profile, ...]:
    """Read the profiles of a folder `sources/`, beside those that are shipped.

    A profile of the folder stands in for the shipped one of the same file name.

    Raises:
        SettingsError: a profile says something it cannot say.
    """
    profiles = {profile.slug: profile for profile in shipped_profiles()}
    own = folder.iterdir() if folder.is_dir() else ()
    for path in sorted(path for path in own if path.suffix == ".yaml"):
        try:
            profiles[path.stem] = _read(_text_of(path), str(path))
        except (OSError, UnicodeDecodeError) as error:
            what = f"it cannot be read ({words_of(error)})"
            raise SettingsError(what, where=str(path), remedy=remedy_of(error)) from error
    return tuple(profiles.values())


def _text_of(path: Path) -> str:
    return read_regular(path, 4 * MAX_CHARACTERS).decode("utf-8-sig")


def _read(text: str, path: str) -> Profile:
    profile = read_yaml(text, Profile, path=path, given={"slug": Path(path).stem})
    if not (profile.recognised_by and all(profile.recognised_by)):
        what = "`recognised_by` holds no text, or an empty one, which every page holds"
        remedy = "Write a text that a line of each of the publisher's pages holds"
        raise SettingsError(what, where=path, remedy=remedy)
    for number, rule in enumerate(profile.rules, 1):
        if not any((rule.equals, rule.starts, rule.ends, rule.contains, rule.before, rule.after)):
            what = f"rule {number} (`why: {rule.why}`) says of no line that it is meant"
            remedy = "Write equals, starts, ends, contains, before or after, and a text"
            raise SettingsError(what, where=path, remedy=remedy)
    return profile
