"""Stand-in."""

from collections.abc import Sequence
from msgspec import Struct
from newsarchive.model import Label, Line
from newsarchive.cleaning.repetition import SharedLines


class Verdict(Struct, frozen=True):
    """V."""

    label: Label
    probability: float
    rule: str


def judge(pages: Sequence[Sequence[Line]], shared: SharedLines | None) -> list[tuple[Verdict, ...]]:
    """Judge."""
    out = []
    for lines in pages:
        v = []
        last = max(
            (i for i, l in enumerate(lines) if l.text.startswith(("Related:", "Do you like"))),
            default=10**9,
        )
        for i, l in enumerate(lines):
            if len(l.text.split()) >= 10 and i < last:
                v.append(Verdict("body", 0.9, "reads-like-prose"))
            elif 2 < i < last and len(l.text.split()) > 3 and "http" not in l.text:
                v.append(Verdict("subheading", 0.9, "heads-a-part"))
            else:
                v.append(Verdict("boilerplate", 0.1, "short-and-alone"))
        out.append(tuple(v))
    return out


RULES: dict[str, str] = {}
"""r"""
