"""What each command of `newsarchive` does: one call, and the print of what it did.

Each imports what it needs when it runs, so that `newsarchive --help` is there at once.
"""

# ruff: noqa: PLC0415, T201  (see above; and printing is what a command line does)

from __future__ import annotations

import argparse
import shlex
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newsarchive.running.terminal import (
    print_alike,
    print_problems,
    print_where_texts_belong,
)
from newsarchive.spelling.counting import counted
from newsarchive.spelling.plain import for_terminal

if TYPE_CHECKING:
    from newsarchive.archive import Ledger
    from newsarchive.build import Report
    from newsarchive.settings.site import Site

DONE, FAILED, PROBLEMS, BUSY = 0, 1, 2, 75
"""Exit codes: PROBLEMS only where `--strict` asks for it; BUSY, the system's EX_TEMPFAIL, where
another newsarchive writes the same folder."""
BAG = "bagit"
"""The format of `newsarchive export` that is a folder."""
SHOWN = 10
"""How many articles with a new address a build names at most."""
KEEP_ADDRESS = "If an old one was published, keep it: `aliases: [OLD]` in the text's correction."

WITHOUT_URL = (
    "site.yaml does not say the site's address, `url:`. Without it there are no feeds and no "
    "sitemap, and the page for wrong addresses, 404.html, works at the top of a host alone. "
    "Write it there, and build again."
)


def run_new(options: argparse.Namespace) -> int:
    """Make a folder for a new archive, with a commented site.yaml.

    Files that are there already stay as they are.
    """
    from newsarchive.new import new_archive

    new_archive(options.folder)
    print(f"Made an archive. Copy your texts into {options.folder / 'articles'}, then run:")
    print(f"  newsarchive serve -C {shlex.quote(str(options.folder))}")
    return DONE


def run_build(options: argparse.Namespace) -> int:
    """Read the raw texts of an archive, and write what changed of its site to its output folder."""
    from newsarchive.build import build
    from newsarchive.incremental.known_site import known_site
    from newsarchive.running.progress import on_terminal, silent

    started = time.perf_counter()
    site = known_site(options.archive)
    watched = sys.stderr.isatty() and not options.quiet
    try:
        report = build(
            site,
            on_terminal if watched else silent,
            jobs=options.jobs,
            cluster=options.cluster,
            why=options.why,
        )
    except KeyboardInterrupt:
        print(
            "Stopped. What was read is kept: the same command goes on from there.", file=sys.stderr
        )
        raise
    if not options.quiet:
        print_report(report, site, time.perf_counter() - started)
    for line in report.why:
        print(for_terminal(line))
    if options.timings:
        print_timings(report)
    return PROBLEMS if options.strict and report.problems else DONE


def print_report(report: Report, site: Site, seconds: float) -> None:
    """Print what a build did, and what became of the inputs where not all are published."""
    print_alike(report.problems, f"{site.settings.output}/ledger/")
    print(summary(report, seconds, str(site.settings.output)))
    if report.problems:
        print(account(report.ledger))
    print_moves(report.moved)
    if report.written.changed:
        print_other_language(site)
    if not report.ledger.inputs:
        print_where_texts_belong(site.texts_name)


def print_timings(report: Report) -> None:
    """Print what each stage took, or that none had to run."""
    for stage, seconds in report.seconds.items():
        print(f"{seconds:9.3f} s  {stage}")
    if not report.seconds:
        print("Nothing changed since the last build, so no stage had to run.")


def summary(report: Report, seconds: float, output: str) -> str:
    """Say in a line what a build did."""
    written = report.written
    counts = (
        counted(report.articles, "article"),
        counted(report.pages, "page"),
        counted(len(report.problems), "problem"),
    )
    changes = f"{written.changed:,} of {counted(written.files, 'file')} changed"
    return f"{', '.join(counts)}; {changes} in {output}/ ({seconds:.2f} s)"


def account(ledger: Ledger) -> str:
    """Say in a line what became of the inputs."""
    return (
        f"{counted(ledger.inputs, 'input')} = {ledger.published:,} published + "
        f"{counted(ledger.count('duplicate'), 'duplicate')} + "
        f"{ledger.count('set aside'):,} set aside"
    )


def print_moves(moved: Sequence[tuple[str, str]]) -> None:
    """Print which articles have another address, and how the old one is kept."""
    if moved:
        have = "article has" if len(moved) == 1 else "articles have"
        print(f"{len(moved):,} {have} another address, for the title or the text is another:")
        for old, new in moved[:SHOWN]:
            print(for_terminal(f"  {new} was {old}"))
        if more := len(moved[SHOWN:]):
            print(f"  and {more:,} more")
        print(KEEP_ADDRESS)


