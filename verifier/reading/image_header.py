"""What an image file's first bytes say: its format, and for WebP how large it claims to be.

Pillow tells size and mode before it decodes, except for WebP, where opening already lays out the whole canvas.
"""

from __future__ import annotations

import struct
from enum import Enum


class ImageFormat(Enum):
    """The formats that Lintas reads; values are Pillow's names."""

    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WEBP"
    TIFF = "TIFF"
    BMP = "BMP"  # what document scanners on Windows hand over


_OTHER_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"GIF8", "GIF"),
    (0, b"%PDF", "PDF"),
    (0, b"\x00\x00\x00\x0cjP  ", "JPEG 2000"),
    (0, b"\xff\x4f\xff\x51", "JPEG 2000"),
    (0, b"II+\x00", "BigTIFF"),
    (0, b"MM\x00+", "BigTIFF"),
    (0, b"<svg", "SVG"),
    (0, b"<?xml", "XML"),
    (0, b"8BPS", "PSD"),
    (0, b"\xff\x0a", "JPEG XL"),
    (0, b"\x00\x00\x00\x0cJXL ", "JPEG XL"),
    (4, b"ftypavi", "AVIF"),
    (4, b"ftyphei", "HEIC"),
    (4, b"ftyphev", "HEIC"),
    (4, b"ftypmif1", "HEIF"),
)


def image_format(data: bytes) -> ImageFormat | None:
    """The format by its signature, None when it is none of ours."""
    if data.startswith(b"\xff\xd8\xff"):
        return ImageFormat.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return ImageFormat.PNG
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return ImageFormat.WEBP
    if data.startswith((b"II*\x00", b"MM\x00*")):
        return ImageFormat.TIFF
    if data.startswith(b"BM") and data[6:10] == bytes(4):  # two letters alone are no proof; the reserved zeros help
        return ImageFormat.BMP
    return None


def other_format(data: bytes) -> str:
    """The name of a format that Lintas does not read, '' when the bytes are no known image at all."""
    for offset, signature, name in _OTHER_SIGNATURES:
        if data[offset : offset + len(signature)].lower() == signature.lower():
            return name
    return ""


def webp_size_px(data: bytes) -> tuple[int, int]:
    """Width and height that a WebP file claims; (0, 0) when its first chunk is none that we know.

    Source: RFC 9649 §2.4–2.7.
    """
    chunk, payload = data[12:16], data[20:30]
    if len(payload) < 10:
        return (0, 0)
    if chunk == b"VP8X":
        return int.from_bytes(payload[4:7], "little") + 1, int.from_bytes(payload[7:10], "little") + 1
    if chunk == b"VP8 " and payload[3:6] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", payload[6:10])
        return width & 0x3FFF, height & 0x3FFF
    if chunk == b"VP8L" and payload[0] == 0x2F:
        bits = int.from_bytes(payload[1:5], "little")
        return (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1
    return (0, 0)
