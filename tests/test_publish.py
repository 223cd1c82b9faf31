import subprocess
from pathlib import Path

import pytest

from newsarchive.build import build
from newsarchive.errors import OutputError, PublishError
from newsarchive.output import RECORD
from newsarchive.publish import publish
from newsarchive.settings.site import Site, load_site
from samples import make_archive, put, tree


def git(folder: Path, *arguments: str) -> str:
    command = ["git", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = make_archive(tmp_path / "archive")
    build(made)
    return made


@pytest.fixture
def repository(site: Site) -> Path:
    git(site.root, "init", "--quiet", "--initial-branch=main")
    git(site.root, "config", "user.name", "A Curator")
    git(site.root, "config", "user.email", "curator@example.org")
    put(site.root, {".gitignore": "/output/\n"})
    git(site.root, "add", ".")
    git(site.root, "commit", "--quiet", "--message=The archive")
    return site.root


def refusal(site: Site) -> str:
    with pytest.raises(PublishError) as caught:
        publish(site, directory=site.root.parent / "www")
    assert not (site.root.parent / "www").exists()
    return str(caught.value)


def test_a_folder_gets_the_site_byte_for_byte(site: Site, tmp_path: Path) -> None:
    said = publish(site, directory=tmp_path / "www")
    assert tree(tmp_path / "www") == tree(site.output)
    assert said.startswith(f"Published {len(tree(site.output)) - 1} files to ")


def test_a_folder_gets_no_file_that_the_build_did_not_write(site: Site, tmp_path: Path) -> None:
    put(site.output, {"secret.txt": "secret"})
    publish(site, directory=tmp_path / "www")
    assert not (tmp_path / "www" / "secret.txt").exists()


def test_what_is_no_longer_in_the_site_leaves_the_folder(site: Site, tmp_path: Path) -> None:
    put(site.root, {"articles/b.txt": "Another text.\n"})
    build(site)
    publish(site, directory=tmp_path / "www")
    before = tree(tmp_path / "www").keys()
    (site.articles / "b.txt").unlink()
    build(site)
    publish(site, directory=tmp_path / "www")
    assert tree(tmp_path / "www").keys() < before


def test_a_folder_that_holds_other_files_is_refused(site: Site, tmp_path: Path) -> None:
    put(tmp_path, {"www/index.html": "somebody's"})
    with pytest.raises(OutputError, match="files that newsarchive did not write"):
        publish(site, directory=tmp_path / "www")
    assert tree(tmp_path / "www") == {"index.html": b"somebody's"}


@pytest.mark.parametrize(
    "place", [".", "..", "output", "output/../output", "output/www", "articles/www", "static"]
)
def test_the_archive_itself_is_no_place(site: Site, place: str) -> None:
    with pytest.raises(PublishError, match="the archive itself is no place to publish to"):
        publish(site, directory=site.root / place)


def test_a_site_that_was_never_built_is_refused(tmp_path: Path) -> None:
    told = refusal(make_archive(tmp_path / "archive"))
    assert "there is no built site" in told
    assert told.endswith("Run `newsarchive build` first")


def test_a_site_with_a_file_missing_is_refused(site: Site) -> None:
    (site.output / "about" / "index.html").unlink()
    assert "about/index.html: the site is incomplete" in refusal(site)


def test_a_site_with_a_file_that_was_changed_is_refused(site: Site) -> None:
    put(site.output, {"index.html": "edited"})
    assert "index.html: the file is not as it was built" in refusal(site)


@pytest.mark.parametrize(
    "name",
    ["articles/harbour.txt", "articles/b.txt", "articles/harbour.yaml", "templates/article.html"],
)
def test_a_site_that_is_older_than_its_sources_is_refused(site: Site, name: str) -> None:
    put(site.root, {name: "changed"})
    assert "the site is older than its sources" in refusal(site)


def test_a_site_whose_record_is_broken_is_refused(site: Site) -> None:
    put(site.output, {RECORD: "{"})
    with pytest.raises(OutputError, match="it cannot be read"):
        publish(site)


def test_a_branch_gets_the_site_and_this_one_stays_as_it_is(site: Site, repository: Path) -> None:
    head = git(repository, "rev-parse", "HEAD")
    put(site.output, {"secret.txt": "secret"})
    said = publish(site, branch="gh-pages")
    assert said == "Published to the branch gh-pages; there is no remote to push it to."
    names = git(repository, "ls-tree", "-r", "--name-only", "gh-pages").split()
    assert set(names) == set(tree(site.output)) - {"secret.txt"}
    shown = git(repository, "show", "gh-pages:index.html")
    assert shown == (site.output / "index.html").read_text(encoding="utf-8")
    assert git(repository, "rev-parse", "HEAD") == head
    assert git(repository, "status", "--porcelain") == ""


def test_a_branch_is_pushed_where_there_is_a_remote(
    site: Site, repository: Path, tmp_path: Path
) -> None:
    git(tmp_path, "init", "--quiet", "--bare", "remote.git")
    git(repository, "remote", "add", "origin", str(tmp_path / "remote.git"))
    assert publish(site) == "Published to the branch gh-pages and pushed it to origin."
    assert git(tmp_path / "remote.git", "branch", "--list").split() == ["gh-pages"]


def test_a_push_that_fails_is_told_with_what_was_done(site: Site, repository: Path) -> None:
    git(repository, "remote", "add", "origin", str(repository / "nowhere.git"))
    with pytest.raises(PublishError) as caught:
        publish(site, branch="gh-pages")
    assert str(caught.value) == (
        "branch gh-pages: the site is committed, but git could not push it to origin, as it says "
        "above. Mend that, and publish again"
    )
    assert "index.html" in git(repository, "ls-tree", "--name-only", "gh-pages")


def test_the_branch_that_is_checked_out_is_refused(site: Site, repository: Path) -> None:
    head = git(repository, "rev-parse", "HEAD")
    with pytest.raises(PublishError, match="the branch is checked out"):
        publish(site, branch="main")
    assert git(repository, "rev-parse", "HEAD") == head


def test_a_name_that_no_branch_can_have_is_refused(site: Site, repository: Path) -> None:
    with pytest.raises(
        PublishError, match=r"^branch a b: git takes no such name\. Name it without"
    ):
        publish(site, branch="a b")
    assert git(repository, "branch").split() == ["*", "main"]


def test_a_branch_needs_a_git_repository(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    with pytest.raises(
        PublishError, match=r"branch gh-pages: git refused \(not a git .* --to DIR, or"
    ):
        publish(site)


def test_without_a_place_the_settings_name_it(site: Site) -> None:
    put(site.root, {"site.yaml": "publish: {directory: ../www}\n"})
    changed = load_site(site.root)
    build(changed)
    publish(changed)
    assert (site.root.parent / "www" / "index.html").is_file()
