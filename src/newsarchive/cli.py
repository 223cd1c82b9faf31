"""The command `newsarchive`: parses options, makes one call, prints what it did.

Each command imports what it needs when it runs, so that `newsarchive --help` is there at once.
"""

# ruff: noqa: PLC0415, T201  (see above; and printing is what a command line does)

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from newsarchive import __version__
from newsarchive.errors import BusyError, NewsarchiveError
from newsarchive.plain import for_terminal

if TYPE_CHECKING:
    from newsarchive.archive import Ledger
    from newsarchive.build import Report
    from newsarchive.model import Problem

DONE, FAILED, PROBLEMS, BUSY = 0, 1, 2, 75
"""Exit codes: PROBLEMS only where `--strict` asks for it; BUSY, the system's EX_TEMPFAIL, where
another newsarchive writes the same folder."""

EXPORTS = ("csv", "jsonl", "bibtex", "ris", "csl", "sqlite", "parquet")
"""The formats of `newsarchive export` that hold the articles."""
BAG = "bagit"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; give the exit code."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
    except NewsarchiveError as error:
        print(f"newsarchive: {for_terminal(str(error))}", file=sys.stderr)
        return BUSY if isinstance(error, BusyError) else FAILED
    except BrokenPipeError:  # `newsarchive explain … | head`
        sys.stderr.close()
        return DONE
    except OSError as error:  # a folder that cannot be listed, a file that went away
        from newsarchive.refused import remedy_of, words_of

        place = f"{error.filename}: " * bool(error.filename)
        said = f"{place}{words_of(error)}. {remedy_of(error)}"
        print(f"newsarchive: {for_terminal(said)}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return 130
    return code


class _Parser(argparse.ArgumentParser):
    """argparse's, but a wrong command line fails with 1: 2 says that files had problems."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(FAILED, f"{self.prog}: {message}\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="newsarchive",
        description="Turn a folder of raw news text into a static web archive.",
        epilog="Each command has its own --help. Start with: newsarchive new my-archive",
    )
    parser.add_argument("--version", action="version", version=f"newsarchive {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for add in (
        _add_new,
        _add_build,
        _add_serve,
        _add_publish,
        _add_verify,
        _add_export,
        _add_explain,
        _add_override,
    ):
        add(commands)
    return parser


Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"  # noqa: SLF001


def _add_new(commands: Commands) -> None:
    parser = commands.add_parser("new", help="make a new archive", description=run_new.__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder to make it in")
    parser.set_defaults(run=run_new)


def _add_build(commands: Commands) -> None:
    parser = commands.add_parser("build", help="build the site", description=run_build.__doc__)
    _add_archive(parser)
    _add_jobs(parser)
    parser.add_argument(
        "--cluster",
        default="",
        metavar="ADDRESS",
        help="work on the Dask cluster of this scheduler, such as tcp://10.0.0.1:8786",
    )
    parser.add_argument("--quiet", action="store_true", help="print nothing but errors")
    parser.add_argument(
        "--why", metavar="PAGE", help="say why a page was made, such as articles/a-0123abcd/"
    )
    parser.add_argument("--timings", action="store_true", help="print what each stage took")
    parser.add_argument(
        "--strict", action="store_true", help="exit with 2 when any file had a problem"
    )
    parser.set_defaults(run=run_build)


def _add_serve(commands: Commands) -> None:
    parser = commands.add_parser(
        "serve", help="build, show in a browser, rebuild on change", description=run_serve.__doc__
    )
    _add_archive(parser)
    parser.add_argument(
        "--port", type=int, default=8000, help="port on this machine (8000), 0 for a free one"
    )
    parser.set_defaults(run=run_serve)


def _add_publish(commands: Commands) -> None:
    parser = commands.add_parser(
        "publish", help="copy the built site to where it is read", description=run_publish.__doc__
    )
    _add_archive(parser)
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--to", type=Path, metavar="DIR", help="a folder, such as a web server's")
    place.add_argument("--branch", help="a git branch, such as gh-pages")
    parser.set_defaults(run=run_publish)


def _add_verify(commands: Commands) -> None:
    parser = commands.add_parser(
        "verify", help="read all and tell what was changed", description=run_verify.__doc__
    )
    _add_archive(parser)
    parser.set_defaults(run=run_verify)


def _add_export(commands: Commands) -> None:
    parser = commands.add_parser(
        "export", help="write all articles into one file", description=run_export.__doc__
    )
    _add_archive(parser)
    parser.add_argument(
        "--format",
        choices=(*EXPORTS, BAG),
        default="csv",
        help="csv, jsonl, sqlite, parquet hold the articles; bibtex, ris, csl cite them; "
        "bagit is a folder of all that the site is made from, with its checksums (csv)",
    )
    parser.add_argument(
        "--to", type=Path, metavar="FILE", help="the file to write (the standard output)"
    )
    parser.set_defaults(run=run_export)


def _add_explain(commands: Commands) -> None:
    parser = commands.add_parser(
        "explain", help="show how files are read", description=run_explain.__doc__
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder")
    parser.add_argument("--json", action="store_true", help="one JSON object a line an article")
    parser.add_argument(
        "--alone", action="store_true", help="read each file as if it were the only one"
    )
    _add_jobs(parser)
    _add_archive(parser)
    parser.add_argument("--profiles", type=Path, metavar="DIR", help="more publishers' profiles")
    parser.set_defaults(run=run_explain)


def _add_override(commands: Commands) -> None:
    parser = commands.add_parser(
        "override", help="copy a file of the theme to change it", description=run_override.__doc__
    )
    _add_archive(parser)
    parser.add_argument("name", metavar="NAME", help="such as article.html or css/theme.css")
    parser.set_defaults(run=run_override)


def _add_archive(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-C",
        dest="archive",
        type=Path,
        default=Path(),
        metavar="DIR",
        help="the archive's folder (this one)",
    )


def _add_jobs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--jobs", type=int, metavar="N", help="processes (the cores; one when there is little work)"
    )


def run_new(options: argparse.Namespace) -> int:
    """Make a folder for a new archive, with a commented site.yaml."""
    from newsarchive.new import new_archive

    new_archive(options.folder)
    print(f"Made an archive. Copy your texts into {options.folder / 'articles'}, then run:")
    print(f"  newsarchive serve -C {options.folder}")
    return DONE


def run_build(options: argparse.Namespace) -> int:
    """Read the raw texts of an archive and write its site."""
    from newsarchive.build import build
    from newsarchive.progress import on_terminal, silent
    from newsarchive.site import load_site

    started = time.perf_counter()
    site = load_site(options.archive)
    watched = sys.stderr.isatty() and not options.quiet
    report = build(
        site,
        on_terminal if watched else silent,
        jobs=options.jobs,
        cluster=options.cluster,
        why=options.why,
    )
    if not options.quiet:
        print_problems(report.problems)
        print(summary(report, time.perf_counter() - started, str(site.settings.output)))
        if report.problems:
            print(account(report.ledger))
    for line in report.why:
        print(for_terminal(line))
    if options.timings:
        for stage, seconds in report.seconds.items():
            print(f"{seconds:9.3f} s  {stage}")
    return PROBLEMS if options.strict and report.problems else DONE


def summary(report: Report, seconds: float, output: str) -> str:
    """Say in a line what a build did."""
    written = report.written
    counts = (
        _counted(report.articles, "article"),
        _counted(report.pages, "page"),
        _counted(len(report.problems), "problem"),
    )
    changes = f"{written.changed:,} of {_counted(written.files, 'file')} changed"
    return f"{', '.join(counts)}; {changes} in {output}/ ({seconds:.2f} s)"


def account(ledger: Ledger) -> str:
    """Say in a line what became of the inputs."""
    return (
        f"{_counted(ledger.inputs, 'input')} = {ledger.published:,} published + "
        f"{_counted(ledger.count('duplicate'), 'duplicate')} + "
        f"{ledger.count('set aside'):,} set aside"
    )


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'s' * (number != 1)}"


def print_problems(problems: Iterable[Problem]) -> None:
    """Print each problem on a line of its own: where, what, what to do."""
    for problem in problems:
        place = f"{problem.path}:{problem.line}" if problem.line else problem.path
        print(for_terminal(f"{place}: {problem.what}. {problem.remedy}."), file=sys.stderr)


def run_serve(options: argparse.Namespace) -> int:
    """Build the site, serve it on this machine alone, and rebuild it when a source changes."""
    from newsarchive.serve import serve

    serve(options.archive, options.port)
    return DONE


def run_publish(options: argparse.Namespace) -> int:
    """Publish the built site; without a place, to the one that site.yaml names."""
    from newsarchive.publish import publish
    from newsarchive.site import load_site

    print(publish(load_site(options.archive), directory=options.to, branch=options.branch))
    return DONE


def run_export(options: argparse.Namespace) -> int:
    """Write all articles of an archive into one file, for other programs."""
    from newsarchive.export import export
    from newsarchive.site import load_site

    if options.format == BAG:
        return _export_bag(options)
    print_problems(export(load_site(options.archive), options.format, options.to))
    return DONE


def _export_bag(options: argparse.Namespace) -> int:
    from newsarchive.bag import save_bag
    from newsarchive.errors import ExportError
    from newsarchive.site import load_site

    if options.to is None:
        raise ExportError("a bag is a folder", remedy="Name one: --to my-archive-bag")
    print_problems(save_bag(load_site(options.archive), options.to))
    return DONE


def run_verify(options: argparse.Namespace) -> int:
    """Read every original and every page, and tell which is not as it was when the site was built.

    The exit status is 1 where anything was changed, removed or added.
    """
    from newsarchive.site import load_site
    from newsarchive.verify import verify

    found = verify(load_site(options.archive))
    print_problems(found.problems)
    if found.problems:
        print(f"{_counted(len(found.problems), 'difference')}", file=sys.stderr)
        return FAILED
    counts = _counted(found.originals, "original"), _counted(found.pages, "file")
    said = f"{' and '.join(counts)} of the site are unchanged since they were archived"
    print(f"{said} ({found.root})")
    return DONE


def run_explain(options: argparse.Namespace) -> int:
    """Show what each line of a raw text was taken for and how each field is known.

    In an archive's folder its site.yaml counts: the names of columns, the limits, the profiles.
    """
    import msgspec

    from newsarchive.explain import HERE, explain_paths, explained, in_words
    from newsarchive.model import Problem
    from newsarchive.site import SETTINGS_FILE, load_site

    folder = options.archive
    is_archive = folder != HERE.root or (folder / SETTINGS_FILE).exists()
    site = load_site(folder) if is_archive else HERE
    make = explained if options.json else in_words
    found = False
    items = explain_paths(
        options.paths,
        site,
        profiles=options.profiles,
        make=make,
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


def run_override(options: argparse.Namespace) -> int:
    """Copy a template or a style sheet of the theme into the archive, where it takes its place."""
    from newsarchive.new import override
    from newsarchive.site import load_site

    print(f"Copied to {override(load_site(options.archive).root, options.name)}")
    return DONE
