"""Making: the stale parts of a site, each made at the moment in which it is written."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain

from newsarchive.artifacts import Artifact, Chunk
from newsarchive.incremental.bundles import Bundles
from newsarchive.incremental.deferred import Deferred, with_fetched
from newsarchive.incremental.staleness import Decision, Made, digest_of
from newsarchive.output import Recorded
from newsarchive.pages import Page, routes
from newsarchive.planning.downloads import Asked, Ends, pieces_made
from newsarchive.planning.parts import Download, Files
from newsarchive.planning.plan import Plan
from newsarchive.rendering.render import render_pages
from newsarchive.running.progress import Progress
from newsarchive.running.workers import Map, is_far, shards
from newsarchive.searching import Index, index_files, words_made
from newsarchive.searching.scripts import Words
from newsarchive.settings.site import Site

LISTS = 2
"""How many pages other than articles' are in a shard: some list hundreds of articles."""
SAVED_AT_ONCE = 10_000
"""After how many parts those that were made are put into the store."""


class Making:
    """Makes the parts that are stale, one by one, as they are written."""

    def __init__(
        self, plan: Plan, decision: Decision, known: Bundles[Made], site: Site, map_: Map
    ) -> None:
        """Prepare to make the parts that `decision` names.

        Args:
            plan: all parts.
            decision: which of them are stale.
            known: the parts as they were made the last time.
            site: the archive's.
            map_: runs shards of pages.
        """
        self._plan, self._decision, self._known = plan, decision, known
        self._site, self._map = site, map_
        self._paths: dict[str, tuple[str, ...]] = {}
        """The files of each part that was made, unless it is one file called as the part."""
        self._ends = defaultdict[str, Ends](dict)
        """Where the pieces of the downloads that were made end, by their period."""

    @property
    def changes_nothing(self) -> bool:
        """Whether the site stands as it is to be."""
        return not self._decision.render and not self._decision.delete

    def kept(self) -> list[str]:
        """Give the files that stay as they are."""
        render, paths = self._decision.render, self._decision.paths
        staying = (name for name in self._plan.every if name not in render)
        return [path for name in staying for path in paths.get(name) or (name,)]

    def artifacts(self, progress: Progress) -> Iterator[Artifact | Chunk]:
        """Make the files of parts that are no pages, and then the pages."""
        pages, formats = list[tuple[str, Deferred[Page]]](), defaultdict[str, list[str]](list)
        stale = self._decision.render
        for name in filter(stale.__contains__, self._plan.parts):
            made = self._plan.parts[name].made
            if isinstance(made, Deferred):
                pages.append((name, made))
            elif isinstance(made, Download):
                formats[made.files.period].append(made.format)
            elif isinstance(made, Index):
                yield from self._files(name, index_files(made, self._plan.indexing, self._words))
            else:
                yield from self._files(name, made)
        for downloads in self._plan.downloads:
            period = downloads.period
            yield from downloads.chunks(formats[period], self._pieces, self._ends[period])
        articles = shards(self._plan.articles_among(stale))
        yield from progress("Rendering", self._rendered(chain(articles, shards(pages, LISTS))))

    def _rendered(
        self, parts: Iterable[Sequence[tuple[str, Deferred[Page]]]]
    ) -> Iterator[Artifact]:
        """Render pages; the plan and the file of each hold one text of its name, to save memory."""
        names = deque[str]()

        def work() -> Iterator[tuple[tuple[Deferred[Page], ...], Site, bytes]]:
            for part in parts:
                names.extend(name for name, _ in part)
                yield tuple(self._sent(page) for _, page in part), self._site, self._plan.theme

        for file in chain.from_iterable(self._pages_map(render_pages, work())):
            yield Artifact(names.popleft(), file.content)

    def _pieces(self, asked: Iterator[Asked]) -> Iterator[tuple[bytes, ...]]:
        """Make articles' pieces of the downloads, in any process."""
        if is_far(self._map):
            asked = ((with_fetched(record), formats) for record, formats in asked)
        return chain.from_iterable(self._map(pieces_made, shards(asked)))

    def _words(self, calls: Iterator[Deferred[Words]]) -> Iterator[Words]:
        """Find what the script index needs of articles, in any process."""
        calls = map(with_fetched, calls) if is_far(self._map) else calls
        return chain.from_iterable(self._map(words_made, shards(calls)))

    @cached_property
    def _pages_map(self) -> Map:
        """The map that renders pages: this process's own if far workers lack the templates."""
        own = self._site.templates.is_dir() or self._site.locale.is_dir()
        return map if own and is_far(self._map) else self._map

    def _sent(self, page: Deferred[Page]) -> Deferred[Page]:
        """Give a page as it goes to its maker: with its article if that cannot open the store."""
        return with_fetched(page) if is_far(self._pages_map) else page

    def why(self, name: str, known: Collection[bytes]) -> list[str]:
        """Say why a part is made, now or the last time, and which of its articles are new.

        Args:
            name: its address or file, within the site or with the output folder before it.
            known: the digests of the articles that there were.
        """
        url = name.removeprefix(f"{self._site.settings.output.rstrip('/')}/").lstrip("/")
        files, plan = [routes.file_of(url), routes.file_of(f"{url}/")], self._plan
        if gone := next((file for file in files if file in self._decision.delete), None):
            return [f"{gone} is deleted: what it was made from is gone, or has another address"]
        name = next((file for file in files if file in plan.parts or file in plan.names), "")
        if not name:
            example = "a page's address is such as articles/a-0123abcd/"
            return [f"{url}: the site has no such page; {example}"]
        if name not in self._decision.render:
            made = self._known.get(name)
            reasons = made.reasons if made else ()
            return [f"{name} was not made now; the last time: {'; '.join(reasons)}"]
        reasons = self._decision.render[name]
        made_from = self._plan.made_from(name)
        new = {entry.summary.path for entry in made_from if entry.digest not in known}
        return [f"{name} was made: {'; '.join(reasons)}", *(f"  {path}" for path in sorted(new))]

    def remember(self, record: Recorded | None) -> None:
        """Keep how the parts were made, now that the record of their files is written."""
        files, parts = record.files if record else {}, self._known
        parts.delete(self._decision.delete)
        made = self._plan.ingredients_among(self._decision.render)
        for number, (name, ingredients) in enumerate(made, 1):
            paths, reasons = self._paths.get(name, ()), self._decision.render[name]
            digest = digest_of(files, paths or (name,))
            parts.put(name, Made(ingredients, digest, paths, reasons))
            if number % SAVED_AT_ONCE == 0:
                parts.save()
        parts.save()
        for downloads in self._plan.downloads:
            downloads.remember(files, self._ends[downloads.period])

    def _files(self, name: str, made: Files) -> Iterator[Artifact]:
        paths = []
        for file in made:
            paths.append(file.path)
            yield file
        if paths != [name]:
            self._paths[name] = tuple(paths)
