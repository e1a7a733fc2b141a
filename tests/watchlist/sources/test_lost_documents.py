"""Lost and stolen documents: what is read, what is rejected and why, what is refused, in how much memory."""

from __future__ import annotations

import gzip
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.errors import LintasError
from tests.watchlist.sources.files import LOST, LOST_HEADING, written
from watchlist.codec import from_json, to_json
from watchlist.entry import Action, Category, DocumentKey, Entry, EntryKind
from watchlist.index.compact import compact_number
from watchlist.sources import Encoded, Rejected
from watchlist.sources.lost_documents import TEMPLATE, read, read_encoded


def rows(folder: Path, body: str | bytes, heading: str = LOST_HEADING) -> list[Entry | Rejected]:
    content = heading.encode() + (body.encode() if isinstance(body, str) else body)
    return list(read([written(folder, content)], "sltd"))


def test_a_document(tmp_path: Path) -> None:
    (entry,) = rows(tmp_path, LOST)
    assert isinstance(entry, Entry)
    assert (entry.kind, entry.category) == (EntryKind.DOCUMENT, Category.STOLEN_DOCUMENT)
    assert (entry.action, entry.authority) == (Action.SEIZE_DOCUMENT, "Police")
    assert entry.documents == (DocumentKey("IDN", "X1234567", "P"),)
    assert entry.provenance == "sltd, reported 2026-01-15"


def test_the_id_stays_the_same_and_does_not_show_the_number(tmp_path: Path) -> None:
    (one,), (other,) = rows(tmp_path, LOST), rows(tmp_path, "idn, p ,x-123 4567,lost,,Other\n")
    assert isinstance(one, Entry)
    assert isinstance(other, Entry)
    assert one.entry_id == other.entry_id
    assert one.entry_id.startswith("sltd:")
    assert "1234567" not in one.entry_id


@pytest.mark.parametrize(
    ("status", "category"),
    [
        ("lost", Category.LOST_DOCUMENT),
        ("STOLEN", Category.STOLEN_DOCUMENT),
        ("stolen_blank", Category.STOLEN_BLANK_DOCUMENT),
        ("revoked", Category.REVOKED_DOCUMENT),
    ],
)
def test_every_status(tmp_path: Path, status: str, category: Category) -> None:
    (entry,) = rows(tmp_path, LOST.replace("stolen", status))
    assert isinstance(entry, Entry)
    assert entry.category is category


def test_columns_in_any_order_optional_ones_missing_semicolons_template(tmp_path: Path) -> None:
    (entry,) = rows(tmp_path, "Police;lost;A1;IDN\n", "authority;status;number;issuer\n")
    assert isinstance(entry, Entry)
    assert entry.documents == (DocumentKey("IDN", "A1", ""),)
    assert [type(row) for row in rows(tmp_path, TEMPLATE, "")] == [Entry]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("QQQ,P,X1,lost,,Police", "issuer"),
        (",P,X1,lost,,Police", "issuer"),
        ("IDN,passport,X1,lost,,Police", "code"),
        ("IDN,P,,lost,,Police", "number"),
        ("IDN,P,---,lost,,Police", "number"),
        ("IDN,P,X1234567890123456789012345678901234567890,lost,,Police", "number"),
        ("IDN,P,X1é,lost,,Police", "number"),
        ("IDN,P,X1,found,,Police", "status"),
        ("IDN,P,X1,lost,2026-02-30,Police", "reported_on"),
        ("IDN,P,X1,lost,30/01/2026,Police", "reported_on"),
        ("IDN,P,X1,lost,2026,Police", "reported_on"),
        ("IDN,P,X1,lost,,", "authority"),
        ("IDN,P,X1,lost,,Police,more", "row"),
        ("IDN,P,X1", "row"),
        ('IDN,P,"X1,lost,,Police', "row"),
    ],
)
def test_a_bad_row_is_rejected_with_its_line_and_stops_no_other(tmp_path: Path, row: str, told: str) -> None:
    first, second, *_ = rows(tmp_path, f"{LOST}{row}\n")
    assert isinstance(first, Entry)
    assert isinstance(second, Rejected)
    assert (second.line, second.reason.split(":")[0]) == (3, told)
    assert "X1" not in second.reason


def test_a_document_that_stands_twice_is_rejected_with_both_lines(tmp_path: Path) -> None:
    again = LOST.replace("X1234567", "x 1234567").replace("Police", "Other")
    found = rows(tmp_path, LOST + "IDN,P,A1,lost,,Police\n" + again)
    assert [type(row) for row in found] == [Entry, Entry, Rejected]
    assert found[2] == Rejected(4, "number: this document stands in line 2 already")


def test_a_document_that_stands_in_two_files_is_rejected_with_both_places(tmp_path: Path) -> None:
    files = [written(tmp_path, LOST_HEADING + LOST, name) for name in ("one", "two")]
    assert list(read(files, "sltd"))[1] == Rejected(2, "number: this document stands in line 2 of file 1 already")


