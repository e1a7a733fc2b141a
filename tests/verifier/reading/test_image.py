"""Image files: every format that is promised decodes to the right pixels, everything else is refused by name."""

from __future__ import annotations

import io
import re
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from ledger.errors import Fault, LintasError
from verifier.reading.image import decode
from verifier.reading.opencv import MAX_PIXELS, cv2

ROOT = Path(__file__).parents[3]
RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def quarters(mode: str = "RGB") -> Image.Image:
    """64 x 32 px: red and green above, blue and white below."""
    image = Image.new("RGB", (64, 32))
    for colour, corner in ((RED, (0, 0)), (GREEN, (32, 0)), (BLUE, (0, 16)), (WHITE, (32, 16))):
        image.paste(colour, (*corner, corner[0] + 32, corner[1] + 16))
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    """The bytes of `image` as a file of `kind`."""
    buffer = io.BytesIO()
    image.save(buffer, format=kind, **options)
    return buffer.getvalue()


def corner_colours(pixels: np.ndarray) -> list[tuple[int, ...]]:
    """RGB at the middle of the four quarters, rounded to full or none."""
    height, width = pixels.shape[:2]
    spots = [(height // 4, width // 4), (height // 4, 3 * width // 4), (3 * height // 4, width // 4)]
    spots.append((3 * height // 4, 3 * width // 4))
    return [tuple(255 if channel > 127 else 0 for channel in pixels[spot][::-1]) for spot in spots]


@pytest.mark.parametrize(
    ("mode", "kind", "options"),
    [
        ("RGB", "JPEG", {"quality": 95, "subsampling": 0}),
        ("RGB", "JPEG", {"quality": 95, "subsampling": 0, "progressive": True}),
        ("CMYK", "JPEG", {"quality": 95}),
        ("RGB", "PNG", {}),
        ("RGBA", "PNG", {}),
        ("P", "PNG", {}),
        ("RGB", "WEBP", {"lossless": True}),
        ("RGB", "WEBP", {"quality": 95}),
        ("RGBA", "WEBP", {"lossless": True}),
        ("RGB", "TIFF", {}),
        ("RGB", "TIFF", {"compression": "tiff_lzw"}),
        ("CMYK", "TIFF", {}),
        ("RGBA", "TIFF", {}),
        ("RGB", "BMP", {}),
        ("P", "BMP", {}),
    ],
)
def test_promised_formats_keep_their_colours(mode: str, kind: str, options: dict[str, object]) -> None:
    pixels = decode(saved(quarters(mode), kind, **options))
    assert pixels.dtype == np.uint8
    assert pixels.shape == (32, 64, 3)
    assert pixels.flags.c_contiguous
    assert corner_colours(pixels) == [RED, GREEN, BLUE, WHITE]


@pytest.mark.parametrize("mode", ["1", "L", "LA"])
def test_grey_images_have_three_equal_channels(mode: str) -> None:
    pixels = decode(saved(Image.linear_gradient("L").convert(mode), "PNG"))
    assert pixels.shape == (256, 256, 3)
    assert (pixels[..., 0] == pixels[..., 1]).all()
    assert (pixels[..., 1] == pixels[..., 2]).all()
    assert pixels[250].mean() > pixels[5].mean() + 200


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_exif_orientation_is_undone(orientation: int, kind: str) -> None:
    undo = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,  # shown by turning 90° clockwise, so it was stored turned the other way
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    stored = quarters() if undo is None else quarters().transpose(undo)
    exif = Image.Exif()
    exif[0x0112] = orientation
    options: dict[str, object] = {"quality": 95, "subsampling": 0} if kind == "JPEG" else {}
    pixels = decode(saved(stored, kind, exif=exif.tobytes(), **options))
    assert pixels.shape == (32, 64, 3)
    assert corner_colours(pixels) == [RED, GREEN, BLUE, WHITE]


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
@pytest.mark.parametrize("depth_bits", [8, 10, 12, 14, 16])
def test_sixteen_bit_grey_is_scaled_by_the_depth_that_it_fills(kind: str, depth_bits: int) -> None:
    ramp = np.linspace(0, 2**depth_bits - 1, 256).astype(np.uint16)
    pixels = decode(saved(Image.fromarray(np.tile(ramp, (4, 1))), kind))
    assert pixels[0, 0, 0] == 0
    assert pixels[0, 255, 0] == 255
    assert abs(int(pixels[0, 128, 0]) - 128) <= 2


@pytest.mark.parametrize("suffix", [".png", ".tiff"])
def test_sixteen_bit_colour(suffix: str) -> None:
    wide = cv2.cvtColor(np.asarray(quarters()), cv2.COLOR_RGB2BGR).astype(np.uint16) * 257
    done, buffer = cv2.imencode(suffix, wide)
    assert done
    assert corner_colours(decode(buffer.tobytes())) == [RED, GREEN, BLUE, WHITE]


def test_transparency_lies_on_white() -> None:
    clear = Image.new("RGBA", (8, 8), (0, 0, 0, 0))
    assert (decode(saved(clear, "PNG")) == 255).all()


def jpeg_claiming(width_px: int, height_px: int) -> bytes:
    """A small JPEG whose header says that it is large: what made an unguarded OpenCV take 2.3 GB."""
    honest = saved(Image.new("RGB", (8, 8)), "JPEG")
    at = honest.index(b"\xff\xc0")
    return honest[: at + 5] + struct.pack(">HH", height_px, width_px) + honest[at + 9 :]


def png_claiming(width_px: int, height_px: int) -> bytes:
    """A PNG with a sound header and one empty piece of pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width_px, height_px, 8, 2, 0, 0, 0)
    pixels = chunk(b"IDAT", zlib.compress(b""))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + pixels + chunk(b"IEND", b"")


def webp_claiming(width_px: int, height_px: int) -> bytes:
    """A WebP whose extended header names a large canvas."""
    canvas = (width_px - 1).to_bytes(3, "little") + (height_px - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<I", 10) + bytes(4) + canvas
    return b"RIFF" + struct.pack("<I", len(body)) + body


def tiff_claiming(width_px: int, height_px: int) -> bytes:
    """A TIFF directory for a grey image of which only one byte is there."""
    entries = [(256, 4, width_px), (257, 4, height_px), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 8), (277, 3, 1)]
    entries += [(278, 4, height_px), (279, 4, 1)]
    packed = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in entries)
    return b"II*\x00" + struct.pack("<I", 10) + b"\x00\x00" + struct.pack("<H", len(entries)) + packed + bytes(4)


def bmp_claiming(width_px: int, height_px: int) -> bytes:
    """A BMP header and no pixels."""
    header = struct.pack("<IiiHHIIiiII", 40, width_px, height_px, 1, 24, 0, 0, 0, 0, 0, 0)
    return b"BM" + struct.pack("<IHHI", 54, 0, 0, 54) + header


@pytest.mark.parametrize("claim", [jpeg_claiming, png_claiming, webp_claiming, tiff_claiming, bmp_claiming])
@pytest.mark.parametrize("size_px", [(65_000, 65_000), (10_000, 10_000), (5_001, 5_000), (16_000, 1_600)])
def test_what_claims_more_than_25_megapixels_is_refused_before_decoding(claim, size_px) -> None:  # type: ignore[no-untyped-def]  # table of builders
    with pytest.raises(LintasError) as caught:
        decode(claim(*size_px))
    assert caught.value.reason == "IMAGE_TOO_LARGE"
    assert caught.value.fault is Fault.EXHAUSTED
    assert caught.value.fields[0].field == "image"


def test_25_megapixels_pass() -> None:
    assert decode(saved(Image.new("L", (5_000, 5_000)), "PNG")).shape == (5_000, 5_000, 3)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "IMAGE_EMPTY"),
        (b"not an image at all", "IMAGE_NOT_DECODABLE"),
        (bytes(1000), "IMAGE_NOT_DECODABLE"),
        (b"\xff\xd8\xff" + bytes(100), "IMAGE_TRUNCATED"),
        (b"\xff\xd8\xff" + bytes(100) + b"\xff\xd9", "IMAGE_NOT_DECODABLE"),
        (b"\x89PNG\r\n\x1a\n", "IMAGE_TRUNCATED"),
        (saved(quarters(), "GIF"), "IMAGE_FORMAT_UNSUPPORTED"),
        (b"8BPS" + bytes(50), "IMAGE_FORMAT_UNSUPPORTED"),
        (b"BM says the letter, and goes on", "IMAGE_NOT_DECODABLE"),
        (saved(quarters(), "JPEG2000"), "IMAGE_FORMAT_UNSUPPORTED"),
        (saved(quarters(), "PDF"), "IMAGE_FORMAT_UNSUPPORTED"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(50), "IMAGE_FORMAT_UNSUPPORTED"),
    ],
)
def test_what_is_no_image_of_ours_is_refused_by_name(data: bytes, reason: str) -> None:
    with pytest.raises(LintasError) as caught:
        decode(data)
    assert caught.value.reason == reason
    assert caught.value.fault is Fault.INVALID
    assert [each.field for each in caught.value.fields] == ["image"]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "BMP"])
@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.98])
def test_a_file_that_was_cut_is_told_from_a_whole_one(kind: str, share: float) -> None:
    noise = np.random.default_rng(7).integers(0, 255, (200, 300, 3), dtype=np.uint8)
    whole = saved(Image.fromarray(noise), kind)
    assert decode(whole).shape == (200, 300, 3)
    with pytest.raises(LintasError) as caught:
        decode(whole[: int(len(whole) * share)])
    assert caught.value.reason == "IMAGE_TRUNCATED"


RARE = ("IMAGE_FORMAT_UNSUPPORTED", "IMAGE_TOO_LARGE")


def outcome(data: bytes) -> str:
    """`pixels` when `data` decodes to some, else the reason of the refusal, which names the field."""
    try:
        pixels = decode(data)
    except LintasError as fault:
        return fault.reason if [each.field for each in fault.fields] == ["image"] else "NO_FIELD"
    return "pixels" if pixels.dtype == np.uint8 and pixels.ndim == 3 else "WRONG_SHAPE"


@given(
    st.binary(max_size=200),
    st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\x00", b"MM\x00*", b"BM"]),
)
def test_any_bytes_give_pixels_or_a_named_refusal(tail: bytes, head: bytes) -> None:
    assert outcome(head + tail) in {"pixels", "IMAGE_EMPTY", "IMAGE_NOT_DECODABLE", "IMAGE_TRUNCATED", *RARE}


@given(st.data())
def test_damaged_files_give_pixels_or_a_named_refusal(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(["JPEG", "PNG", "WEBP", "TIFF", "BMP"]))
    damaged = bytearray(saved(quarters(), kind))
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    assert outcome(bytes(damaged)) in {"pixels", "IMAGE_NOT_DECODABLE", "IMAGE_TRUNCATED", *RARE}


def test_opencv_refuses_more_than_the_limit() -> None:
    with pytest.raises(cv2.error, match=r"pixels|PIXELS"):
        cv2.imdecode(np.frombuffer(png_claiming(6_000, 6_000), np.uint8), cv2.IMREAD_COLOR)
    assert MAX_PIXELS == 25_000_000


def test_only_one_module_imports_cv2() -> None:
    unguarded = re.compile(r"^\s*(import cv2|from cv2\b)", re.MULTILINE)
    rooms = ("ledger", "watchlist", "verifier", "simulator", "console", "benchmarks", "tests")
    found = {
        str(path.relative_to(ROOT))
        for room in rooms
        for path in (ROOT / room).rglob("*.py")
        if unguarded.search(path.read_text(encoding="utf-8"))
    }
    assert found == {"verifier/reading/opencv.py"}
