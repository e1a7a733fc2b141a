"""Warnings of libraries that we can do nothing about."""

from __future__ import annotations

import warnings


def hush(package: str) -> None:
    """Ignore every warning that `package` raises: they go to stderr and tell of files that users send, or of the
    package's own outdated calls.

    Said again before each use, since test runners and others reset the filters; saying it twice changes nothing. It is
    not `warnings.catch_warnings`, which swaps the filters of the whole process and is unsafe with threads.
    """
    warnings.filterwarnings("ignore", module=rf"{package}(\.|$)")
