"""Running: one piece of work in several processes, or on a cluster, within its limits."""
