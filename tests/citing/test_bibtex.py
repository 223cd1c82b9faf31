import pytest

from cited import citation
from newsarchive.citing.bibtex import bibtex, escaped

HARD = "“50% of {A}” & B_1 #2 cost $3 ~ x^2 \\ über 港 ميناء"


def test_an_entry_is_whole() -> None:
    cited = citation(
        HARD,
        "Dana Reed",
        "Port & Sea Agency",
        "Dana Reed Jr.",
        date="2021-07-19",
        original="https://echo.example/a_b",
    )
    assert bibtex(cited) == (
        r"""@article{eastport-echo-01234567,
  author = {Reed, Dana and {Port \& Sea Agency} and Reed, Jr., Dana},
  title = {{“50\% of \textbraceleft{}A\textbraceright{}” \& B\_1 \#2 cost \$3 """
        r"""\textasciitilde{} x\textasciicircum{}2 \textbackslash{} über 港 ميناء}},
  journal = {Eastport Echo},
  entrysubtype = {newspaper},
  year = {2021},
  month = jul,
  day = {19},
  url = {https://port.example/articles/harbour-reopens-01234567/},
  langid = {english},
  note = {Published at https://echo.example/a\_b. Archived in Port Archive, """
        """https://port.example/articles/harbour-reopens-01234567/. """
        """Unchanged since archived: SHA-256 0123456789abcdef},
}
"""
    )


@pytest.mark.parametrize("title", ["{", "}}", "{{{", "\\{", "a } b {"])
def test_braces_stay_balanced_whatever_a_title_holds(title: str) -> None:
    text = escaped(title)
    assert text.count("{") == text.count("}")
    depths = [text[:i].count("{") - text[:i].count("}") for i in range(len(text) + 1)]
    assert min(depths) == 0


@pytest.mark.parametrize(
    ("date", "bounds", "lines"),
    [
        ("2021", "", "  year = {2021},\n  url"),
        ("2021-07", "", "  year = {2021},\n  month = jul,\n  url"),
        ("2021-07~", "", "  year = {c. July 2021},\n  url"),
        ("", "", "  year = {n.d.},\n  url"),
        ("", "2020-01/..", "  year = {n.d., on or after January 2020},\n  url"),
    ],
)
def test_only_what_is_known_without_doubt_is_a_number(date: str, bounds: str, lines: str) -> None:
    assert lines in bibtex(citation(date=date, bounds=bounds))


def test_without_an_address_of_the_archive_the_original_s_is_given() -> None:
    cited = citation(address="articles/a-0/", original="https://echo.example/a")
    assert "  url = {https://echo.example/a},\n" in bibtex(cited)
    assert "Archived in Port Archive, articles/a-0/." in bibtex(cited)
