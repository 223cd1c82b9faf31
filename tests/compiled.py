"""Templates that are compiled once for many builds, which take most of a small build's time."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from newsarchive.rendering.compiled import Compiled
from newsarchive.rendering.templating import Templates
from newsarchive.wording import Wording


def compile_once(patch: pytest.MonkeyPatch) -> None:
    """Compile each template once for each language and way to fill it, while a patch holds."""
    known: dict[tuple[object, ...], Any] = {}
    made, compiled = Templates.__init__, Templates.compile

    def make(
        self: Templates,
        folders: Iterable[Path],
        wording: Wording,
        *,
        quick: bool = False,
        compiled: Compiled | None = None,  # noqa: ARG001  kept in memory here
    ) -> None:
        made(self, folders, wording, quick=quick)
        self.globals["compiled_for"] = wording.language, quick

    def compile_(self: Templates, source: Any, *place: Any, **options: Any) -> Any:
        key = self.globals["compiled_for"], source, *place, *options.values()
        if key not in known:
            known[key] = compiled(self, source, *place, **options)
        return known[key]

    patch.setattr(Templates, "__init__", make)
    patch.setattr(Templates, "compile", compile_)
