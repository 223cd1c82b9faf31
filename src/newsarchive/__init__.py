"""newsarchive turns a folder of raw news text into a static web archive that shows its evidence.

The public interface is what this module names. It is imported on first use, so that
`import newsarchive` costs nothing:

    site = newsarchive.load_site("my-archive")
    report = newsarchive.build(site)
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsarchive.build import Report, build
    from newsarchive.errors import NewsarchiveError
    from newsarchive.model import Article, Document, Problem
    from newsarchive.readings.once import read
    from newsarchive.settings.site import Site, load_site

# The matrices of the labeller are small: threads of numpy's BLAS on top of our own processes only
# fight for the cores (measured: a sixth of the speed on two busy ones). Read when numpy is loaded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Document",
    "NewsarchiveError",
    "Problem",
    "Report",
    "Site",
    "build",
    "load_site",
    "read",
]

_HOMES = {
    "Article": "model",
    "Document": "model",
    "NewsarchiveError": "errors",
    "Problem": "model",
    "Report": "build",
    "Site": "settings.site",
    "build": "build",
    "load_site": "settings.site",
    "read": "readings.once",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


class _Package(ModuleType):
    """Keeps `newsarchive.build` the function when the module of that name is imported."""

    def __setattr__(self, name: str, value: object) -> None:
        if name == "build" and isinstance(value, ModuleType):
            value = value.build
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
