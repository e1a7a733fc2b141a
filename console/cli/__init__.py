"""The `lintas` command."""

from console.cli.app import app

__all__ = ["app"]
