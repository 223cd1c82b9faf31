"""Publish: the built site to where it is read, and only a site that is whole and up to date."""

from __future__ import annotations

import subprocess
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

from newsarchive.artifacts import Artifact
from newsarchive.errors import PublishError
from newsarchive.incremental.fingerprint import fingerprint
from newsarchive.output import HASH, Record, Written, opened, read_record, write
from newsarchive.output.records import sha256_of
from newsarchive.settings.site import Site

BUILD_FIRST = "Run `newsarchive build` first"


def publish(site: Site, *, directory: Path | None = None, branch: str | None = None) -> str:
    """Publish a site to a folder or to a git branch.

    Args:
        site: the archive.
        directory: the folder to publish to.
        branch: the git branch to publish to. Without either, what `site.yaml` says; the folder
            where it names both.

    Returns:
        What was done, as a sentence.

    Raises:
        PublishError: the output is missing, incomplete or older than its sources, or the place
            refuses.
        OutputError: the folder holds files that newsarchive did not write.
    """
    record = checked_output(site)
    settings = site.settings.publish
    if directory is None and branch is None and settings.directory:
        directory = site.root / settings.directory
    if directory is not None:
        return _to_directory(site, record, directory)
    return _to_branch(site, record, branch or settings.branch)


def checked_output(site: Site) -> Record:
    """Give the record of an output that is whole and up to date.

    Raises:
        PublishError: it is neither; the message says which file or what changed.
    """
    record = read_record(site.output)
    if record is None:
        raise PublishError("there is no built site", where=str(site.output), remedy=BUILD_FIRST)
    for path, digest in record.files.items():
        file = site.output / path
        if not file.is_file():
            raise PublishError("the site is incomplete", where=str(file), remedy=BUILD_FIRST)
        if sha256_of(file) != digest:
            what = "the file is not as it was built"
            raise PublishError(what, where=str(file), remedy=BUILD_FIRST)
    if record.sources != fingerprint(site):
        what = "the site is older than its sources"
        raise PublishError(what, where=str(site.output), remedy=BUILD_FIRST)
    return record


def _to_directory(site: Site, record: Record, directory: Path) -> str:
    target, root, output = directory.resolve(), site.root.resolve(), site.output.resolve()
    own = (output, *(folder.resolve() for folder in site.source_folders))
    if root.is_relative_to(target) or any(target.is_relative_to(folder) for folder in own):
        what = "the archive itself is no place to publish to"
        raise PublishError(what, where=str(target), remedy="Name a folder outside of it")
    written = _copied(site.output, record, directory)
    changes = f"{written.changed} written, {written.deleted} deleted"
    return f"Published {written.files} files to {directory} ({changes})."


def _copied(folder: Path, record: Record, target: Path) -> Written:
    """Make a folder hold a site, and write there what differs."""
    with opened(target) as output:
        keep = {
            path
            for path, seal in output.files.items()
            if record.files.get(path) == seal[:HASH].hex()
        }
        written, _ = write(
            (
                Artifact(path, (folder / path).read_bytes())
                for path in record.files
                if path not in keep
            ),
            output,
            sources=record.sources,
            keep=keep,
        )
    return written


def _to_branch(site: Site, record: Record, branch: str) -> str:
    from ghp_import import GhpError  # noqa: PLC0415  only who publishes so needs it

    remote = site.settings.publish.remote
    try:
        with chdir(site.root):
            push = remote in _git("remote").split()
            _commit(site, record, branch, push=push)
    except (GhpError, subprocess.CalledProcessError, OSError, SystemExit) as error:
        if "push" in getattr(error, "cmd", ()):
            what = f"the site is committed, but git could not push it to {remote}, as it says above"
            remedy = "Mend that, and publish again"
            raise PublishError(what, where=f"branch {branch}", remedy=remedy) from error
        what = f"git refused ({_said(error)})"
        remedy = (
            "Publish to a folder with --to DIR, or make the archive a git repository"
            " with a user name and an e-mail set"
        )
        raise PublishError(what, where=f"branch {branch}", remedy=remedy) from error
    pushed = f" and pushed it to {remote}" if push else "; there is no remote to push it to"
    return f"Published to the branch {branch}{pushed}."


def _commit(site: Site, record: Record, branch: str, *, push: bool) -> None:
    """Make a branch of the repository in the working folder hold a site and nothing else."""
    from ghp_import import ghp_import  # noqa: PLC0415

    if not _is_name(branch):
        remedy = "Name it without blanks, such as gh-pages"
        raise PublishError("git takes no such name", where=f"branch {branch}", remedy=remedy)
    if branch == _git("branch", "--show-current").strip():
        what = "the branch is checked out, and publishing replaces all that it holds"
        remedy = "Name another with --branch, such as gh-pages"
        raise PublishError(what, where=f"branch {branch}", remedy=remedy)
    with TemporaryDirectory() as folder:
        target = Path(folder, "site")
        _copied(site.output, record, target)
        ghp_import(
            str(target),
            branch=branch,
            remote=site.settings.publish.remote or "origin",
            push=push,
            nojekyll=True,
            mesg=f"Publish {site.settings.title}",
        )


def _is_name(branch: str) -> bool:
    """Whether git takes a name for a branch's."""
    try:
        return bool(_git("check-ref-format", "--branch", branch))
    except subprocess.CalledProcessError:
        return False


def _said(error: BaseException) -> str:
    """Give the first line of what git said."""
    said = getattr(error, "stderr", None) or str(error)
    return next(iter(said.strip().splitlines()), str(error)).removeprefix("fatal: ")


def _git(*arguments: str) -> str:
    command = ["git", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    return done.stdout
