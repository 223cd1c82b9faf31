"""The network's sums are exact, whatever order a machine adds in."""

import numpy as np

from newsarchive.cleaning.features import GRID, TOP, count_features, describe_sharing
from newsarchive.cleaning.labeller import network
from newsarchive.cleaning.lines import split_lines
from newsarchive.cleaning.network import UNIT, read_pages


def test_no_sum_of_any_layer_can_reach_what_single_precision_cannot_hold():
    trained = network()
    layers = [trained.enter, trained.guess, trained.recall, trained.decide]
    for layer in [*layers, *trained.local, *trained.whole]:
        largest = np.abs(layer.weight).sum(axis=0) * GRID * TOP + np.abs(layer.bias)
        assert largest.max() + GRID * TOP * UNIT < 2**24


def test_pages_without_lines_have_no_opinions():
    table = count_features([(), ()])
    assert read_pages(network(), table, describe_sharing(None, 0)).body.tolist() == []


def test_a_page_in_a_language_of_unknown_words_is_read_by_its_shape():
    table = count_features([split_lines("Xyzzy qwfp zxcv.\nArst neio wfpl?")])
    assert len(read_pages(network(), table, describe_sharing(None, 2)).body) == 2