def test_a_rejected_row_does_not_hide_the_good_one_with_its_number(tmp_path: Path) -> None:
    found = rows(tmp_path, LOST.replace("stolen", "found") + LOST)
    assert [type(row) for row in found] == [Rejected, Entry]


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("", "columns missing"),
        ("issuer,number,status\n", "authority"),
        ("issuer,number,status,authority,holder\n", "unknown"),
        ("issuer,number,status,authority,number\n", "doubled"),
        ("<xml/>\n", "columns missing"),
    ],
)
def test_wrong_columns_are_refused(tmp_path: Path, heading: str, told: str) -> None:
    with pytest.raises(LintasError, match=told) as caught:
        rows(tmp_path, "", heading)
    assert caught.value.reason == "LIST_FORMAT"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    (entry,) = read([written(tmp_path, (LOST_HEADING + LOST.replace("Police", "Policía")).encode(encoding))], "sltd")
    assert isinstance(entry, Entry)
    assert entry.authority == "Policía"


def test_a_cut_gzip_file_is_refused(tmp_path: Path) -> None:
    body = "".join(f"IDN,P,X{n:07},lost,,Police\n" for n in range(5_000))
    packed = gzip.compress((LOST_HEADING + body).encode())
    with pytest.raises(LintasError, match="gzip"):
        list(read([written(tmp_path, packed[: len(packed) // 2])], "sltd"))


def peak_bytes_of(folder: Path, count: int) -> int:
    body = "".join(f"IDN,P,X{n:07},lost,2026-01-15,{'Police ' * 10}\n" for n in range(count))
    path = written(folder, LOST_HEADING + body)
    tracemalloc.start()
    assert sum(isinstance(row, Entry) for row in read([path], "sltd")) == count
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak_bytes


def test_the_fast_reading_rejects_the_same_rows(tmp_path: Path) -> None:
    body = "".join(
        (
            LOST,
            "QQQ,P,X1,found,,Police\n",
            "IDN,passport,,lost,,Police\n",
            "IDN,P,---,found,,\n",
            "IDN,P,X1é,lost,,Police\n",
            "IDN,P,X1,lost,2026-02-30,Police\n",
            "\n",
            "IDN,P\n",
            "IDN,P,X1,lost,,Police,more\n",
            "idn, p , x-12 3 ,LOST, ,Police\n",
            f"IDN,P,{'X' * 33},lost,,Police\n",
            "IDN,P,²³,lost,,Police\n",
        )
    )
    path = written(tmp_path, LOST_HEADING + body)
    plain, fast = list(read([path], "l")), list(read_encoded([path], "l"))
    told = [from_json(row.text) if isinstance(row, Encoded) else row for row in fast]
    assert told == plain
    assert [row.line for row in plain if isinstance(row, Rejected)] == [3, 4, 5, 6, 7, 9, 10, 12, 13]


TEXTS = st.text(min_size=1, max_size=30).map(lambda text: text.replace('"', '""'))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    authority=TEXTS,
    number=st.from_regex(r"[A-Za-z0-9]([A-Za-z0-9 ./<-]{0,5}[A-Za-z0-9<])?", fullmatch=True),
    code=st.sampled_from(["P", "pd", "V<", ""]),
    status=st.sampled_from(["lost", "stolen", "stolen_blank", "revoked"]),
    day=st.sampled_from(["", "2026-01-15"]),
)
def test_the_fast_reading_says_what_the_plain_one_says(
    tmp_path: Path, authority: str, number: str, code: str, status: str, day: str
) -> None:
    body = f'IDN,{code},{number},{status},{day},"{authority}"\n'
    path = written(tmp_path, (LOST_HEADING + body).encode("utf-8", "replace"))
    for plain, fast in zip(read([path], "l"), read_encoded([path], "l"), strict=True):
        if isinstance(plain, Rejected):
            assert fast == plain
        else:
            assert isinstance(fast, Encoded)
            assert from_json(fast.text) == plain
            assert fast.text == to_json(plain)
            assert (fast.entry_id, fast.pattern.kind, fast.pattern.category) == (
                plain.entry_id,
                "document",
                plain.category.value,
            )
            assert fast.number == compact_number(plain)


def test_memory_grows_by_a_few_bytes_a_row(tmp_path: Path) -> None:
    peak_bytes_of(tmp_path, 20_000)  # what is loaded once
    assert peak_bytes_of(tmp_path, 60_000) - peak_bytes_of(tmp_path, 20_000) < 40_000 * 20


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(tail=st.binary(max_size=200))
def test_any_bytes_after_a_good_row_raise_nothing(tmp_path: Path, tail: bytes) -> None:
    assert isinstance(rows(tmp_path, LOST.encode() + tail)[0], Entry)
