"""Judge a built site by the tools of others: `python benchmarks/audit.py OUTPUT TOOLS`.

TOOLS is a folder of npm's: `npm install --prefix TOOLS axe-core html-validate lighthouse`.

Opens a page of each kind in Chromium, on a telephone and a desk, by day and by night, and lets
axe-core look for what keeps people out (WCAG 2.2 AA and its good practice); lets html-validate read
every page; and lets Lighthouse score the first page, an article, a source and the search. Exits
with 1 if anything was found or a score is too low.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

from playwright.sync_api import Page, sync_playwright

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
KINDS = (
    *("index.html", "404.html", "about/index.html", "data/index.html", "search/index.html"),
    *("articles/*/index.html", "dates/index.html", "dates/[0-9]*/index.html"),
    *("dates/[0-9]*/[0-9]*/index.html", "dates/undated/index.html", "sources/index.html"),
    *("sources/*/index.html", "topics/index.html", "topics/*/index.html", "names/index.html"),
    *("ledger/index.html", "reprints/index.html"),
    *("names/people/index.html", "names/[!po]*/index.html"),
)
"""A page of each kind; the largest where there are several."""
SCORED = ("index.html", "articles/*/index.html", "sources/*/index.html", "search/index.html")
ENOUGH = {"performance": 0.99, "accessibility": 1, "best-practices": 1, "seo": 1}
TRIES = 3
"""Runs of Lighthouse on a page, of which the best counts: a busy machine slows pages down."""
HTML_RULES = {
    "root": True,
    "extends": ["html-validate:recommended"],
    "rules": {"long-title": "off"},  # an article's title is as long as its paper made it
}


def main() -> None:
    """Print what is found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path, help="a built site")
    parser.add_argument("tools", type=Path, help="where npm installed the tools")
    options = parser.parse_args()
    with served(options.output) as address:
        faults = [
            *axe(options.output, address, options.tools),
            *html_validate(options.output, options.tools),
            *lighthouse(options.output, address, options.tools),
        ]
    print(*faults, sep="\n")
    print(f"{len(faults)} faults")
    sys.exit(bool(faults))


def axe(output: Path, address: str, tools: Path) -> Iterator[str]:
    """Let axe-core look at a page of each kind."""
    script = (tools / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
    runs = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for width in (360, 1440):
            for scheme in ("light", "dark"):
                size = {"width": width, "height": 900}
                context = browser.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
                page = context.new_page()
                for path in largest(output, KINDS):
                    page.goto(f"{address}/{path}")
                    page.wait_for_load_state("networkidle")
                    runs += 1
                    for fault in violations(page, script):
                        yield f"axe: {path} at {width} px, {scheme}: {fault}"
                context.close()
    print(f"axe-core: {runs} pages seen")


def violations(page: Page, script: str) -> Iterator[str]:
    """Give what axe-core finds on a page, all that it folds away opened."""
    page.evaluate("document.querySelectorAll('details').forEach(part => (part.open = true))")
    page.evaluate(script)
    asked = {"runOnly": {"type": "tag", "values": TAGS}}
    for found in page.evaluate("asked => axe.run(document, asked)", asked)["violations"]:
        yield f"{found['id']}: {found['nodes'][0]['html'][:120]}"


def html_validate(output: Path, tools: Path) -> Iterator[str]:
    """Let html-validate read every page."""
    pages = sorted(map(str, output.rglob("*.html")))
    with TemporaryDirectory() as folder:
        rules = Path(folder, "rules.json")
        rules.write_text(json.dumps(HTML_RULES))
        command = [str(tools / "node_modules/.bin/html-validate"), "--config", str(rules)]
        for start in range(0, len(pages), 500):
            some = [*command, "--formatter", "text", *pages[start : start + 500]]
            done = subprocess.run(some, capture_output=True, text=True, check=False)
            yield from (f"html-validate: {line}" for line in done.stdout.splitlines())
    print(f"html-validate: {len(pages)} pages read")


def lighthouse(output: Path, address: str, tools: Path) -> Iterator[str]:
    """Let Lighthouse score some pages, as on a telephone of the middle range."""
    for path in largest(output, SCORED):
        command = [str(tools / "node_modules/.bin/lighthouse"), f"{address}/{path}"]
        command += ["--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox"]
        scores: dict[str, float] = {}
        for _ in range(TRIES):
            run = scored(command)
            scores = max(scores, run, key=lambda scores: scores.get("performance", 0.0))
            if scores["performance"] >= ENOUGH["performance"]:
                break
        print(f"lighthouse: {path}: {scores}")
        for name, least in ENOUGH.items():
            if scores[name] < least:
                yield f"lighthouse: {path}: {name} is {scores[name]}"


def scored(command: Sequence[str]) -> dict[str, float]:
    """Run Lighthouse; give its scores."""
    environment = {**os.environ, "CHROME_PATH": CHROMIUM}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    report: dict[str, Any] = json.loads(done.stdout)
    return {name: category["score"] for name, category in report["categories"].items()}


def largest(output: Path, patterns: Sequence[str]) -> Iterator[str]:
    """Give the largest page that each pattern finds."""
    for pattern in patterns:
        pages = sorted(output.glob(pattern), key=lambda path: -path.stat().st_size)
        if pages:
            yield pages[0].relative_to(output).as_posix()


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, several by one connection as every host does, and says nothing."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


if __name__ == "__main__":
    main()
