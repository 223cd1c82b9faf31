"""What a build consists of: its stages, the store that it draws on, and what it remembers."""
