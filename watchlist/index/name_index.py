"""All names of a list: a few immutable blocks, searched without a lock; changes make new ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from watchlist.entry import Entry
from watchlist.index.block import Block
from watchlist.index.block_builder import BlockBuilder
from watchlist.index.candidates import find
from watchlist.names.prepared import Information, PreparedName
from watchlist.partial_date import PartialDate

_LARGEST_TAIL = 500  # entries; the newest block is built anew with each change, so it stays small
_MOST_BLOCKS = 12
_NEARLY_AS_WELL = 8.0  # nats


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block with the entries that it was built from that are not in force any more."""

    block: Block
    entries: tuple[Entry, ...] | None  # kept only while small, for merging
    dead: frozenset[int] = frozenset()

    def without(self, entry_ids: frozenset[str]) -> _Piece:
        """The piece with these entries dead."""
        numbers = {self.block.number_of(entry_id) for entry_id in entry_ids} - {-1}
        return _Piece(self.block, self.entries, self.dead | numbers) if numbers else self


@dataclass(frozen=True, slots=True)
class NameIndex:
    """A snapshot. `changed` gives the next one; searches on the old one go on undisturbed."""

    pieces: tuple[_Piece, ...] = ()
    names: int = field(default=0)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> NameIndex:
        """An index of many entries, in one block."""
        builder = BlockBuilder()
        for entry in entries:
            if entry.names:
                builder.add(entry)
        block = builder.build()
        return cls((_Piece(block, None),), block.row_count) if len(builder) else cls()

    def carriers(self, word: str) -> int:
        """How many listed names hold the word."""
        return sum(piece.block.carriers(word) for piece in self.pieces)

    def candidates(
        self,
        name: PreparedName,
        birth_dates: Sequence[PartialDate],
        information: Information,
        limit: int,
        fewest: int | None = None,
    ) -> list[str]:
        """Ids of at most `limit` entries that may bear the name, the most promising first.

        After the first `fewest` (none given: all) only those that fit nearly as well as the best: where one stands
        out, the others need not be scored; where none does, more of them may be the one.
        """
        found = [
            (-rank, number_of_piece, piece.block.entry_ids[number])
            for number_of_piece, piece in enumerate(self.pieces)
            for rank, number in find(piece.block, name, birth_dates, information, limit + min(len(piece.dead), limit))
            if number not in piece.dead
        ]
        found.sort(key=lambda each: each[:2])
        if fewest is not None and found:
            least = found[0][0] + _NEARLY_AS_WELL
            found = found[:fewest] + [each for each in found[fewest:] if each[0] <= least]
        return list(dict.fromkeys(entry_id for *_, entry_id in found))[:limit]

    def changed(self, entries: Sequence[Entry]) -> NameIndex:
        """The index after these entries were added, changed or revoked."""
        ids = frozenset(entry.entry_id for entry in entries)
        pieces = [piece.without(ids) for piece in self.pieces]
        fresh = [entry for entry in entries if entry.revoked_at is None and entry.names]
        if pieces and (tail := pieces[-1]).entries is not None and len(tail.entries) + len(fresh) <= _LARGEST_TAIL:
            fresh = [entry for n, entry in enumerate(tail.entries) if n not in tail.dead] + fresh
            pieces.pop()
        if fresh:
            pieces.append(_piece(fresh))
        if len(pieces) > _MOST_BLOCKS:
            pieces = _merged(pieces)
        return NameIndex(tuple(pieces), sum(piece.block.row_count for piece in pieces))


def _piece(entries: Sequence[Entry]) -> _Piece:
    builder = BlockBuilder()
    for entry in entries:
        builder.add(entry)
    return _Piece(builder.build(), tuple(entries))


def _merged(pieces: list[_Piece]) -> list[_Piece]:
    """The small pieces as one; the first, large one stays as it is."""
    small = [piece for piece in pieces if piece.entries is not None]
    living = [entry for piece in small for number, entry in enumerate(piece.entries or ()) if number not in piece.dead]
    large = [piece for piece in pieces if piece.entries is None]
    return [*large, _piece(living)]
