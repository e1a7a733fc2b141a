"""What the service's stable reasons mean to somebody at a counter: what happened, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from console.web.classroom.reasons import CLASSROOM_REASONS
from ledger.text import Text

_NOT_A_PICTURE: Final = (
    Text(id="Berkas ini bukan gambar yang dapat dibaca", en="This file is no picture that can be read"),
    Text(
        id="Kirim JPEG, PNG, WebP atau TIFF yang utuh, atau foto ulang halamannya.",
        en="Send a whole JPEG, PNG, WebP or TIFF, or photograph the page again.",
    ),
)
_BUSY: Final = (
    Text(id="Terlalu banyak dokumen sekaligus", en="Too many documents at once"),
    Text(id="Tunggu beberapa detik, lalu coba lagi.", en="Wait a few seconds, then try again."),
)
REASONS: Final[Mapping[str, tuple[Text, Text]]] = {
    "IMAGE_NOT_DECODABLE": _NOT_A_PICTURE,
    "IMAGE_FORMAT_UNSUPPORTED": _NOT_A_PICTURE,
    "IMAGE_EMPTY": _NOT_A_PICTURE,
    "IMAGE_TRUNCATED": (
        Text(id="Gambar ini terpotong", en="The end of this picture is missing"),
        Text(id="Kirim sekali lagi, atau foto ulang halamannya.", en="Send it again, or photograph the page again."),
    ),
    "IMAGE_TOO_LARGE": (
        Text(id="Gambar terlalu besar", en="The picture is too large"),
        Text(
            id="Paling besar 8 MiB dan 25 megapiksel. Kirim foto yang lebih kecil.",
            en="At most 8 MiB and 25 megapixels. Send a smaller picture.",
        ),
    ),
    "PRESENTATION_EMPTY": (
        Text(id="Belum ada dokumen", en="No document yet"),
        Text(
            id="Pilih gambar halaman data, atau ketik baris MRZ.",
            en="Choose a picture of the data page, or type the MRZ lines.",
        ),
    ),
    "READING_BUSY": _BUSY,
    "READING_FAILED": (
        Text(id="Gambar ini tidak dapat dibaca", en="This picture could not be read"),
        Text(id="Foto ulang halamannya, atau ketik baris MRZ.", en="Photograph the page again, or type the MRZ lines."),
    ),
    "ETAG_STALE": (
        Text(id="Kasus ini sudah berubah", en="This case has changed meanwhile"),
        Text(
            id="Orang lain sudah mencatat sesuatu. Muat ulang, lihat, lalu putuskan.",
            en="Somebody else recorded something. Load it again, look, then decide.",
        ),
    ),
    "REQUEST_ID_REUSED": (
        Text(id="Formulir ini sudah terkirim", en="This form was sent already"),
        Text(id="Muat ulang halaman untuk melihat hasilnya.", en="Load the page again to see what came of it."),
    ),
    "OWN_NATIONAL": (
        Text(id="Warga negara sendiri tidak pernah ditolak masuk", en="Own nationals are never refused arrival"),
        Text(
            id="Untuk keberangkatan, isi arah perjalanan dan periksa lagi; untuk kedatangan, pilih keputusan lain.",
            en="For a departure, set the direction and examine again; for an arrival, choose another decision.",
        ),
    ),
    "REASON_REQUIRED": (
        Text(id="Keputusan ini memerlukan alasan", en="This decision needs a reason"),
        Text(id="Pilih alasannya dari daftar.", en="Choose the reason from the list."),
    ),
    "EMERGENCY_ONLY_PROTECTS": (
        Text(id="Keadaan darurat hanya untuk perlindungan", en="Only protection can be an emergency"),
        Text(id="Hapus tanda darurat, atau pilih Lindungi.", en="Take the emergency mark away, or choose Protect."),
    ),
    "SECOND_PERSON_IS_FIRST": (
        Text(id="Orang kedua haruslah orang lain", en="A second person must be somebody else"),
        Text(
            id="Mintalah rekan masuk dengan akunnya sendiri dan menegaskannya di sana.",
            en="Ask a colleague to sign in with their own account and confirm it there.",
        ),
    ),
    "DECISION_NOT_AWAITING": (
        Text(id="Keputusan itu tidak menunggu siapa pun", en="That decision awaits nobody"),
        Text(id="Muat ulang halaman untuk melihat keadaannya.", en="Load the page again to see how it stands."),
    ),
    "CASE_UNKNOWN": (
        Text(id="Tidak ada kasus seperti itu", en="There is no such case"),
        Text(id="Periksa alamatnya, atau cari di daftar kasus.", en="Look at the address, or find it among the cases."),
    ),
    "ID_AMBIGUOUS": (
        Text(id="Beberapa nomor berawal sama", en="Several ids begin so"),
        Text(id="Tulis lebih banyak dari nomornya.", en="Give more of the id."),
    ),
    "NO_SERVICE": (
        Text(id="Layanan pemeriksaan tidak menjawab", en="The examination service does not answer"),
        Text(
            id="Periksa dokumen secara manual dan beri tahu penyelia.",
            en="Examine documents by hand and tell the supervisor.",
        ),
    ),
    "LAST_ADMINISTRATOR": (
        Text(id="Administrator terakhir tidak dapat dihapus", en="The last administrator stays"),
        Text(id="Buat administrator lain dahulu.", en="Create another administrator first."),
    ),
    "ACCOUNT_STALE": (
        Text(id="Akun ini sudah berubah", en="This account has changed meanwhile"),
        Text(id="Muat ulang, lalu coba lagi.", en="Load it again, then try once more."),
    ),
    "ACCOUNT_UNKNOWN": (
        Text(id="Tidak ada akun seperti itu", en="There is no such account"),
        Text(id="Lihat daftar akun.", en="Look at the list of accounts."),
    ),
    "INDICATOR_UNKNOWN": (
        Text(id="Isyarat itu tidak ada dalam katalog", en="That cue is not in the catalogue"),
        Text(id="Muat ulang halaman dan pilih lagi.", en="Load the page again and choose once more."),
    ),
    **CLASSROOM_REASONS,
}
