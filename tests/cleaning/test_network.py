"""The network's sums are exact, whatever order a machine adds in."""

import numpy as np

from newsarchive.cleaning.features import count_features, describe_sharing
from newsarchive.cleaning.labeller import network
from newsarchive.cleaning.lines import split_lines
from newsarchive.cleaning.network import FULL, LIMIT, UNIT, read_pages


def test_no_sum_of_any_layer_can_reach_what_single_precision_cannot_hold() -> None:
    trained = network()
    layers = [trained.enter, trained.guess, trained.recall, trained.decide]
    for layer in [*layers, *trained.local, *trained.whole]:
        largest = FULL * np.abs(layer.weight).sum(axis=0) + np.abs(layer.bias) + FULL + 1
        assert largest.max() < LIMIT
        np.testing.assert_array_equal(layer.weight * UNIT, np.round(layer.weight * UNIT))
        np.testing.assert_array_equal(layer.bias * UNIT, np.round(layer.bias * UNIT))


def test_pages_without_lines_have_no_opinions() -> None:
    table = count_features([(), ()])
    assert read_pages(network(), table, describe_sharing(None, 0)).body.tolist() == []


def test_a_page_in_a_language_of_unknown_words_is_read_by_its_shape() -> None:
    table = count_features([split_lines("Xyzzy qwfp zxcv.\nArst neio wfpl?")])
    assert len(read_pages(network(), table, describe_sharing(None, 2)).body) == 2
