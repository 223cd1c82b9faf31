"""PyYAML's safe loader, which refuses what a text of settings never needs.

Aliases are refused (a few bytes of them can expand to gigabytes), and so is what nests deep.
"""

from __future__ import annotations

import yaml
from yaml.nodes import Node

MAX_DEPTH = 20
"""Lists and keys that stand one in another: settings need four. PyYAML itself ends where Python's
stack does, which is sooner or later as the caller stands deep or not."""


class Plain(yaml.SafeLoader):
    """PyYAML's safe loader, but an alias is an error, and so is what nests deep."""

    depth = 0

    def compose_node(self, parent: Node | None, index: int) -> Node | None:
        """Take the next node apart."""
        if self.check_event(yaml.AliasEvent):
            raise self._refused("an alias (*name) is not allowed")
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self._refused(f"it nests more than {MAX_DEPTH} deep")
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def _refused(self, what: str) -> yaml.MarkedYAMLError:
        event = self.peek_event()  # type: ignore[no-untyped-call]  # so in PyYAML's stubs
        return yaml.MarkedYAMLError(problem=what, problem_mark=event.start_mark)
