"""All list formats by name."""

from __future__ import annotations

import codecs
from pathlib import Path

from ledger.errors import invalid_field
from watchlist.sources import follow_the_money, lintas_csv, lost_documents, ofac_sdn, targets_simple, un_sc
from watchlist.sources.model import Source, not_this_format
from watchlist.sources.text_file import opened_bytes


def sources() -> tuple[Source, ...]:
    """Every format that can be imported."""
    return (
        lintas_csv.SOURCE,
        lost_documents.SOURCE,
        targets_simple.SOURCE,
        follow_the_money.SOURCE,
        ofac_sdn.SOURCE,
        un_sc.SOURCE,
    )


def source_named(name: str, first_file: Path) -> Source:
    """The format of that name; `auto` or '' looks into the file.

    Raises LintasError UNKNOWN_SOURCE, or LIST_FORMAT where no format recognises the file.
    """
    known = {source.name: source for source in sources()}
    if name in known:
        return known[name]
    names = ", ".join(known)
    if name not in {"", "auto"}:
        raise invalid_field("header.source", f"one of auto, {names}", reason="UNKNOWN_SOURCE")
    with opened_bytes(first_file) as stream:
        sample = stream.read(4096)
    if sample[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
        raise not_this_format("readable", "the text is UTF-16; save it as UTF-8")
    for source in sources():
        if source.recognises(sample):
            return source
    raise invalid_field("header.source", f"the file is none of {names}; say which it is", reason="LIST_FORMAT")
