"""Document checks in the terms of BSI TR-03135."""

from verifier.checks.run import run

__all__ = ["run"]
