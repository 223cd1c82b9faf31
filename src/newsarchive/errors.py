"""The exceptions that stop newsarchive, all below one: `NewsarchiveError`.

What is wrong with one article is no exception but a `Problem`, and the others go on.
"""

from __future__ import annotations


class NewsarchiveError(Exception):
    """Work cannot go on.

    Args:
        what: what is wrong, and why, as a sentence without its full stop.
        where: the file, with `:line` where there is one; or a folder, an address.
        remedy: what to do about it.
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.what, self.where, self.remedy = what, where, remedy

    def __str__(self) -> str:
        """Give one line: where, what, what to do."""
        place = f"{self.where}: " if self.where else ""
        remedy = f". {self.remedy}" if self.remedy else ""
        return f"{place}{self.what}{remedy}"


class SettingsError(NewsarchiveError):
    """`site.yaml`, a correction or a profile says something it cannot say."""


class TemplateError(NewsarchiveError):
    """A template cannot be found, read or filled."""


class OutputError(NewsarchiveError):
    """The output folder cannot be written, or is not ours to write."""


class BusyError(NewsarchiveError):
    """Somebody else is writing the output folder."""


class MachineError(NewsarchiveError):
    """The machine fails to read what is there, which says nothing of the file."""


class StoreError(NewsarchiveError):
    """What earlier builds found out can be neither read nor thrown away."""


class SearchError(NewsarchiveError):
    """The search index cannot be made."""


class PublishError(NewsarchiveError):
    """The built site cannot be published as it is, or not to that place."""


class ExportError(NewsarchiveError):
    """The archive cannot be exported in that format, or not to that place."""


class ClusterError(NewsarchiveError):
    """The cluster cannot be reached, or its workers cannot do the work."""