def print_other_language(site: Site) -> None:
    """Print that a site speaks English, where there are no words in the language it asks for."""
    from newsarchive.wording.catalogues import SHIPPED, SOURCE, catalogue_file, spoken

    asked = site.settings.language
    if spoken(asked, [site.locale, SHIPPED]) != asked:
        there = sorted({SOURCE, *(folder.name for folder in SHIPPED.iterdir())})
        said = f"The site's own words are English, for there are none for `language: {asked}`."
        place = catalogue_file(site.locale, asked.replace("-", "_")).relative_to(site.root)
        print(for_terminal(f"{said} There are {', '.join(there)}. Yours can stand in {place}."))


def run_serve(options: argparse.Namespace) -> int:
    """Build the site, serve it on this machine alone, and rebuild it when a source changes."""
    from newsarchive.serve import serve

    serve(options.archive, options.port)
    return DONE


def run_publish(options: argparse.Namespace) -> int:
    """Copy the built site to where it is read, if it is whole and up to date.

    Without a place it goes to the one that site.yaml names, or else to the branch gh-pages.
    """
    from newsarchive.publish import publish
    from newsarchive.settings.site import load_site

    site = load_site(options.archive)
    print(publish(site, directory=options.to, branch=options.branch))
    if not site.settings.url:
        print(WITHOUT_URL)
    return DONE


def run_export(options: argparse.Namespace) -> int:
    """Write all articles of an archive into one file, for other programs.

    What was set aside, and so is not in it, is named; `newsarchive build` tells all other problems.
    """
    from newsarchive.export import export
    from newsarchive.settings.site import load_site

    if options.format == BAG:
        return _export_bag(options)
    ledger = export(load_site(options.archive), options.format, options.to)
    print_left_out(ledger)
    if options.to:
        print(for_terminal(f"Wrote {counted(ledger.published, 'article')} to {options.to}"))
    return DONE


def print_left_out(ledger: Ledger) -> None:
    """Print which inputs an export lacks, and where the other problems are to be seen."""
    lacking = ledger.of("set aside")
    print_problems(lacking)
    if others := len(ledger.problems) - len(lacking):
        said = f"And {counted(others, 'problem')} by which no article is missing"
        print(f"{said}: `newsarchive build` tells all.", file=sys.stderr)


def _export_bag(options: argparse.Namespace) -> int:
    from newsarchive.errors import ExportError
    from newsarchive.preserving.bag import save_bag
    from newsarchive.settings.site import load_site

    if options.to is None:
        raise ExportError("a bag is a folder", remedy="Name one: --to my-archive-bag")
    print_problems(save_bag(load_site(options.archive), options.to))
    print(for_terminal(f"Wrote all that the site is made from to {options.to}"))
    return DONE


def run_verify(options: argparse.Namespace) -> int:
    """Read every original and every page, and tell which is not as it was when the site was built.

    The exit status is 1 where anything was changed, removed or added.
    """
    from newsarchive.preserving.verify import verify
    from newsarchive.settings.site import load_site

    found = verify(load_site(options.archive))
    print_problems(found.problems)
    if found.problems:
        print(f"{counted(len(found.problems), 'difference')}", file=sys.stderr)
        return FAILED
    counts = counted(found.originals, "original"), counted(found.pages, "file")
    said = f"{' and '.join(counts)} of the site are unchanged since they were archived"
    print(f"{said} ({found.root})")
    return DONE


def run_explain(options: argparse.Namespace) -> int:
    """Show what each line of a raw text was taken for and how each field is known.

    In an archive's folder its site.yaml counts: the names of columns, the limits, the profiles.
    The exit status is 1 where no article was read.
    """
    import msgspec

    from newsarchive.explain import explain_paths, explained, in_words
    from newsarchive.model import Problem

    found = False
    items = explain_paths(
        options.paths,
        _site_in(options.archive),
        profiles=options.profiles,
        make=explained if options.json else in_words,
        alone=options.alone,
        jobs=options.jobs,
    )
    for item in items:
        if isinstance(item, Problem):
            print_problems([item])
            continue
        found = True
        text = item.encode() if isinstance(item, str) else msgspec.json.encode(item)
        sys.stdout.buffer.write(text + b"\n")
    return DONE if found else FAILED


def _site_in(folder: Path) -> Site:
    """Give the archive in a folder; this folder may be none."""
    from newsarchive.explain import HERE
    from newsarchive.settings.site import SETTINGS_FILE, load_site

    is_archive = folder != HERE.root or (folder / SETTINGS_FILE).exists()
    return load_site(folder) if is_archive else HERE


def run_override(options: argparse.Namespace) -> int:
    """Copy a template or a style sheet of the theme into the archive, where it takes its place."""
    from newsarchive.new import override
    from newsarchive.settings.site import load_site

    print(f"Copied to {override(load_site(options.archive).root, options.name)}")
    return DONE
