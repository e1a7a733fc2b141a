"""Draw the sample documents anew: `python -m console.samples.draw`.

Needs the fonts OCR-B and DejaVu (`apt-get install fonts-ocr-b fonts-dejavu-core`); running Lintas needs neither, since
the drawn images are kept in the repository. The same fonts and versions give the same pixels.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
from pathlib import Path

from PIL import Image

from console.samples.documents import DOCUMENTS, SampleDocument
from console.samples.mrz_text import mrz_lines
from console.samples.page import draw_page, printed_expiry
from console.samples.security_print import Pixels, on_a_table
from console.samples.watchlist import ENTRIES
from watchlist.sources.lintas_csv import COLUMNS

_HERE = Path(__file__).parent
_OCR_B = Path("/usr/share/fonts/opentype/ocr-b/OCRB.otf")
_ORIENTATION_TAG = 0x0112
_MOST_BYTES = 150_000


def main() -> None:
    """Write images, samples.json and demo_watchlist.csv into a folder, this one by default."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ocr-b", type=Path, default=_OCR_B, help="the OCR-B font file")
    parser.add_argument("--out", type=Path, default=_HERE, help="the folder to write to")
    options = parser.parse_args()
    for seed, document in enumerate(DOCUMENTS):
        pixels = draw_page(document, mrz_lines(document), options.ocr_b, seed)
        if document.look.photographed:
            pixels = on_a_table(pixels, document.look.skew_deg, seed)
        (options.out / document.file).write_bytes(_encoded(pixels, document))
    listing = json.dumps([_described(each) for each in DOCUMENTS], ensure_ascii=False, indent=2)
    (options.out / "samples.json").write_text(listing + "\n", encoding="utf-8")
    (options.out / "demo_watchlist.csv").write_text(_watchlist(), encoding="utf-8")


def _encoded(pixels: Pixels, document: SampleDocument) -> bytes:
    image = Image.fromarray(pixels)
    if document.look.exif_orientation == 6:
        image = image.transpose(Image.Transpose.ROTATE_90)  # the tag tells viewers to turn it back, clockwise
    if document.file.endswith(".png"):
        coarse = [round(level / 8) * 8 for level in range(256)]  # a grey scan; in full it would be six times as large
        return _saved(image.convert("L").point(coarse), "PNG", optimize=True)
    exif = Image.Exif()
    exif[_ORIENTATION_TAG] = document.look.exif_orientation
    for quality in range(86, 40, -4):
        data = _saved(image, "JPEG", quality=quality, optimize=True, exif=exif.tobytes())
        if len(data) <= _MOST_BYTES:
            return data
    raise ValueError(f"{document.file} does not fit into {_MOST_BYTES} bytes")


def _saved(image: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, format=kind, **options)
    return buffer.getvalue()


def _described(document: SampleDocument) -> dict[str, object]:
    """One entry of samples.json: what a terminal would hand over beside the image, and what to expect."""
    return {
        "file": document.file,
        "story": {"id": document.story.id, "en": document.story.en},
        "visual_zone": {
            "surname": document.surname,
            "given_names": document.given_names,
            "document_number": document.number,
            "issuing_state": document.issuing_state.replace("<", ""),
            "nationality": document.nationality.replace("<", ""),
            "birth_date": document.birth_date,
            "expiry_date": printed_expiry(document),
            "sex": document.sex,
            "birth_place": document.birth_place,
            "personal_number": document.personal_number,
        },
        "mrz": list(mrz_lines(document)),
        "expected_advice": document.expected_advice,
        "expected_advice_on_retry": document.expected_on_retry or document.expected_advice,
    }


def _watchlist() -> str:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(ENTRIES)
    return buffer.getvalue()


if __name__ == "__main__":
    main()
