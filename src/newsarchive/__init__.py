"""newsarchive turns a folder of raw news text into a static web archive that shows its evidence."""

__version__ = "0.1.0"
