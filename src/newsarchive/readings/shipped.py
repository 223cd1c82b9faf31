"""Shipped profiles as they were read the last time: an edit reads no YAML.

They are part of the code, and with other code the store is another. To import what reads YAML takes
longer than to decode what is known of two thousand files.
"""

from __future__ import annotations

from newsarchive.cleaning.profiles import Profile, read_profiles
from newsarchive.incremental.store import Store
from newsarchive.settings.site import Site

KEY = "shipped"


def profiles_of(site: Site, store: Store) -> tuple[Profile, ...]:
    """Give the publishers' profiles by which an archive's files are read.

    Args:
        site: the archive, which may have a folder of its own ones.
        store: where those that are shipped are kept.

    Raises:
        SettingsError: one of the archive's own says something it cannot say.
    """
    if site.profiles.is_dir():
        return read_profiles(site.profiles)
    kept = store.table("profiles", tuple[Profile, ...])
    profiles: tuple[Profile, ...] | None = kept.get(KEY)
    if profiles is None:
        profiles = read_profiles(site.profiles)
        kept.put(KEY, profiles)
    return profiles
