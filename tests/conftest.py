"""What all tests share: the option that writes expected outputs anew, and a limit of time."""

import faulthandler

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate", action="store_true", help="write the expected outputs of tests/sites anew"
    )


@pytest.fixture(autouse=True)
def _bounded_in_time() -> None:
    """End the run, with a traceback, where a test takes more than two minutes."""
    faulthandler.dump_traceback_later(120, exit=True)
