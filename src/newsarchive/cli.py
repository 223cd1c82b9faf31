"""The command line `newsarchive`: its commands and their options, and how a run ends."""

# ruff: noqa: PLC0415, T201  (start-up must be quick; and printing is what a command line does)

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn, TypeAlias

from newsarchive import __version__
from newsarchive.commands import (
    BAG,
    BUSY,
    DONE,
    FAILED,
    run_build,
    run_explain,
    run_export,
    run_new,
    run_override,
    run_publish,
    run_serve,
    run_verify,
)
from newsarchive.errors import BusyError, NewsarchiveError
from newsarchive.running.garbage import collect_seldom
from newsarchive.spelling.plain import for_terminal

EXPORTS = ("csv", "jsonl", "bibtex", "ris", "csl", "sqlite", "parquet")
"""The formats of `newsarchive export` that hold the articles."""
MOST_PORTS, MOST_PROCESSES = 65_535, 1_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; give the exit code."""
    options, unknown = _parser().parse_known_args(arguments)
    if unknown:
        options.parser.refuse(unknown)
    try:
        code: int = options.run(options)
    except NewsarchiveError as error:
        print(f"newsarchive: {for_terminal(str(error))}", file=sys.stderr)
        return BUSY if isinstance(error, BusyError) else FAILED
    except BrokenPipeError:  # `newsarchive explain … | head`
        sys.stderr.close()
        return DONE
    except OSError as error:  # a folder that cannot be listed, a file that went away
        from newsarchive.filesystem.refused import told

        print(f"newsarchive: {for_terminal(told(error))}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return 130
    return code


def command() -> NoReturn:
    """Run the command line, and end the process as soon as all is said.

    To take the modules and the entries of all articles apart first takes a twentieth of a build,
    and to look for garbage among what is imported a fiftieth.
    """
    collect_seldom()
    _spell_out_what_a_terminal_cannot_show()
    code = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        sys.exit(code)  # Python tells what could not be written
    os._exit(code)


def _spell_out_what_a_terminal_cannot_show() -> None:
    """Print the numbers of letters that the terminal's encoding lacks, such as that of Windows."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


class _Parser(argparse.ArgumentParser):
    """argparse's, but a wrong command line fails with 1: 2 says that files had problems."""

    def refuse(self, unknown: Sequence[str]) -> NoReturn:
        """End for words that a command does not take; say what was probably meant."""
        self.error(f"it does not take {' '.join(unknown)}{self._likely(unknown[0])}")

    def _likely(self, unknown: str) -> str:
        from difflib import get_close_matches

        if not unknown.startswith("-"):
            has_folder = "-C" in self._option_string_actions
            return f". For an archive in a folder write -C {unknown}" if has_folder else ""
        near = get_close_matches(unknown, self._option_string_actions, 1)
        return f". Did you mean {near[0]}?" if near else ""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(FAILED, f"{self.prog}: {message}\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="newsarchive",
        description="Turn a folder of raw news text into a static web archive.",
        epilog="Each command has its own --help. Start with: newsarchive new my-archive. "
        "Exit status: 0 done, 1 failed, 2 a file had a problem (build --strict), "
        "75 another newsarchive is writing the same folder.",
    )
    parser.add_argument("--version", action="version", version=f"newsarchive {__version__}")
    commands = parser.add_subparsers(prog=parser.prog, metavar="COMMAND", required=True)
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
    for each in commands.choices.values():
        each.set_defaults(parser=each)
    return parser


Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"  # noqa: SLF001


def _add_new(commands: Commands) -> None:
    parser = commands.add_parser("new", help="make a new archive", description=run_new.__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder to make it in")
    parser.set_defaults(run=run_new)


def _add_build(commands: Commands) -> None:
    parser = commands.add_parser("build", help="build the site", description=run_build.__doc__)
    _add_archive(parser)
    _add_jobs(parser, "read and render in")
    parser.add_argument(
        "--cluster",
        default="",
        metavar="ADDRESS",
        help="work on the Dask cluster of this scheduler, such as tcp://10.0.0.1:8786",
    )
    parser.add_argument(
        "--quiet", action="store_true", help="print nothing but what stops the build"
    )
    parser.add_argument(
        "--why",
        metavar="PAGE",
        help="say why a page was made, by its address, such as articles/a-0123abcd/",
    )
    parser.add_argument("--timings", action="store_true", help="print what each stage took")
    parser.add_argument(
        "--strict", action="store_true", help="exit with 2 if any file had a problem"
    )
    parser.set_defaults(run=run_build)


def _add_serve(commands: Commands) -> None:
    parser = commands.add_parser(
        "serve", help="build, show in a browser, rebuild on change", description=run_serve.__doc__
    )
    _add_archive(parser)
    parser.add_argument(
        "--port",
        type=_port,
        default=8000,
        help="port on this machine (default: 8000); 0 for a free one",
    )
    parser.set_defaults(run=run_serve)


def _add_publish(commands: Commands) -> None:
    parser = commands.add_parser(
        "publish", help="copy the built site to where it is read", description=run_publish.__doc__
    )
    _add_archive(parser)
    place = parser.add_mutually_exclusive_group()
    place.add_argument(
        "--to", type=Path, metavar="DIR", help="copy it to a folder, such as a web server's"
    )
    place.add_argument("--branch", help="commit it to a git branch, such as gh-pages")
    parser.set_defaults(run=run_publish)


def _add_verify(commands: Commands) -> None:
    parser = commands.add_parser(
        "verify",
        help="tell whether originals and pages are unchanged",
        description=run_verify.__doc__,
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
        "bagit is a folder of all that the site is made from, with its checksums (default: csv)",
    )
    parser.add_argument(
        "--to",
        type=Path,
        metavar="PATH",
        help="the file to write, or the folder of a bag (default: the standard output, to which "
        "bagit, parquet and sqlite cannot be written)",
    )
    parser.set_defaults(run=run_export)


def _add_explain(commands: Commands) -> None:
    parser = commands.add_parser(
        "explain", help="show how the lines of files are read", description=run_explain.__doc__
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder")
    parser.add_argument(
        "--json", action="store_true", help="print a JSON object for each article, one a line"
    )
    parser.add_argument(
        "--alone", action="store_true", help="read each file as if it were the only one"
    )
    _add_jobs(parser, "read in")
    _add_archive(parser)
    parser.add_argument(
        "--profiles",
        type=Path,
        metavar="DIR",
        help="a folder of publishers' profiles, in place of the archive's",
    )
    parser.set_defaults(run=run_explain)


def _add_override(commands: Commands) -> None:
    parser = commands.add_parser(
        "override", help="copy a file of the theme to change it", description=run_override.__doc__
    )
    _add_archive(parser)
    parser.add_argument("name", metavar="NAME", help="such as article.html or css/theme.css")
    parser.set_defaults(run=run_override)


def _port(text: str) -> int:
    return _number(text, 0, MOST_PORTS)


def _processes(text: str) -> int:
    return _number(text, 1, MOST_PROCESSES)


def _number(text: str, least: int, most: int) -> int:
    if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
        raise argparse.ArgumentTypeError(f"{text} is no number from {least} to {most}")
    return int(text)


def _add_archive(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-C",
        dest="archive",
        type=Path,
        default=Path(),
        metavar="DIR",
        help="the archive's folder (default: this one)",
    )


def _add_jobs(parser: argparse.ArgumentParser, work: str) -> None:
    parser.add_argument(
        "--jobs",
        type=_processes,
        metavar="N",
        help=f"processes to {work} (default: one for each core, and one alone for little work)",
    )
