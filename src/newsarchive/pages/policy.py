"""What a page may load: nothing from elsewhere, no inline script, no inline style."""

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
    "font-src 'self'; base-uri 'none'; form-action 'none'"
)
"""The Content-Security-Policy."""
