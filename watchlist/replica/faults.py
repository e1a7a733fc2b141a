"""Why a snapshot or a set of changes is refused. Nothing of it was taken then; the copy stays as it was."""

from __future__ import annotations

from ledger.errors import Fault, LintasError


def snapshot_unreadable() -> LintasError:
    """Not a file of ours at all."""
    return LintasError(Fault.INVALID, "SNAPSHOT_UNREADABLE", "this file is no snapshot of the list")


def snapshot_tampered() -> LintasError:
    """Somebody changed it, or signed it who is not trusted here."""
    return LintasError(
        Fault.FORBIDDEN, "SNAPSHOT_TAMPERED", "the snapshot is not what a trusted centre signed; fetch it anew"
    )


def snapshot_truncated() -> LintasError:
    """The end is missing."""
    return LintasError(Fault.INVALID, "SNAPSHOT_TRUNCATED", "the end of the snapshot is missing; fetch it anew")


def snapshot_replayed() -> LintasError:
    """Genuine, but older than what is here: taking it would bring revoked entries back."""
    return LintasError(Fault.STALE, "SNAPSHOT_REPLAYED", "the snapshot is older than the list that is already here")


def snapshot_expired() -> LintasError:
    """Genuine, but past the time until which it may be used."""
    return LintasError(Fault.PRECONDITION, "SNAPSHOT_EXPIRED", "the snapshot has expired; fetch a newer one")


def changes_tampered() -> LintasError:
    """The changes are not what a trusted centre signed."""
    return LintasError(
        Fault.FORBIDDEN, "CHANGES_TAMPERED", "the changes are not what a trusted centre signed; nothing was taken"
    )


def changes_gap() -> LintasError:
    """They do not begin where this copy ends."""
    return LintasError(Fault.STALE, "CHANGES_GAP", "the changes do not begin where this copy of the list ends")


def list_diverged() -> LintasError:
    """Same version, other content: one side was restored, or its file was changed."""
    return LintasError(
        Fault.PRECONDITION, "LIST_DIVERGED", "this copy of the list is not the centre's; a new snapshot is needed"
    )


def list_ahead() -> LintasError:
    """The copy has seen a version that the centre does not have: the centre was restored from an older backup."""
    return LintasError(
        Fault.PRECONDITION, "LIST_AHEAD", "this copy is newer than the centre's list; was the centre restored?"
    )


def list_too_new() -> LintasError:
    """It is genuine, but holds an entry that this version cannot read: the centre was updated first."""
    return LintasError(
        Fault.PRECONDITION, "LIST_TOO_NEW", "the centre's list holds what this version does not know; update this post"
    )


def replica_read_only() -> LintasError:
    """A post keeps a copy; changes are made at the centre."""
    return LintasError(Fault.PRECONDITION, "REPLICA_READ_ONLY", "this is a copy of the list; change it at the centre")
