"""The words that rules may use: every fact by name, with its type and what it means.

Who a person is has no word here: a rule cannot speak of nationality, sex, ethnicity, religion, name, dress, disability
or origin, because there is nothing to name them with. verifier.indicators.protected finds the attempt all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Final

from ledger.text import Text
from verifier.model.check import CheckResult
from verifier.model.journey import BookingStatus, Direction, Payer

_QUESTIONS_ONLY: Final = frozenset({"journey.route_in_advisory", "hits.only_similar"})


class FactType(Enum):
    """What values a fact takes."""

    YES_NO = "yes_no"
    NUMBER = "number"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Fact:
    """One word of the rule language. `text` completes 'it is not known …'.

    `selects_questions_only`: a route or a likeness of names; no rule that counts may use it.
    """

    name: str
    type: FactType
    text: Text
    choices: frozenset[str] = frozenset()
    selects_questions_only: bool = False


def _yes_no(name: str, en: str, indonesian: str) -> Fact:
    return Fact(name, FactType.YES_NO, Text(id=indonesian, en=en), selects_questions_only=name in _QUESTIONS_ONLY)


def _number(name: str, en: str, indonesian: str) -> Fact:
    return Fact(name, FactType.NUMBER, Text(id=indonesian, en=en))


def _choice(name: str, values: type[Enum], en: str, indonesian: str) -> Fact:
    return Fact(name, FactType.CHOICE, Text(id=indonesian, en=en), frozenset(each.value for each in values))


_TRAVELLER: Final = (
    _number("traveller.age_years", "how old the traveller is", "berapa umur pelintas"),
    _yes_no(
        "traveller.ages_contradict",
        "whether one record makes the traveller an adult and another a child",
        "apakah satu catatan menyebut pelintas dewasa dan catatan lain menyebut anak",
    ),
    _yes_no(
        "traveller.digits_fit_a_child",
        "whether the check digits were computed for a birth date under 18",
        "apakah angka pemeriksa dihitung untuk tanggal lahir di bawah 18 tahun",
    ),
)
_JOURNEY: Final = (
    _choice("journey.direction", Direction, "which way the border is crossed", "ke arah mana perbatasan dilintasi"),
    _yes_no("journey.is_visit", "whether the purpose is a visit", "apakah tujuannya kunjungan"),
    _yes_no("journey.is_for_work", "whether the traveller goes to work", "apakah pelintas berangkat untuk bekerja"),
    _number("journey.stay_days", "how long the stay is to be", "berapa lama rencana tinggal"),
    _yes_no(
        "journey.receiver_is_verified",
        "whether the person who receives the traveller was checked",
        "apakah penjemput sudah diperiksa",
    ),
    _yes_no("journey.was_deported", "whether the traveller was deported", "apakah pelintas dideportasi"),
    _yes_no("journey.is_overstay", "whether the permitted stay was exceeded", "apakah izin tinggal terlampaui"),
    _yes_no(
        "journey.route_in_advisory",
        "whether a valid advisory describes the route",
        "apakah rute tercantum dalam peringatan yang berlaku",
    ),
    _yes_no(
        "placement.is_registered",
        "whether the placement registry knows the traveller",
        "apakah pelintas tercatat di sistem penempatan",
    ),
    _yes_no("visa.is_for_work", "whether the visa allows work", "apakah visanya visa kerja"),
    _number("visa.days_beyond", "how the planned stay compares with the visa", "apakah rencana tinggal melebihi visa"),
)
_BOOKING: Final = (
    _yes_no("booking.is_one_way", "whether a return or onward ticket exists", "apakah ada tiket pulang atau lanjutan"),
    _choice("booking.status", BookingStatus, "whether the booking exists", "apakah pemesanannya benar ada"),
    _number("booking.hours_ahead", "when the ticket was bought", "kapan tiket dibeli"),
    _yes_no("booking.is_paid_in_cash", "whether the ticket was paid in cash", "apakah tiket dibayar tunai"),
    _choice("booking.payer", Payer, "who paid for the journey", "siapa yang membayar perjalanan"),
    _number("booking.longest_stop_hours", "how long the longest stop is", "berapa lama transit yang terpanjang"),
    _yes_no(
        "booking.is_route_own_choice",
        "whether the traveller chose the route",
        "apakah pelintas sendiri yang memilih rute",
    ),
    _yes_no(
        "booking.has_consecutive_documents",
        "whether documents in the booking have consecutive numbers",
        "apakah nomor dokumen dalam pemesanan berurutan",
    ),
)
_DOCUMENT: Final = (
    _number("document.age_days", "when the document was issued", "kapan dokumen diterbitkan"),
    _yes_no(
        "document.is_issued_far_from_home",
        "whether the document was issued far from the address on file",
        "apakah dokumen diterbitkan jauh dari alamat yang tercatat",
    ),
    _yes_no("document.is_emergency", "whether it is an emergency document", "apakah ini dokumen darurat (SPLP)"),
    _yes_no("document.was_read_again", "whether the document was read again", "apakah dokumen sudah dibaca ulang"),
    _yes_no(
        "document.is_reported",
        "whether the document is reported lost, stolen or revoked",
        "apakah dokumen dilaporkan hilang, dicuri, atau dicabut",
    ),
    _choice("checks.check_digits", CheckResult, "whether the check digits are right", "apakah angka pemeriksa benar"),
    _choice("checks.page", CheckResult, "whether MRZ and data page agree", "apakah MRZ cocok dengan halaman data"),
    _choice("checks.chip", CheckResult, "whether MRZ and chip agree", "apakah MRZ cocok dengan cip"),
    _choice("checks.state_codes", CheckResult, "whether the state codes exist", "apakah kode negara benar ada"),
)
_HITS: Final = (
    _yes_no("hits.protective", "whether a protective alert fits", "apakah ada peringatan perlindungan yang cocok"),
    _yes_no(
        "hits.protective_child",
        "whether a protective alert for a child fits",
        "apakah ada peringatan perlindungan anak yang cocok",
    ),
    _yes_no(
        "hits.only_similar", "whether a listed person is merely similar", "apakah hanya mirip dengan yang terdaftar"
    ),
)
_PARTY: Final = (
    _yes_no(
        "party.holds_travellers_documents",
        "whether somebody else holds the traveller's documents",
        "apakah dokumen pelintas dipegang orang lain",
    ),
    _yes_no(
        "party.has_parent_or_guardian",
        "whether a parent or guardian travels along",
        "apakah orang tua atau wali ikut bepergian",
    ),
    _yes_no("party.has_adult", "whether an adult travels along", "apakah ada orang dewasa yang ikut"),
    _yes_no("party.has_consent_paper", "whether a consent paper was shown", "apakah ada surat persetujuan"),
    _number(
        "party.unrelated_minors",
        "how many children one adult takes along who are not family",
        "berapa anak yang bukan keluarga dibawa satu orang dewasa",
    ),
    _number(
        "party.unrelated_adults",
        "how many adults who are not family travel together",
        "berapa orang dewasa yang bukan keluarga bepergian bersama",
    ),
    _yes_no(
        "party.contradicts_document",
        "whether a claimed relation contradicts the ages in the documents",
        "apakah hubungan yang diakui bertentangan dengan umur di dokumen",
    ),
    _yes_no(
        "party.denies_companion",
        "whether members of the party say that they do not know each other",
        "apakah anggota rombongan mengaku tidak saling kenal",
    ),
)
_HISTORY: Final = (
    _yes_no(
        "history.other_live_passport",
        "whether the same person used another valid passport",
        "apakah orang yang sama memakai paspor lain yang masih berlaku",
    ),
    _number(
        "history.minors_escorted",
        "how many different children the traveller took along in a year",
        "berapa anak berbeda yang dibawa dalam setahun",
    ),
    _number(
        "history.companions",
        "how many different people the traveller left with in 180 days",
        "dengan berapa orang berbeda pelintas berangkat dalam 180 hari",
    ),
    _number(
        "history.returned_alone_percent", "how often the traveller came back alone", "seberapa sering pulang sendirian"
    ),
    _number(
        "history.postponed_elsewhere_days_ago",
        "whether a departure was postponed at another post",
        "apakah keberangkatan baru ditunda di tempat lain",
    ),
    _yes_no(
        "history.contact_in_confirmed_case",
        "whether the contact appears in a confirmed case",
        "apakah kontaknya muncul dalam kasus terkonfirmasi",
    ),
    _number(
        "history.travellers_sharing_contact",
        "how many unrelated travellers shared the contact in 30 days",
        "berapa pelintas lain memakai kontak yang sama dalam 30 hari",
    ),
    _yes_no("history.agency_is_licensed", "whether the agency is licensed", "apakah biro perjalanannya berizin"),
    _number(
        "history.returned_trips",
        "how many similar trips ended in a timely return",
        "berapa perjalanan serupa yang pulang tepat waktu",
    ),
)

VOCABULARY: Final[Mapping[str, Fact]] = MappingProxyType(
    {
        fact.name: fact
        for group in (_TRAVELLER, _JOURNEY, _BOOKING, _DOCUMENT, _HITS, _PARTY, _HISTORY)
        for fact in group
    }
)
