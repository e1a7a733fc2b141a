"""Images through the whole line: samples, bombs, pages without an MRZ, and real specimens where they are at hand."""

from __future__ import annotations

import csv
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest

from console.cli.demo import samples
from console.client import Client, ServiceError, new_request_id
from lintas.v1 import verification_pb2 as wire
from verifier.reading.opencv import cv2

SHARED = Path(__file__).resolve().parents[3] / "shared/data/mrz"


def examine(client: Client, image: bytes) -> wire.Case:
    return client.examine(wire.ExamineRequest(request_id=new_request_id(), image=image))


def png(pixels: np.ndarray) -> bytes:
    return cv2.imencode(".png", pixels)[1].tobytes()


def bomb() -> bytes:
    """A few hundred bytes that claim to be 100 megapixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 10_000, 10_000, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\x00" * 99))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("image", "code", "reason"),
    [
        (b"hello, I am no image", "INVALID_ARGUMENT", "IMAGE_NOT_DECODABLE"),
        (bomb(), "RESOURCE_EXHAUSTED", "IMAGE_TOO_LARGE"),
        (b"\xff" * (8 * 1024 * 1024 + 1), "RESOURCE_EXHAUSTED", "IMAGE_TOO_LARGE"),
        (png(np.zeros((400, 600, 3), np.uint8))[:200], "INVALID_ARGUMENT", "IMAGE_TRUNCATED"),
    ],
    ids=["not an image", "100-megapixel bomb", "more than 8 MiB", "truncated"],
)
def test_what_is_no_image_is_refused_by_name(officer: Client, image: bytes, code: str, reason: str) -> None:
    with pytest.raises(ServiceError) as caught:
        examine(officer, image)
    assert (caught.value.code, caught.value.reason) == (code, reason)
    assert [field for field, _ in caught.value.fields] == ["image"]
    assert examine(officer, next(iter(samples())).image).examination.HasField("mrz")  # the service is still up


def test_a_page_without_mrz_is_an_answer(officer: Client) -> None:
    page = np.full((600, 800, 3), 240, np.uint8)
    cv2.putText(page, "Nothing to read here", (40, 300), cv2.FONT_HERSHEY_SIMPLEX, 1.5, (20, 20, 20), 2)
    case = examine(officer, png(page))
    assert case.examination.advice.kind == wire.ADVICE_KIND_RETRY
    assert "NO_MRZ" in {reason.code for reason in case.examination.advice.reasons}
    assert not case.examination.HasField("mrz")


def test_the_image_is_not_kept_but_its_digest_is(officer: Client) -> None:
    sample = next(iter(samples()))
    case = officer.get_case(examine(officer, sample.image).name)
    assert len(case.examination.provenance.image_sha256) == 64
    assert sample.image not in case.SerializeToString()


@pytest.mark.slow
@pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared, which users do not have")
def test_the_real_specimens_are_all_answered(officer: Client) -> None:
    """Every one gets an answer with advice; at least nine in ten are read exactly."""
    with (SHARED / "truth.csv").open() as file:
        rows = list(csv.DictReader(file))
    exact = 0
    for row in rows:
        case = examine(officer, (SHARED / "images" / row["file"]).read_bytes())
        assert case.examination.advice.reasons, row["file"]
        truth = [row[name] for name in ("line1", "line2", "line3") if row[name]]
        exact += list(case.examination.mrz.lines) == truth
    assert len(rows) == 66
    assert exact >= 60
