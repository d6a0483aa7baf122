"""The kit's own words in both languages, and how numbers and times are written.

Every message says what happened, whether the answer is safe, and what to do next.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from babel.dates import format_date
from babel.numbers import format_decimal

if TYPE_CHECKING:
    from casekit.frozen import Language

WORDS: dict[str, tuple[str, str]] = {
    # the state of a card
    "not-sent": (
        "Belum dikirim.",
        "Not sent yet.",
    ),
    "draft-kept": (
        "Belum dikirim. Yang diketik tersimpan di komputer ini.",
        "Not sent yet. What you typed is kept on this computer.",
    ),
    "sending": (
        "Mengirim … Bila ini tidak berubah, tekan sekali lagi.",
        "Sending … If this does not change, press once more.",
    ),
    "locked-at": (
        "Tersimpan pukul {time} dan terkunci.",
        "Saved at {time} and locked.",
    ),
    "locked": (
        "Terkunci. Pertanyaan ini sudah ditutup.",
        "Locked. This question is closed.",
    ),
    "mend": (
        "Belum dikirim. Perbaiki bagian yang ditandai; isian tidak hilang.",
        "Not sent. Mend the part that is marked; nothing you typed is lost.",
    ),
    "trouble": (
        "Belum tersimpan: komputer ini menolak menulis. Isian tetap ada; coba lagi.",
        "Not saved: this computer refused to write. What you typed stays; try again.",
    ),
    "draft-lost": (
        "Belum dikirim, dan konsepnya tidak dapat disimpan. Kirim sekarang.",
        "Not sent, and the draft cannot be kept. Send it now.",
    ),
    "not-this": (
        "Yang tampil ialah jawaban yang tersimpan; isian lain di sini tidak dikirim.",
        "What you see is the stored answer; anything else typed here was not sent.",
    ),
    "old-wording": (
        "Rumusan pertanyaan ini berubah sesudah Bapak/Ibu menjawab.",
        "This question's wording has changed since you answered.",
    ),
    # what a card says beside its controls
    "commit": ("Simpan dan kunci", "Save and lock"),
    "commit-help": (
        "Sesudah dikunci, jawaban tidak dapat diubah.",
        "Once locked, the answer cannot be changed.",
    ),
    "choose": ("– pilih –", "– choose –"),
    "your-choice": ("Pilihan Bapak/Ibu", "Your choice"),
    "your-text": ("Jawaban Bapak/Ibu", "Your answer"),
    "low": ("Batas bawah", "Lower bound"),
    "guess": ("Perkiraan terbaik", "Best guess"),
    "high": ("Batas atas", "Upper bound"),
    "interval-help": (
        "Rentang 80 %: dari 10 rentang seperti ini, sekitar 8 memuat angkanya.",
        "An 80 % interval: of 10 such intervals, about 8 hold the number.",
    ),
    "confidence": ("Seberapa yakin Bapak/Ibu?", "How sure are you?"),
    "confidence-step": ("{confidence} %", "{confidence}%"),
    "sharing": ("Siapa yang boleh membaca kata-kata ini?", "Who may read these words?"),
    "sharing-counted": ("Hanya dihitung", "Counted only"),
    "sharing-text": (
        "Boleh ditampilkan tanpa nama",
        "May be shown without a name",
    ),
    "characters": ("{length} dari {limit} karakter", "{length} of {limit} characters"),
    "resolution": ("Yang menentukan: {sentence}", "What decides: {sentence}"),
    "unscored": (
        "Tidak dinilai: sumber-sumbernya tidak sepakat.",
        "Not scored: the sources disagree.",
    ),
    # wrong answers; keys are AnswerError codes
    "choice-missing": ("Pilih salah satu.", "Choose one."),
    "choice-unknown": (
        "Pilihan ini tidak ada. Pilih salah satu dari daftar.",
        "There is no such option. Choose one from the list.",
    ),
    "label-missing": (
        "Pilih label untuk pernyataan ini.",
        "Choose a label for this statement.",
    ),
    "number-missing": ("Isi angka.", "Enter a number."),
    "number-wrong": (
        "Ini bukan angka. Tulis seperti 1.250 atau 12,5.",
        "This is not a number. Write it like 1,250 or 12.5.",
    ),
    "number-outside": (
        "Angka harus antara {least} dan {most}.",
        "The number must lie between {least} and {most}.",
    ),
    "bounds-crossed": (
        "Batas bawah lebih besar daripada batas atas. Tukar atau perbaiki.",
        "The lower bound is above the upper bound. Swap or correct them.",
    ),
    "guess-outside": (
        "Perkiraan terbaik harus di antara kedua batas.",
        "The best guess must lie between the two bounds.",
    ),
    "text-missing": ("Tulis jawaban di sini.", "Write your answer here."),
    "text-wrong": ("Jawaban harus berupa kata-kata.", "The answer must be words."),
    "text-too-long": (
        "{length} karakter; paling banyak {limit}. Mohon diringkas; isian tetap ada.",
        "{length} characters; at most {limit}. Please shorten it; nothing is lost.",
    ),
    "answer-wrong": (
        "Jawaban ini tidak terbaca. Isi kembali kartu ini.",
        "This answer cannot be read. Fill in the card again.",
    ),
    "confidence-missing": ("Pilih seberapa yakin.", "Choose how sure you are."),
    "confidence-wrong": (
        "Keyakinan ditulis dari 50 sampai 100 persen.",
        "Confidence runs from 50 to 100 per cent.",
    ),
    "sharing-wrong": (
        "Pertanyaan ini hanya dihitung.",
        "This question is only counted.",
    ),
    # exhibits, reveals, sources
    "source": ("Sumber", "Source"),
    "sources": ("Sumber", "Sources"),
    "sources-count": (
        "Sumber untuk bagian ini: {count}.",
        "Sources for this part: {count}.",
    ),
    "claim": ("klaim", "claim"),
    "promotional": (
        "dekat dengan pihak yang diberitakan",
        "close to the party reported on",
    ),
    "undated": ("tanpa tanggal", "undated"),
    "facts": ("Fakta", "Facts"),
    "code": ("Kode", "Code"),
    "grade-read": ("dibaca", "read"),
    "grade-secondary": (
        "melalui kutipan sumber lain: periksa naskah aslinya",
        "through another source: check the primary text",
    ),
    "grade-computed": ("dihitung", "computed"),
    "grade-unverified": ("belum diperiksa", "unverified"),
    "grade-simulated": ("hasil simulasi", "simulated"),
    "grade-assumed": ("asumsi", "assumed"),
    "sealed": (
        "Tertutup. Terbuka sesudah Bapak/Ibu mengunci jawaban di atas.",
        "Sealed. It opens once you have locked your answer above.",
    ),
    "ready": (
        "Jawaban Bapak/Ibu sudah terkunci. Silakan buka.",
        "Your answer is locked. You may open this.",
    ),
    "not-opened": (
        "Belum dapat dibuka: komputer ini sedang sibuk. Jawaban aman; coba lagi.",
        "Not opened: this computer is busy. Your answer is safe; try again.",
    ),
    "open-reveal": ("Buka", "Open"),
    "grade": ("Tingkat bukti", "Grade"),
    "your-forecast": (
        "Perkiraan Bapak/Ibu: {guess}, rentang {low}–{high}.",
        "Your forecast: {guess}, interval {low}–{high}.",
    ),
    "your-interval": ("rentang Bapak/Ibu", "your interval"),
    "rubric": ("Rubrik", "Rubric"),
    "level": ("Tingkat", "Level"),
    "sign": ("Tandanya", "What it looks like"),
    "level-1": ("1 Awal", "1 Beginning"),
    "level-2": ("2 Berkembang", "2 Developing"),
    "level-3": ("3 Cakap", "3 Capable"),
    "level-4": ("4 Teladan", "4 Exemplary"),
    "where": (
        "Jawaban disimpan di komputer ini, di berkas berikut.",
        "Your answers are kept on this computer, in this file.",
    ),
    "where-title": ("Tempat jawaban disimpan", "Where your answers are kept"),
    "where-show": ("Tampilkan tempatnya", "Show the place"),
    # simulators
    "model-card": (
        "Di dalam kotak kaca: asumsi, asal angka, dan yang tidak dimodelkan",
        "Inside the glass box: assumptions, where numbers come from, what is left out",
    ),
    "lever": ("Tuas", "Lever"),
    "default": ("Nilai bawaan", "Default"),
    "origin": ("Asalnya", "Where it comes from"),
    "assumptions": ("Asumsi", "Assumptions"),
    "not-modelled": ("Yang tidak dimodelkan", "What is not modelled"),
    "run-sealed": (
        "Simulasi terbuka sesudah kebijakan di atas dikunci.",
        "The simulation opens once the policy above is locked.",
    ),
    "run-ready": (
        "Kebijakan sudah terkunci. Silakan jalankan simulasinya.",
        "The policy is locked. You may run the simulation.",
    ),
    "run": ("Jalankan simulasi", "Run the simulation"),
    "run-failed": (
        "Simulasi tidak berjalan. Jawaban aman; geser satu tuas untuk mencoba lagi.",
        "The simulation did not run. Your answer is safe; move a lever to try again.",
    ),
    "what-if": ("Bagaimana jika …?", "What if …?"),
    "what-if-help": (
        "Geser satu tuas; gambar dan angka ikut berubah. Yang terkunci tetap terkunci.",
        "Move a lever; picture and numbers follow. What is locked stays locked.",
    ),
    "break": ("Patahkan model", "Break the model"),
    "unbroken": ("Semua asumsi berlaku", "All assumptions hold"),
    "draw-again": ("Ulangi dengan undian lain", "Run again with another draw"),
    "draw-number": ("Undian acak nomor {seed}.", "Random draw number {seed}."),
    "outcome": ("Hasil", "Outcome"),
    "predicted": ("Perkiraan Bapak/Ibu", "Your prediction"),
    "committed": ("Kebijakan terkunci", "Locked policy"),
    "this-try": ("Percobaan ini", "This try"),
    "closed-form": ("Menurut rumus", "By the formula"),
    "no-number": ("tak ada angkanya", "no number"),
    "figures-behind": ("Angka di balik gambar", "The numbers behind the picture"),
    # what a class may see
    "too-few": (
        "Belum cukup jawaban untuk ditampilkan tanpa menunjuk orang.",
        "Too few answers to show without pointing at someone.",
    ),
    "merged": ("lainnya (sel kecil digabung)", "others (small cells merged)"),
    "median": ("median", "median"),
    "nearly-all": ("≥ 90 %", "≥ 90%"),
    # the Wall Room's simulator
    "wallroom-curve": (
        (
            "Pada ambang {threshold}, laporan gawat darurat menunggu rata-rata "
            "{emergency} menit dan semua warga {everyone} menit. Menurut rumus, "
            "gawat darurat paling cepat dilayani pada ambang sekitar {best}, yaitu "
            "{least} menit."
        ),
        (
            "At threshold {threshold}, emergencies wait {emergency} minutes on "
            "average and all citizens {everyone} minutes. By the formula "
            "emergencies are served soonest at a threshold of about {best}: {least} "
            "minutes."
        ),
    ),
    "wallroom-curve-broken": (
        (
            "Pada ambang {threshold}, laporan gawat darurat menunggu rata-rata "
            "{emergency} menit dan semua warga {everyone} menit. Garis menunjukkan "
            "apa yang akan terjadi bila semua asumsi berlaku; titik menunjukkan apa "
            "yang terjadi sekarang."
        ),
        (
            "At threshold {threshold}, emergencies wait {emergency} minutes on "
            "average and all citizens {everyone} minutes. The lines show what would "
            "happen if every assumption held; the points show what happens now."
        ),
    ),
    "wallroom-who-waits": (
        (
            "Yang paling lama menunggu ialah laporan yang tidak ditandai mendesak, "
            "termasuk gawat darurat yang terlewat: kira-kira {missed} laporan dalam "
            "sehari semalam."
        ),
        (
            "Reports that are not flagged urgent wait longest, missed emergencies "
            "among them: about {missed} reports in a day and night."
        ),
    ),
    "wallroom-growth": (
        (
            "Regu tidak sanggup mengejar: antrean tumbuh terus, dan pada akhir jam "
            "kedelapan sudah {waiting} laporan menunggu."
        ),
        (
            "The crews cannot keep up: the queue keeps growing, and by the end of "
            "the eighth hour {waiting} reports are waiting."
        ),
    ),
    "wallroom-growth-surge": (
        (
            "Lonjakan berlangsung dua jam, tetapi antreannya tidak ikut berakhir: "
            "pada akhir jam kedelapan masih {waiting} laporan menunggu."
        ),
        (
            "The surge lasts two hours, but its queue does not end with it: by the "
            "end of the eighth hour {waiting} reports are still waiting."
        ),
    ),
    "wallroom-overload": (
        (
            "Antrean tumbuh terus: laporan datang lebih cepat daripada yang sanggup "
            "ditangani semua regu, juga laporan yang ditandai mendesak. Tidak ada "
            "rata-rata waktu tunggu; tambahlah regu atau kurangi laporan."
        ),
        (
            "The queue keeps growing: reports come in faster than all crews can "
            "handle, even those flagged urgent. There is no average wait; add crews "
            "or have fewer reports."
        ),
    ),
    "wallroom-rest-endless": (
        (
            "Antrean tumbuh terus: regu hanya sanggup melayani laporan yang "
            "ditandai mendesak; yang lain menunggu tanpa akhir, termasuk gawat "
            "darurat yang terlewat. Tidak ada rata-rata waktu tunggu; tambahlah "
            "regu atau kurangi laporan."
        ),
        (
            "The queue keeps growing: the crews only keep up with reports flagged "
            "urgent; the rest wait without end, missed emergencies among them. "
            "There is no average wait; add crews or have fewer reports."
        ),
    ),
    "wallroom-reserve-endless": (
        (
            "Regu cadangan terlalu banyak: regu yang tersisa tidak sanggup melayani "
            "laporan yang tidak ditandai mendesak, sehingga mereka menunggu tanpa "
            "akhir, termasuk gawat darurat yang terlewat. Tanpa cadangan, antrean "
            "ini terkejar."
        ),
        (
            "Too many crews are kept in reserve: those left cannot keep up with "
            "reports that are not flagged, which wait without end, missed "
            "emergencies among them. Without a reserve this queue could be served."
        ),
    ),
    "wallroom-class": (
        (
            "{count} kebijakan sekelas. Pada {endless} di antaranya antrean tumbuh "
            "terus; yang itu tidak digambar."
        ),
        (
            "The policies of a class: {count}. Under {endless} of them the queue "
            "keeps growing; those are not drawn."
        ),
    ),
    "wallroom-class-median": ("median kelas", "median of the class"),
    "wallroom-endless": ("tanpa akhir", "without end"),
    "wallroom-nobody": ("tidak ada", "nobody"),
    "wallroom-threshold": ("Ambang", "Threshold"),
    "wallroom-crews": ("Regu", "Crews"),
    "wallroom-reserve": ("Cadangan", "Reserve"),
    "wallroom-emergency": ("Menit tunggu gawat darurat", "Minutes emergencies wait"),
    "wallroom-flagged": ("Ditandai mendesak (%)", "Flagged urgent (%)"),
    "wallroom-emergency-law": ("Gawat darurat, rumus", "Emergencies, formula"),
    "wallroom-everyone-law": ("Semua warga, rumus", "All citizens, formula"),
    "wallroom-emergency-seen": ("Gawat darurat, simulasi", "Emergencies, simulation"),
    "wallroom-everyone-seen": ("Semua warga, simulasi", "All citizens, simulation"),
    "wallroom-emergency-line": ("Gawat darurat", "Emergencies"),
    "wallroom-everyone-line": ("Semua warga", "All citizens"),
    "wallroom-line-and-points": (
        "garis: menurut rumus; titik: simulasi ± 2 galat baku",
        "line: by the formula; point: simulation ± 2 standard errors",
    ),
    "wallroom-line-unbroken": (
        "garis: bila semua asumsi berlaku; titik: simulasi ± 2 galat baku",
        "line: if every assumption held; point: simulation ± 2 standard errors",
    ),
    "wallroom-across": (
        "Ambang: makin ke kanan, makin sedikit laporan yang ditandai mendesak",
        "Threshold: further right, fewer reports are flagged urgent",
    ),
    "wallroom-up": ("Menit menunggu", "Minutes of waiting"),
    "wallroom-chosen": ("pilihan ini", "this choice"),
    "wallroom-figure": ("{value} menit", "{value} min"),
    "wallroom-who": ("Laporan", "Reports"),
    "wallroom-an-hour": ("Per jam", "An hour"),
    "wallroom-minutes": ("Menit menunggu", "Minutes of waiting"),
    "wallroom-lost": ("Menutup telepon (%)", "Hang up (%)"),
    "wallroom-emergencies-flagged": (
        "Gawat darurat, ditandai mendesak",
        "Emergencies, flagged urgent",
    ),
    "wallroom-emergencies-missed": ("Gawat darurat, terlewat", "Emergencies, missed"),
    "wallroom-others-flagged": (
        "Bukan gawat darurat, ditandai mendesak",
        "No emergency, flagged urgent",
    ),
    "wallroom-others-missed": (
        "Bukan gawat darurat, tidak ditandai",
        "No emergency, not flagged",
    ),
    "wallroom-rate": ("{rate} per jam", "{rate} an hour"),
    "wallroom-seldom": ("satu per {hours} jam", "one in {hours} hours"),
    "wallroom-hour": ("Jam sejak awal malam", "Hours into the evening"),
    "wallroom-waiting": ("Laporan yang menunggu", "Reports waiting"),
    "wallroom-grows": (
        "menurut rumus: (datang − tertangani) × waktu",
        "by the formula: (arriving − handled) × time",
    ),
    "wallroom-surge": ("lonjakan", "surge"),
    "wallroom-some-crews": ("{crews} regu", "{crews} crews"),
    "wallroom-with-reserve": (
        "berongga: ada regu cadangan",
        "hollow: with crews in reserve",
    ),
}


def say(key: str, language: Language, **amounts: object) -> str:
    """A sentence of the kit, its places filled and its numbers in the language's form.

    >>> say("characters", "id", length=1281, limit=280)
    '1.281 dari 280 karakter'
    """
    sentence = WORDS[key][0 if language == "id" else 1]
    told = {
        name: number(amount, language) if isinstance(amount, int | float) else amount
        for name, amount in amounts.items()
    }
    return sentence.format(**told)


def number(value: float, language: Language) -> str:
    """A number as the language writes it; up to four decimals, none invented.

    >>> number(1228, "id"), number(85.4, "id"), number(1228.5, "en")
    ('1.228', '85,4', '1,228.5')
    """
    return str(format_decimal(value, format="#,##0.####", locale=language))


def day(value: str, language: Language) -> str:
    """A year, month or day as the language writes it.

    >>> day("2019-05-16", "id"), day("2019-05", "en"), day("2019", "id")
    ('16 Mei 2019', 'May 2019', '2019')
    """
    parts = [int(part) for part in value.split("-")]
    form = ("y", "MMMM y", "d MMMM y")[len(parts) - 1]
    year, month, day_of_month = (*parts, 1, 1)[:3]
    return str(format_date(date(year, month, day_of_month), form, locale=language))


def clock(value: datetime, language: Language) -> str:
    """The time of day, 10.42 in Indonesian and 10:42 in English.

    >>> clock(datetime(2019, 5, 16, 10, 42), "id")
    '10.42'
    """
    return f"{value:%H.%M}" if language == "id" else f"{value:%H:%M}"


LONGEST = 15  # characters; beyond that a float is no longer exact
_NUMBERS = {
    "id": re.compile(r"^[-+]?([0-9]{1,3}(\.[0-9]{3})+|[0-9]+)(,[0-9]{1,4})?$"),
    "en": re.compile(r"^[-+]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]{1,4})?$"),
}


def parse_number(text: str, language: Language) -> float | int | None:
    """The number a person typed, or None where it is not one in this language.

    Four decimals at most, as many as `number` writes.

    >>> [parse_number(typed, "id") for typed in ("1.250", "12,5", "1.5")]
    [1250, 12.5, None]
    """
    typed = text.strip().replace("\u00a0", "")
    if len(typed) > LONGEST or not _NUMBERS[language].match(typed):
        return None
    group, decimal = (".", ",") if language == "id" else (",", ".")
    plain = typed.replace(group, "").replace(decimal, ".")
    return float(plain) if "." in plain else int(plain)
