"""`python -m newsarchive` is the command `newsarchive`."""

import sys

from newsarchive.cli import main

sys.exit(main())
