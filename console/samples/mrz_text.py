"""The MRZ of a sample document."""

from __future__ import annotations

from console.samples.documents import SampleDocument
from verifier.mrz.document import MrzDocument
from verifier.mrz.record import Layout
from verifier.mrz.write import write
from watchlist.entry import Sex
from watchlist.partial_date import PartialDate


def mrz_lines(document: SampleDocument) -> tuple[str, ...]:
    """The MRZ as printed: written from the fields, then overprinted where the sample says so."""
    written = write(
        MrzDocument(
            layout=Layout(document.layout),
            document_code=document.code.rstrip("<"),
            issuing_state=document.issuing_state.rstrip("<"),
            document_number=document.number,
            surname=document.surname,
            given_names=document.given_names,
            nationality=document.nationality.rstrip("<"),
            birth_date=PartialDate.parse(document.birth_date),
            sex=Sex(document.sex),
            expiry_date=PartialDate.parse(document.expiry_date),
            optional_data=document.personal_number,
        )
    )
    lines = [list(each) for each in written]
    for row, column, letter in document.overprint:
        lines[row][column] = letter
    return tuple("".join(each) for each in lines)
