"""Opens list files as they come: plain or gzip, UTF-8 with or without a mark, else Latin-1."""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import logging
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, TextIO, cast

from watchlist.sources.model import not_this_format

_PIECE_BYTES: Final = 1 << 20
_LONGEST_LINE: Final = 1 << 20
_LOG = logging.getLogger(__name__)


@contextmanager
def opened_bytes(path: Path) -> Iterator[BinaryIO]:
    """The content, unpacked where it is gzip. Raises LintasError LIST_FORMAT where the packed file is broken."""
    with path.open("rb") as probe:
        is_gzip = probe.read(2) == b"\x1f\x8b"
    if not is_gzip:
        with path.open("rb") as plain:
            yield plain
        return
    try:
        with gzip.open(path, "rb") as packed:
            yield cast("BinaryIO", packed)
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise not_this_format("whole", "the gzip file is cut or broken") from None


@contextmanager
def opened_text(path: Path) -> Iterator[TextIO]:
    """The text. A file that is not UTF-8 throughout is read as Latin-1, and the log says so.

    Raises LintasError LIST_FORMAT for UTF-16.
    """
    encoding = _encoding(path)
    with opened_bytes(path) as binary:
        # newline='' leaves line ends inside quoted fields to the csv module
        yield io.TextIOWrapper(binary, encoding=encoding, newline="")


def csv_rows(text: TextIO, *, delimiter: str = ",") -> Iterator[tuple[int, list[str] | None]]:
    """Line number and cells of every row; None instead of cells where the csv module cannot make sense of it.

    Raises LintasError LIST_FORMAT at a line of more than a million characters, so that memory stays bounded.
    """
    rows = csv.reader(text_lines(text), delimiter=delimiter)
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error:
            yield rows.line_num, None
        else:
            yield rows.line_num, cells


def text_lines(text: TextIO) -> Iterator[str]:
    """Lines with their ends. Raises LintasError LIST_FORMAT at one of more than a million characters."""
    while line := text.readline(_LONGEST_LINE):
        if len(line) == _LONGEST_LINE:
            raise not_this_format("text", "a line has more than a million characters")
        yield line


def _encoding(path: Path) -> str:
    # the whole file is looked at: one Latin-1 name in the last row would stop the import half-way otherwise
    decoder = codecs.getincrementaldecoder("utf-8")()
    with opened_bytes(path) as binary:
        try:
            if (first := binary.read(4))[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
                raise not_this_format("readable", "the text is UTF-16; save it as UTF-8")
            decoder.decode(first)
            while piece := binary.read(_PIECE_BYTES):
                decoder.decode(piece)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            _LOG.warning("a list file is not UTF-8 and is read as Latin-1: check names with accents")
            return "latin-1"
    return "utf-8-sig"
