"""Stand-in."""

import datetime


def describe(edtf: str) -> str:
    """Describe."""
    if edtf.endswith("/.."):
        return "on or after " + describe(edtf[:-3])
    if len(edtf) == 10:
        d = datetime.date.fromisoformat(edtf)
        return f"{d.day} {d:%B} {d.year}"
    if len(edtf) == 7:
        return f"{datetime.date.fromisoformat(edtf + '-01'):%B} {edtf[:4]}"
    return edtf
