"""What a teaching note and a run sheet say beside their authors' own words."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "note-title": ("Catatan pengajar", "Teaching note"),
    "note-run-sheet": ("Lembar acara", "Run sheet"),
    "note-instructor": (
        "Hanya untuk pengajar: yang tersegel tertulis di sini.",
        "For the instructor only: what is sealed is written here.",
    ),
    "note-contents": ("Isi", "Contents"),
    "note-page": ("Halaman {page} dari {pages}", "Page {page} of {pages}"),
    "note-percent": ("{share} %", "{share}%"),
    "note-none": ("Tidak ada.", "None."),
    # objectives and lengths
    "note-objective": ("Tujuan", "Objective"),
    "note-objectives": ("Tujuan", "Objectives"),
    "note-seen-in": ("Terlihat dalam jawaban atas", "Seen in the answers to"),
    "note-part": ("Bagian", "Part"),
    "note-own-length": ("Kelas {minutes} menit", "Class of {minutes} minutes"),
    "note-device": ("Sendiri di layar", "Alone on screen"),
    "note-group": ("Dalam kelompok", "In groups"),
    "note-plenary": ("Bersama", "Together"),
    "note-work": ("Jumlah menit kerja", "Working minutes"),
    "note-pauses": ("Jeda", "Pauses"),
    "note-whole": ("Seluruhnya", "In all"),
    "note-talk": ("Porsi bincang", "Share of talk"),
    "note-minutes-of": (
        "{minutes} menit: {device} di layar, {group} di kelompok, {plenary} bersama",
        (
            "{minutes} minutes: {device} on screen, {group} in groups, "
            "{plenary} together"
        ),
    ),
    "note-minutes-in": ("{minutes} dalam {version}", "{minutes} in {version}"),
    # the run sheet
    "note-clock": ("{hours}.{minutes}", "{hours}:{minutes}"),
    "note-start": ("Mulai", "Start"),
    "note-actual": ("Pukul", "Clock"),
    "note-where": ("Di mana", "Where"),
    "note-on-device": ("di layar", "on screen"),
    "note-in-group": ("di kelompok", "in groups"),
    "note-in-plenary": ("bersama", "together"),
    "note-do": ("Yang dilakukan", "What is done"),
    "note-moves": ("Yang digerakkan", "What moves"),
    "note-open": ("buka", "open"),
    "note-again": ("suara kedua:", "second vote:"),
    "note-lock": ("kunci", "lock"),
    "note-show": ("tampilkan", "show"),
    "note-pause": ("Jeda", "Pause"),
    "note-legend": (
        (
            "Mulai: jam dan menit sejak awal kelas {length} menit. Kolom angka: menit "
            "dalam kelas sepanjang itu; “–” berarti ditinggalkan."
        ),
        (
            "Start: hours and minutes since the {length}-minute class began. Columns "
            "of figures: minutes in the class of that length; “–” means left out."
        ),
    ),
    "note-version": ("{minutes}: {title}.", "{minutes}: {title}."),
    # a section
    "note-exhibits": ("Eksibit", "Exhibits"),
    "note-simulators": ("Simulator", "Simulators"),
    "note-reveals": ("Tersegel", "Sealed"),
    "note-reveal-after": (
        "{title} (terbuka sesudah {question})",
        "{title} (opens after {question})",
    ),
    "note-after-class": ("Sesudah kelas", "After class"),
    "note-debrief": ("Debrief", "Debrief"),
    "note-rubric": ("Rubrik: {subject}", "Rubric: {subject}"),
    # a question
    "note-kind-choice": ("Pilihan", "Choice"),
    "note-kind-tag": ("Label untuk setiap pernyataan", "A label for each statement"),
    "note-kind-number": (
        "Angka dengan rentang 80 %",
        "A number with an 80% interval",
    ),
    "note-kind-grid": ("Titik pada bidang", "Points on a grid"),
    "note-kind-text": ("Kata-kata", "Words"),
    "note-kind-rank": ("Urutan", "An order"),
    "note-kind-allocate": ("Membagi 100 poin", "Sharing 100 points"),
    "note-kind-policy": ("Kebijakan dan perkiraan", "Policy and prediction"),
    "note-labels": ("Label", "Labels"),
    "note-items": ("Yang diletakkan", "What is placed"),
    "note-predict": ("Perkiraan", "Predictions"),
    "note-across": ("Mendatar: {text}", "Across: {text}"),
    "note-up": ("Tegak: {text}", "Up: {text}"),
    "note-between": (
        "Antara {least} dan {most} {unit}.",
        "Between {least} and {most} {unit}.",
    ),
    "note-setting": ("{least} sampai {most} {unit}", "{least} to {most} {unit}"),
    "note-default": ("(bawaan: {setting})", "(default: {setting})"),
    "note-limit": ("Paling banyak {limit} karakter.", "At most {limit} characters."),
    "note-confidence": (
        "Disertai keyakinan, 50–100 %.",
        "With confidence, 50–100%.",
    ),
    "note-shareable": (
        "Boleh ditampilkan tanpa nama bila penulisnya mengizinkan.",
        "May be shown without a name where its writer allows.",
    ),
    "note-kept-sealed": (
        "Tersegel: kelas hanya melihat berapa yang sudah menjawab.",
        "Sealed: the class sees only how many have answered.",
    ),
    "note-die": (
        (
            "Dengan dadu di tangan peserta: kelas hanya melihat perkiraan dari sepuluh"
            " jawaban ke atas."
        ),
        (
            "With a die in the learner's hand: the class sees an estimate only, from"
            " ten answers up."
        ),
    ),
    "note-scored": ("Dinilai. {sentence}", "Scored. {sentence}"),
    "note-unscored": ("Tidak dinilai.", "Not scored."),
    # glossary, ledger, sources
    "note-term": ("Istilah", "Term"),
    "note-meaning": ("Artinya", "Meaning"),
    "note-fact": ("Fakta", "Fact"),
    "note-statement": ("Pernyataan", "Statement"),
    "note-values": (
        "Nilai, tanggal, tingkat bukti, sumber",
        "Value, date, grade, source",
    ),
    "note-discrepancy": (
        "Selisih terbuka: {count} nilai.",
        "Open discrepancy: {count} values.",
    ),
    "note-sealed-until": ("Tersegel sampai {question}.", "Sealed until {question}."),
    "note-claim": ("klaim", "claim"),
    "note-claim-by": ("klaim {post}", "claim: {post}"),
    "note-by": ("menurut {post}", "according to: {post}"),
    "note-computed-from": ("dihitung dari", "computed from"),
    "note-number": ("No.", "No."),
    "note-source": ("Sumber", "Source"),
}
