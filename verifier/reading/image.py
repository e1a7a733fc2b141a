"""From the bytes of an image file to pixels, upright as EXIF says, or a clear refusal.

Decoding is Pillow's: it tells a cut file from a whole one, which OpenCV does not, and knows CMYK, palettes and 16 bits.
"""

from __future__ import annotations

import io
import struct

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from ledger.errors import Fault, FieldFault, LintasError, invalid_field
from verifier.reading.image_header import ImageFormat, image_format, other_format, webp_size_px
from verifier.reading.opencv import MAX_PIXELS
from verifier.reading.quiet import hush

FIELD = "image"
_SENSOR_MAXIMA = (255, 1023, 4095, 16383, 65535)  # 8 to 16 bits; infrared cameras often fill 10 or 12 bits of 16
_DECODER_FAULTS = (OSError, ValueError, TypeError, SyntaxError, EOFError, KeyError, IndexError, OverflowError)


def decode(data: bytes) -> NDArray[np.uint8]:
    """Pixels of a JPEG, PNG, WebP, TIFF or BMP file: uint8, height x width x 3, in the order blue, green, red.

    The EXIF orientation is applied, transparency laid on white, 16-bit samples scaled by the sensor depth that they
    fill, CMYK converted without a colour profile. Of several frames the first is taken.

    Raises LintasError, field `image`: IMAGE_EMPTY (no bytes), IMAGE_FORMAT_UNSUPPORTED (another format),
    IMAGE_NOT_DECODABLE (no image, or a damaged one), IMAGE_TRUNCATED (the file ends too early), IMAGE_TOO_LARGE (more
    than 25 megapixels; checked before anything is decoded).
    """
    if not data:
        raise invalid_field(FIELD, "is empty: 0 bytes", reason="IMAGE_EMPTY")
    found = image_format(data)
    if found is None:
        raise _refused_format(data)
    if found is ImageFormat.WEBP:
        _refuse_large(webp_size_px(data))
    hush("PIL")  # it warns of large sizes and broken EXIF, and we answer both
    try:
        with Image.open(io.BytesIO(data), formats=[found.value]) as image:
            _refuse_large(image.size)
            image.load()
            return _bgr(_upright(image))
    except Image.DecompressionBombError as fault:
        raise _too_large() from fault
    except (*_DECODER_FAULTS, struct.error) as fault:
        raise _undecodable(data, found, str(fault)) from fault


def _refused_format(data: bytes) -> LintasError:
    name = other_format(data)
    if name:
        text = f"is {name}; JPEG, PNG, WebP, TIFF and BMP are read"
        return invalid_field(FIELD, text, reason="IMAGE_FORMAT_UNSUPPORTED")
    return invalid_field(FIELD, "is not an image file", reason="IMAGE_NOT_DECODABLE")


def _refuse_large(size_px: tuple[int, int]) -> None:
    width_px, height_px = size_px
    if width_px * height_px > MAX_PIXELS:
        raise _too_large()


def _too_large() -> LintasError:
    text = f"has more than {MAX_PIXELS // 1_000_000} megapixels"
    return LintasError(Fault.EXHAUSTED, "IMAGE_TOO_LARGE", f"{FIELD}: {text}", fields=(FieldFault(FIELD, text),))


def _undecodable(data: bytes, found: ImageFormat, fault: str) -> LintasError:
    if _ends_early(data, found) or "truncated" in fault.lower():
        text = f"the {found.value} file ends too early: it was cut on its way, send it again"
        return invalid_field(FIELD, text, reason="IMAGE_TRUNCATED")
    return invalid_field(FIELD, f"the {found.value} file is damaged", reason="IMAGE_NOT_DECODABLE")


def _ends_early(data: bytes, found: ImageFormat) -> bool:
    """Whether the file lacks what its format puts last. Asked only of files that could not be decoded."""
    if found is ImageFormat.JPEG:
        return b"\xff\xd9" not in data[-64:]
    if found is ImageFormat.PNG:
        return b"IEND" not in data[-64:]
    if found is ImageFormat.WEBP:
        return len(data) < int.from_bytes(data[4:8], "little") + 8
    if found is ImageFormat.BMP:
        return len(data) < int.from_bytes(data[2:6], "little")
    order = "little" if data.startswith(b"II") else "big"
    return len(data) < int.from_bytes(data[4:8], order) + 2  # type: ignore[arg-type]  # "little" | "big"


def _upright(image: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(image)
    except (*_DECODER_FAULTS, struct.error, ZeroDivisionError):
        return image  # broken EXIF beside sound pixels: readers try all four orientations anyway


def _bgr(image: Image.Image) -> NDArray[np.uint8]:
    if image.mode.startswith("I") or image.mode == "F":
        grey = _eight_bits(np.asarray(image))
        return np.repeat(grey[:, :, None], 3, axis=2)
    if image.has_transparency_data:
        opaque = image.convert("RGBA")
        white = Image.new("RGBA", opaque.size, "white")
        image = Image.alpha_composite(white, opaque)
    rgb = np.asarray(image.convert("RGB"))
    return np.ascontiguousarray(rgb[:, :, ::-1])


def _eight_bits(samples: NDArray[np.generic]) -> NDArray[np.uint8]:
    """Samples of more than 8 bits, scaled so that the smallest sensor depth which holds them all becomes white."""
    values = np.nan_to_num(samples.astype(np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    highest = float(values.max(initial=0.0))
    if highest <= 1.0 and samples.dtype.kind == "f":
        white = 1.0
    else:
        white = next((float(each) for each in _SENSOR_MAXIMA if highest <= each), highest)
    scaled: NDArray[np.float32] = np.clip(values * (255.0 / white), 0, 255)
    return scaled.astype(np.uint8)
