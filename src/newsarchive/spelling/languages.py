"""How a language is written: by its code of BCP 47."""

from __future__ import annotations

import re

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
NO_LANGUAGE = "`language` is `{}`, which is no language's code"
CODE = "Write two or three letters, such as en or de-AT"
