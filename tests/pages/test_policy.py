"""What a browser may load of a page is said in full: a rule that is missing allows all."""

from newsarchive.pages.hosting import hosting_files
from newsarchive.pages.policy import policy
from newsarchive.settings.schema import Settings

STRICT = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
    "font-src 'self'; base-uri 'none'; form-action 'self'"
)


def test_a_page_loads_what_is_its_sites_own_and_nothing_else() -> None:
    assert policy() == STRICT


def test_a_page_that_runs_webassembly_may_do_that_and_no_more() -> None:
    wasm = STRICT.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
    assert policy(wasm=True) == wasm


def test_a_host_that_reads_headers_gives_the_same_and_lets_no_other_site_frame_a_page() -> None:
    files = {file.path: file.content.decode() for file in hosting_files((), Settings(), wasm=False)}
    assert files["_headers"] == (
        "/*\n"
        f"  Content-Security-Policy: {STRICT}; frame-ancestors 'none'\n"
        "  X-Content-Type-Options: nosniff\n"
        "  Referrer-Policy: no-referrer\n"
    )
