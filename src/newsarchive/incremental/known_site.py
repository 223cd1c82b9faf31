"""An archive's settings as they were read last, so that a build without a change reads no YAML.

To import a YAML reader would take a fourth of such a build. The settings are kept in the archive's
folder `.newsarchive/` with one digest of the text of `site.yaml`, the archive's place, the code
that checked them, and the settings themselves. If the digest is another, `site.yaml` is read. To
delete the file is always safe.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec

from newsarchive.incremental.deferred import SIZE, bytes_of, digest
from newsarchive.incremental.sources import code_digest
from newsarchive.incremental.store import FOLDER, make_folder
from newsarchive.incremental.tables import encoded
from newsarchive.settings.schema import Settings
from newsarchive.settings.site import Site, settings_text, site_of

FILE = "settings"


def known_site(folder: Path | str = ".") -> Site:
    """Give an archive's settings, as `settings.site.load_site` does, from what was kept if it can.

    Raises:
        SettingsError: there are none, or they say something they cannot say.
    """
    root = Path(folder).absolute()
    text = settings_text(root)
    made_from = bytes_of(f"{root}\0{code_digest()}\0{text}")
    settings = _kept(root, made_from)
    if settings is not None:
        return Site(root, settings)
    site = site_of(root, text)
    _keep(site, made_from)
    return site


def _kept(root: Path, made_from: bytes) -> Settings | None:
    with suppress(OSError, msgspec.DecodeError):
        content = (root / FOLDER / FILE).read_bytes()
        if content[:SIZE] == digest(made_from, content[SIZE:]):
            return msgspec.msgpack.decode(content[SIZE:], type=Settings)
    return None


def _keep(site: Site, made_from: bytes) -> None:
    """Keep settings, in one step; where that is refused, they are read the next time."""
    content = encoded(site.settings)
    file = site.root / FOLDER / FILE
    staged = file.with_name(f"{FILE}-new")
    with suppress(OSError):
        make_folder(file.parent)
        staged.unlink(missing_ok=True)
        with staged.open("xb") as opened:  # a link is not written through
            opened.write(digest(made_from, content) + content)
        staged.replace(file)
