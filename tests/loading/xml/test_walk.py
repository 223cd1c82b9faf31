"""No XML holds up or fills up whoever reads it."""

import pytest

from newsarchive.loading.xml.walk import MAX_DEPTH, Walk

REFUSED = {
    b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>": "it defines entities of its own",
    b"<a>" * (MAX_DEPTH + 1): "elements nest more than 500 deep",
}


@pytest.mark.parametrize("xml", REFUSED)
@pytest.mark.parametrize("whole", [True, False])
def test_what_unpacks_to_anything_or_nests_too_deep_is_refused(xml: bytes, *, whole: bool) -> None:
    with pytest.raises(ValueError, match=REFUSED[xml]):
        Walk().walk(xml, whole=whole)


def test_what_is_no_xml_is_refused_unless_it_may_end_before_its_end() -> None:
    with pytest.raises(ValueError, match="mismatched tag"):
        Walk().walk(b"<a><b></a>")
    Walk().walk(b"<a><b></a>", whole=False)
