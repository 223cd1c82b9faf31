"""Every payload of tests/payloads.py in every place, every page opened in Chromium.

    python benchmarks/payloads_in_browser.py [--part 1/4]

Builds an archive of all payloads, opens each page, feed and sitemap of it over loopback, searches
for each payload, and prints whatever ran, was loaded from elsewhere, broke the policy or became an
element that a harmless archive has not. Exits with 1 if anything did.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from playwright.sync_api import sync_playwright

from newsarchive.build import build
from newsarchive.settings.site import load_site
from payloads import CLEAN, Audit, archive, pages_of, payloads
from samples import put


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def served(folder: Path) -> str:
    """Serve a folder on this machine until the program ends; give its address."""
    handler = partial(_Quiet, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def built(folder: Path) -> Path:
    """Build an archive; give its site."""
    site = load_site(folder)
    report = build(site, jobs=1)
    print(f"{report.articles:,} articles, {report.pages:,} pages", flush=True)
    return site.output


def main() -> int:
    """Open all pages; tell what should not be there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", default="1/1", help="which part of the pages: 1/4 to 4/4 (all)")
    number, parts = map(int, parser.parse_args().part.split("/"))
    started = time.monotonic()
    texts = payloads()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        root = Path(name)
        put(root / "clean", CLEAN)
        archive(root / "hostile", texts)
        clean, hostile = built(root / "clean"), built(root / "hostile")
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        allowed = Audit(browser, served(clean)).nodes(pages_of(clean))
        audit = Audit(browser, served(hostile))
        urls = list(pages_of(hostile))[number - 1 :: parts]
        for i, url in enumerate(urls, 1):
            audit.look(url, allowed)
            if i % 100 == 0:
                seconds = time.monotonic() - started
                done = f"{i:,} of {len(urls):,} pages, {len(audit.troubles)} troubles"
                print(f"{done}, {seconds:.0f} s", flush=True)
        allowed["tags"] += ["mark", "time"]
        allowed["attributes"] += ["datetime", "hidden"]
        for i in range(number - 1, len(texts), parts):
            audit.look(f"/search/index.html?q=Marked{i}", allowed)
            audit.page.wait_for_selector("ol.entries li, .results li, main li h3, main li h2")
            audit.look_again(allowed)
        browser.close()
    print(f"{len(texts)} payloads, {len(urls):,} pages: {len(audit.troubles)} troubles")
    print("\n".join(audit.troubles[:50]))
    return bool(audit.troubles)


if __name__ == "__main__":
    sys.exit(main())
