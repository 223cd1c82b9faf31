"""What people write for an archive: `site.yaml`, and where the theme's files are."""
