from newsarchive.archive import archive_of, entry_of
from newsarchive.model import Evidence, Field
from newsarchive.searching.articles import groups_of, searchables
from newsarchive.wording import Wording
from samples import article


def test_a_result_never_shows_an_inferred_bound_as_if_it_were_a_date() -> None:
    bounds = Field("2020-01-16/..", "inferred", (Evidence("latest-day-named", "16 January", 3),))
    made = article(date=bounds)
    archive = archive_of([entry_of(made)])
    (found,) = searchables(groups_of(archive), [made], Wording("en").say, archive.entries)
    assert "2020" not in found.date
    assert (found.year, found.start) == ("undated", "")
