"""Files that hold other files: ZIP and gzip, and the archives of crawlers."""
