"""The sample documents: invented persons, what is printed, and what Lintas should advise.

The dates hold for years: whatever is valid expires in 2033 or later, the expired one has been so since 2021.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ledger.text import Text


@dataclass(frozen=True, slots=True)
class Look:
    """How the page is drawn: colours are RGB."""

    paper: tuple[int, int, int]
    line: tuple[int, int, int]
    accent: tuple[int, int, int]
    skin: tuple[int, int, int] = (198, 160, 130)
    hair: tuple[int, int, int] = (45, 36, 34)
    clothes: tuple[int, int, int] = (62, 74, 98)
    long_hair: bool = False
    photographed: bool = False  # lying on a table, a little askew, instead of scanned
    skew_deg: float = 0.0
    exif_orientation: int = 1  # 6: stored lying on its side, as phones do, with the tag that says so


@dataclass(frozen=True, slots=True)
class SampleDocument:
    """One document. Dates are ISO; the MRZ is computed from the fields, then `overprint` alters it.

    `overprint` holds (line, column, character): what a forger, or a printer, put there instead.
    """

    file: str
    layout: str  # TD3 or TD1
    code: str  # as in the MRZ, with fillers
    issuing_state: str
    state_name: str
    title: str
    surname: str
    given_names: str
    number: str
    nationality: str
    birth_date: str
    birth_place: str
    sex: str
    issue_date: str
    expiry_date: str
    story: Text
    expected_advice: str
    look: Look
    expected_on_retry: str = ""
    personal_number: str = ""
    overprint: tuple[tuple[int, int, str], ...] = ()
    printed_expiry_date: str = ""


_PLAIN = SampleDocument(
    file="01_plain_passport.jpg",
    layout="TD3",
    code="P<",
    issuing_state="IDN",
    state_name="REPUBLIK INDONESIA",
    title="PASPOR / PASSPORT",
    surname="CENDANASARI",
    given_names="RATNA LESTARI",
    number="X7204518",
    nationality="IDN",
    birth_date="1991-04-17",
    birth_place="SEMARANG",
    sex="F",
    issue_date="2024-09-11",
    expiry_date="2034-09-11",
    story=Text(
        id="Paspor biasa yang sah: semua angka periksa benar dan tidak ada dalam daftar.",
        en="An ordinary valid passport: every check digit is right and nobody of that name is listed.",
    ),
    expected_advice="CLEAR",
    look=Look(paper=(232, 244, 238), line=(70, 140, 120), accent=(20, 92, 84), long_hair=True, clothes=(120, 40, 60)),
)

_ALTERED = SampleDocument(
    file="02_altered_expiry.jpg",
    layout="TD3",
    code="P<",
    issuing_state="BRN",
    state_name="NEGARA BRUNEI DARUSSALAM",
    title="PASPOT / PASSPORT",
    surname="NUR AMIRAH BINTI ZULFAKAR",
    given_names="",
    number="K40917236",
    nationality="BRN",
    birth_date="1988-12-02",
    birth_place="TUTONG",
    sex="F",
    issue_date="2020-03-25",
    expiry_date="2025-03-25",
    printed_expiry_date="2035-03-25",
    overprint=((1, 21, "3"),),
    story=Text(
        id="Tahun habis berlaku diubah dari 2025 menjadi 2035; angka periksanya masih yang lama, jadi tidak cocok.",
        en="The year of expiry was altered from 2025 to 2035; its check digits are still the old ones and do not fit.",
    ),
    expected_advice="RETRY",
    expected_on_retry="REFER",
    look=Look(paper=(236, 234, 246), line=(96, 92, 164), accent=(54, 48, 120), long_hair=True, hair=(60, 56, 84)),
)

_EXPIRED = SampleDocument(
    file="03_expired_phone_photo.jpg",
    layout="TD3",
    code="P<",
    issuing_state="PHL",
    state_name="REPUBLIKA NG PILIPINAS",
    title="PASAPORTE / PASSPORT",
    surname="MAGLAYA DELOS ARCOS",
    given_names="JOSE EMIL",
    number="P5582019B",
    nationality="PHL",
    birth_date="1984-06-30",
    birth_place="ILOILO CITY",
    sex="M",
    issue_date="2016-07-01",
    expiry_date="2021-06-30",
    story=Text(
        id="Foto telepon yang tersimpan miring 90 derajat (EXIF). Paspornya habis berlaku pada tahun 2021.",
        en="A phone photo that is stored lying on its side (EXIF). The passport expired in 2021.",
    ),
    expected_advice="REFER",
    look=Look(
        paper=(246, 238, 230),
        line=(176, 110, 84),
        accent=(128, 44, 38),
        photographed=True,
        skew_deg=2.5,
        exif_orientation=6,
        clothes=(70, 70, 74),
    ),
)

_LISTED = SampleDocument(
    file="04_watchlisted.jpg",
    layout="TD3",
    code="P<",
    issuing_state="HRV",
    state_name="REPUBLIKA HRVATSKA",
    title="PUTOVNICA / PASSPORT",
    surname="KOVARIČEK",
    given_names="DANILO ANTE",
    number="094417285",
    nationality="HRV",
    birth_date="1979-11-23",
    birth_place="OSIJEK",
    sex="M",
    issue_date="2023-05-16",
    expiry_date="2033-05-16",
    story=Text(
        id="Dokumennya baik, tetapi nama dan tanggal lahirnya sama dengan entri tangkal dalam daftar peragaan.",
        en="The document is sound, but name and date of birth are those of an entry ban on the demonstration list.",
    ),
    expected_advice="REFER",
    look=Look(paper=(232, 239, 248), line=(84, 122, 176), accent=(24, 58, 120), hair=(92, 70, 50)),
)

_NAMESAKE = replace(
    _LISTED,
    file="05_namesake.png",
    number="118203964",
    birth_date="1994-02-08",
    birth_place="ZADAR",
    issue_date="2024-01-30",
    expiry_date="2034-01-30",
    story=Text(
        id="Orang lain dengan nama yang sama: tanggal lahirnya berbeda, jadi entri itu bukan tentang dia.",
        en="Another person of the same name: the date of birth differs, so the entry is not about him.",
    ),
    expected_advice="CLEAR",
    look=replace(_LISTED.look, hair=(40, 34, 30), clothes=(52, 92, 80)),
)

_SPECIMEN = SampleDocument(
    file="06_utopia_specimen.jpg",
    layout="TD3",
    code="P<",
    issuing_state="UTO",
    state_name="UTOPIA",
    title="PASSPORT / PASSEPORT",
    surname="NIGHTINGALE",
    given_names="ESME ROSALIND",
    number="L46802137",
    nationality="UTO",
    birth_date="1986-10-05",
    birth_place="ZENITH",
    sex="X",
    issue_date="2025-02-14",
    expiry_date="2035-02-14",
    personal_number="ZE184226B",
    story=Text(
        id="Dokumen contoh dari negara rekaan Utopia: terbaca tanpa salah, tetapi tidak pernah dianjurkan lolos.",
        en="A specimen of the fictional state of Utopia: it reads without a fault and is still never advised clear.",
    ),
    expected_advice="REFER",
    look=Look(paper=(244, 242, 228), line=(150, 138, 70), accent=(96, 84, 24), long_hair=True, hair=(128, 74, 40)),
)

_CARD = SampleDocument(
    file="07_identity_card_photo.jpg",
    layout="TD1",
    code="ID",
    issuing_state="D<<",
    state_name="BUNDESREPUBLIK DEUTSCHLAND",
    title="PERSONALAUSWEIS / IDENTITY CARD",
    surname="BRANDSTÄTTNER",
    given_names="LIESELOTTE",
    number="LZ6P20TN4",
    nationality="D<<",
    birth_date="1996-08-19",
    birth_place="PASSAU",
    sex="X",
    issue_date="2023-08-02",
    expiry_date="2033-08-02",
    story=Text(
        id="Kartu identitas tiga baris di atas meja, agak miring; kode negara D dan jenis kelamin tidak dicetak.",
        en="An identity card of three lines on a table, a little askew; state code D, and no sex is printed.",
    ),
    expected_advice="CLEAR",
    look=Look(
        paper=(236, 243, 244),
        line=(104, 150, 150),
        accent=(36, 84, 96),
        photographed=True,
        skew_deg=-3.0,
        long_hair=True,
        hair=(150, 112, 66),
    ),
)

DOCUMENTS = (_PLAIN, _ALTERED, _EXPIRED, _LISTED, _NAMESAKE, _SPECIMEN, _CARD)
