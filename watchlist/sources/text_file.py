"""Opens list files as they come: plain or gzip, UTF-8 with or without a mark, else Latin-1."""

from __future__ import annotations

import codecs
import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, TextIO, cast

_SAMPLE_BYTES: Final = 1 << 20


@contextmanager
def opened_bytes(path: Path) -> Iterator[BinaryIO]:
    """The content, unpacked where it is gzip."""
    with path.open("rb") as probe:
        is_gzip = probe.read(2) == b"\x1f\x8b"
    if is_gzip:
        with gzip.open(path, "rb") as packed:
            yield cast("BinaryIO", packed)
    else:
        with path.open("rb") as plain:
            yield plain


@contextmanager
def opened_text(path: Path) -> Iterator[TextIO]:
    """The text; nothing is lost to a wrong guess, since Latin-1 reads any bytes."""
    with opened_bytes(path) as sample:
        encoding = _encoding(sample.read(_SAMPLE_BYTES))
    with opened_bytes(path) as binary:
        # newline='' leaves line ends inside quoted fields to the csv module
        yield cast("TextIO", codecs.getreader(encoding)(binary))


def _encoding(sample: bytes) -> str:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(sample)  # not final: the sample may end inside a character
    except UnicodeDecodeError:
        return "latin-1"
    return "utf-8-sig"
