"""Which Lintas this is."""

from __future__ import annotations

from importlib import metadata


def version() -> str:
    """Version of the installed package."""
    return metadata.version("lintas")
