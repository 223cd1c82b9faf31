from pathlib import Path

import pytest

from newsarchive.cleaning.profiles import (
    Profile,
    ProfileRule,
    apply_profile,
    read_profiles,
    recognise,
    shipped_profiles,
)
from newsarchive.errors import SettingsError
from newsarchive.model import Line
from samples import put

COURIER = Profile(name="The Courier", recognised_by=("courier.example",), slug="courier")
HERALD = Profile(name="The Herald", recognised_by=("herald.example",), slug="herald")


def lines(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(number, text) for number, text in enumerate(texts, 1))


def applied(rule: ProfileRule, *texts: str) -> list[int]:
    profile = Profile(name="", recognised_by=(), slug="p", rules=(rule,))
    return list(apply_profile(profile, lines(*texts)))


def test_a_publisher_is_recognised_by_a_text_on_its_page() -> None:
    page = lines("A title", "Write to desk@courier.example")
    assert recognise(page, [HERALD, COURIER]) == COURIER


def test_a_page_with_nobodys_text_has_no_profile() -> None:
    assert recognise(lines("A title"), [HERALD, COURIER]) is None


def test_a_page_with_the_texts_of_two_publishers_has_no_profile() -> None:
    assert recognise(lines("courier.example", "herald.example"), [HERALD, COURIER]) is None


def test_all_conditions_of_a_rule_must_hold() -> None:
    rule = ProfileRule(label="boilerplate", why="a button", starts="Get", ends="app", contains="o")
    assert applied(rule, "Get our app", "Get an app", "Get our", "our app", "Go Get our app") == [0]


def test_a_rule_can_name_the_line_before_and_the_line_after() -> None:
    rule = ProfileRule(label="section", why="the section", after="Home", before="Print")
    assert applied(rule, "Home", "Sport", "Print", "Home", "News", "Share") == [1]


def test_a_rule_can_take_all_the_lines_that_follow() -> None:
    rule = ProfileRule(label="boilerplate", why="the end", equals="Comments", onward=True)
    assert applied(rule, "A title", "Comments", "First!", "Second!") == [1, 2, 3]


def test_the_first_rule_that_matches_a_line_gives_label_and_reason() -> None:
    profile = Profile(
        name="The Courier",
        recognised_by=(),
        slug="courier",
        rules=(
            ProfileRule(label="credit", why="the agency", equals="AP"),
            ProfileRule(label="boilerplate", why="capitals", contains="A"),
        ),
    )
    assert apply_profile(profile, lines("AP", "ADVERTISEMENT")) == {
        0: ("credit", "The Courier: the agency"),
        1: ("boilerplate", "The Courier: capitals"),
    }


def test_the_shipped_profiles_are_valid_and_say_how_they_recognise_a_page() -> None:
    profiles = shipped_profiles()
    assert [profile.slug for profile in profiles] == sorted(profile.slug for profile in profiles)
    assert all(profile.name and profile.recognised_by and profile.rules for profile in profiles)


def test_an_archives_own_profiles_join_the_shipped_ones(tmp_path: Path) -> None:
    put(tmp_path, {"courier.yaml": "name: The Courier\nrecognised_by: courier.example\n"})
    assert read_profiles(tmp_path) == (*shipped_profiles(), COURIER)


def test_an_archives_own_profile_stands_in_for_the_shipped_one_of_its_name(tmp_path: Path) -> None:
    slug = shipped_profiles()[0].slug
    put(tmp_path, {f"{slug}.yaml": "name: Mine\nrecognised_by: mine.example\n"})
    own, *others = read_profiles(tmp_path)
    assert own == Profile(name="Mine", recognised_by=("mine.example",), slug=slug)
    assert others == list(shipped_profiles()[1:])


def test_an_archive_without_profiles_has_the_shipped_ones(tmp_path: Path) -> None:
    assert read_profiles(tmp_path / "sources") == shipped_profiles()


def test_a_rule_without_a_condition_is_told_and_takes_no_page_for_boilerplate(
    tmp_path: Path,
) -> None:
    put(tmp_path, {"c.yaml": "name: C\nrecognised_by: [c]\nrules:\n- {label: date, why: x}\n"})
    with pytest.raises(SettingsError, match=r"c\.yaml: rule 1 \(`why: x`\) says of no line"):
        read_profiles(tmp_path)


@pytest.mark.parametrize("marks", ["[]", '""', '[c, ""]'])
def test_a_profile_that_would_know_every_page_is_told(tmp_path: Path, marks: str) -> None:
    put(tmp_path, {"c.yaml": f"name: C\nrecognised_by: {marks}\n"})
    with pytest.raises(SettingsError, match=r"c\.yaml: `recognised_by` holds no text"):
        read_profiles(tmp_path)


def test_a_mistake_in_a_profile_is_told_with_file_and_line(tmp_path: Path) -> None:
    put(tmp_path, {"c.yaml": "name: C\nrecognised_by: [c]\nrules:\n- label: captoin\n  why: x\n"})
    with pytest.raises(SettingsError, match=r"c\.yaml:4: `label` cannot be `captoin`. Did"):
        read_profiles(tmp_path)
