"""What a page may load: nothing from elsewhere, no inline script, no inline style."""

from __future__ import annotations

_RULES = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self'",
    "script-src": "'self'",
    "connect-src": "'self'",
    "font-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}


def policy(*, wasm: bool = False) -> str:
    """Give a Content-Security-Policy.

    Args:
        wasm: let the site's own scripts run WebAssembly, as Pagefind's do. It has no way to the
            page but through those scripts.
    """
    rules = _RULES | ({"script-src": "'self' 'wasm-unsafe-eval'"} if wasm else {})
    return "; ".join(f"{name} {value}" for name, value in rules.items())
