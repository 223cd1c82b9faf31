"""What the preview is made of: the site as it was last built, its watched sources, its answers."""
