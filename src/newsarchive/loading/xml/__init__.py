"""XML: what its outermost element says that it is, and the readers of each kind but feeds."""
