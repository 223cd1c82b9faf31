"""The file system: regular files alone are opened, and what it refuses is told."""
