"""Which locked versions stand in a known advisory, by a database on this machine.

    python benchmarks/advisories.py requirements/ci.txt DATABASE_FOLDER [--explained ID ...]

For institutions without access to the services that `pip-audit` asks. The folder holds advisories
in the Open Source Vulnerability format (https://ossf.github.io/osv-schema/), a YAML or JSON file
each, as a checkout of the PyPA's advisory database does. Prints each locked version that one of
them names and is not explained, and exits with 1 if there is any, or if an advisory on a locked
package cannot be judged. A database tells nothing of what was found after it: its newest day is
printed.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

LOCKED = re.compile(r"^([\w.-]+)(?:\[[\w,-]+\])?==([^\s;\\]+)", re.MULTILINE)
ENDINGS = {".yaml", ".yml", ".json"}

Advisory = Mapping[str, Any]


class Finding(NamedTuple):
    """A locked version that an advisory names, or may name."""

    package: str
    version: str
    advisory: str
    aliases: tuple[str, ...]
    known: bool
    """Whether the advisory could be judged."""

    def line(self) -> str:
        """Say it in a line."""
        said = "stands in" if self.known else "cannot be judged by"
        return f"{self.package} {self.version} {said} {', '.join((self.advisory, *self.aliases))}"


def locked_in(text: str) -> dict[str, str]:
    """Give the version of each package that a lock file names."""
    return {canonicalize_name(name): version for name, version in LOCKED.findall(text)}


def advisories_in(folder: Path) -> Iterator[Advisory]:
    """Read all advisories below a folder, but for those that were withdrawn.

    Raises:
        ValueError: a file holds no advisory.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for path in sorted(path for path in folder.rglob("*") if path.suffix in ENDINGS):
        text = path.read_text(encoding="utf-8")
        # the loader is a safe one
        found = json.loads(text) if path.suffix == ".json" else yaml.load(text, loader)  # noqa: S506
        if not isinstance(found, dict) or "id" not in found:
            raise ValueError(f"{path} holds no advisory")
        if "withdrawn" not in found:
            yield found


def spoken_of(advisories: Iterable[Advisory]) -> set[str]:
    """Name the packages that advisories speak of, whatever the version."""
    affected = chain.from_iterable(advisory.get("affected", ()) for advisory in advisories)
    return {canonicalize_name(one["package"]["name"]) for one in affected if _of_pypi(one)}


def _of_pypi(affected: Advisory) -> bool:
    return bool(affected.get("package", {}).get("ecosystem") == "PyPI")


def findings(locked: Mapping[str, str], advisories: Iterable[Advisory]) -> Iterator[Finding]:
    """Yield what the advisories say of locked versions."""
    for advisory in advisories:
        for affected in advisory.get("affected", ()):
            name = canonicalize_name(affected["package"]["name"]) if _of_pypi(affected) else ""
            if name in locked:
                verdict = named_by(affected, locked[name])
                if verdict is not False:
                    yield Finding(
                        name,
                        locked[name],
                        str(advisory["id"]),
                        tuple(map(str, advisory.get("aliases") or ())),
                        verdict is not None,
                    )


def named_by(affected: Advisory, version: str) -> bool | None:
    """Tell whether a version is among those that an advisory names; None if that cannot be told.

    Ranges of commits (`GIT`) say nothing of versions, so an advisory of nothing else is not judged.
    """
    listed = list(map(str, affected.get("versions") or ()))
    ranges = [one for one in affected.get("ranges") or () if one.get("type") != "GIT"]
    if not listed and not ranges:
        return None
    try:
        return _among(listed, version) or any(_within(one["events"], version) for one in ranges)
    except InvalidVersion:
        return None


def _among(listed: Iterable[str], version: str) -> bool:
    """Tell whether a version is listed, in whatever way it is spelled: `1.0` is `1.0.0`."""
    return Version(version) in {Version(one) for one in listed if _is_version(one)}


def _is_version(text: str) -> bool:
    """Tell a version of today's rules from the oldest ones, to which nothing is locked: `2004d`."""
    try:
        Version(text)
    except InvalidVersion:
        return False
    return True


def _within(events: Iterable[Mapping[str, Any]], version: str) -> bool:
    """Walk through a range's events in their order, as the format's specification does."""
    ours, inside = Version(version), False
    pairs = [(kind, str(at)) for event in events for kind, at in event.items()]
    order = ("introduced", "fixed", "last_affected", "limit")
    for kind, at in sorted(pairs, key=lambda pair: (_at(pair[1]), order.index(pair[0]))):
        if kind == "introduced":
            inside = inside or ours >= _at(at)
        elif kind == "last_affected":
            inside = inside and ours <= _at(at)
        else:
            inside = inside and ours < _at(at)
    return inside


def _at(version: str) -> Version:
    return Version("0.dev0" if version == "0" else version)


def main() -> int:
    """Print what was found; fail where something is not explained."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lockfile", type=Path)
    parser.add_argument("database", type=Path, help="a folder of advisories in the OSV format")
    parser.add_argument(
        "--explained", nargs="*", default=[], help="advisories, or aliases, that were judged"
    )
    options = parser.parse_args()
    locked = locked_in(options.lockfile.read_text(encoding="utf-8"))
    advisories = list(advisories_in(options.database))
    if not locked or not advisories:
        print(
            f"{len(locked)} versions are locked, {len(advisories)} advisories found: nothing told"
        )
        return 1
    newest = max(str(advisory.get("modified", "")) for advisory in advisories)[:10]
    print(f"{len(locked)} locked versions, {len(advisories):,} advisories, the newest of {newest}")
    print(f"{len(spoken_of(advisories) & locked.keys())} of the locked packages stand in any")
    explained, bad = set(options.explained), 0
    for finding in findings(locked, advisories):
        judged = not explained.isdisjoint((finding.advisory, *finding.aliases))
        bad += not judged
        print(finding.line() + ", explained" * judged)
    print(f"{bad} to explain")
    return bad > 0


if __name__ == "__main__":
    sys.exit(main())
