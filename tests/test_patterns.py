"""Patterns that are compiled when they are first asked."""

from __future__ import annotations

import re
from unittest.mock import patch

from newsarchive.patterns import late


def test_a_pattern_is_compiled_once_and_when_it_is_first_asked() -> None:
    with patch.object(re, "compile", wraps=re.compile) as compiling:
        pattern = late("[a-z]+", re.IGNORECASE)
        assert (pattern.pattern, compiling.call_count) == ("[a-z]+", 0)
        assert pattern.findall("One two") == ["One", "two"]
        assert pattern.sub("-", "One two") == "- -"
        assert compiling.call_count == 1
