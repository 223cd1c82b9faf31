"""The network's sums are exact, whatever order a machine adds in."""

import numpy as np
from msgspec.structs import replace

from newsarchive.cleaning.features import UNKNOWN, count_features, describe_sharing
from newsarchive.cleaning.labeller import field_network, network
from newsarchive.cleaning.lines import split_lines
from newsarchive.cleaning.network import FULL, LIMIT, UNIT, read_pages


def test_no_sum_of_any_layer_can_reach_what_single_precision_cannot_hold() -> None:
    for member in (*network().members, *field_network().members):
        layers = [member.enter, member.guess, member.recall, member.decide]
        sums = [(layer.weight, layer.bias) for layer in layers]
        sums += [(layer[:, :-1].T, layer[:, -1]) for layer in (*member.local, *member.whole)]
        for weight, bias in sums:
            largest = FULL * np.abs(weight).sum(axis=0) + np.abs(bias) + 1
            assert largest.max() < LIMIT
            np.testing.assert_array_equal(weight * UNIT, np.round(weight * UNIT))
            np.testing.assert_array_equal(bias * UNIT, np.round(bias * UNIT))


def test_what_the_members_say_counts_by_its_mean() -> None:
    table = count_features([split_lines("The ferry will sail again, the office said.\nShare")])
    both, shared = network(), describe_sharing(np.full(2, UNKNOWN))
    said = [read_pages(replace(both, members=(one,)), table, shared).body for one in both.members]
    assert len(said) == 2
    assert not np.array_equal(said[0], said[1])
    np.testing.assert_array_equal(read_pages(both, table, shared).body, np.mean(said, axis=0))


def test_a_network_of_its_own_tells_which_lines_state_the_title_the_day_and_the_authors() -> None:
    lines = split_lines(
        "Home\nNews\nStorm closes the harbour for a week\nBy Mary Hale\n19 July 2021\n"
        "The harbour of Eastport was closed on Monday, and no ship may leave it before the storm "
        "has passed, the port's office said in the evening.\nShare this page"
    )
    table = count_features([lines])
    fields = read_pages(
        field_network(), table, describe_sharing(np.full(len(lines), UNKNOWN))
    ).fields
    assert [lines[i].text for i in fields.argmax(axis=1)] == [
        "Storm closes the harbour for a week",
        "19 July 2021",
        "By Mary Hale",
    ]
    assert (
        read_pages(network(), table, describe_sharing(np.full(len(lines), UNKNOWN))).fields.size
        == 0
    )


def test_pages_without_lines_have_no_opinions() -> None:
    table = count_features([(), ()])
    assert read_pages(network(), table, describe_sharing(np.full(0, UNKNOWN))).body.tolist() == []


def test_a_page_in_a_language_of_unknown_words_is_read_by_its_shape() -> None:
    table = count_features([split_lines("Xyzzy qwfp zxcv.\nArst neio wfpl?")])
    assert len(read_pages(network(), table, describe_sharing(np.full(2, UNKNOWN))).body) == 2
