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
    "order-so-far": ("Urutan sejauh ini: {order}", "The order so far: {order}"),
    "sum-so-far": (
        "Jumlah: {total} dari 100; masih {left}",
        "Sum: {total} of 100; {left} left",
    ),
    "sum-beyond": (
        "Jumlah: {total} dari 100; lebih {over}",
        "Sum: {total} of 100; {over} over",
    ),
    "sum-whole": ("Jumlah: tepat 100", "Sum: exactly 100"),
    "default-is": (
        "Nilai bawaan: {setting} ({grade}).",
        "Default: {setting} ({grade}).",
    ),
    "predict": (
        "Perkiraan Bapak/Ibu, sebelum simulasi berjalan",
        "Your prediction, before the simulation runs",
    ),
    "characters": ("{length} dari {limit} karakter", "{length} of {limit} characters"),
    "resolution": ("Yang menentukan: {sentence}", "What decides: {sentence}"),
    "unscored": (
        "Tidak dinilai: tidak ada satu angka yang pasti.",
        "Not scored: no single figure is certain.",
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
    "place-missing": (
        "Pilih urutan untuk yang ini.",
        "Choose a place for this one.",
    ),
    "place-doubled": (
        "Urutan ini sudah dipakai. Beri setiap butir urutannya sendiri.",
        "This place is taken. Give each item a place of its own.",
    ),
    "part-wrong": (
        "Isi angka bulat dari 0 sampai 100.",
        "Enter a whole number from 0 to 100.",
    ),
    "sum-short": (
        "Jumlahnya {total}; masih {left} untuk dibagi supaya tepat 100.",
        "The sum is {total}; share out {left} more to make exactly 100.",
    ),
    "sum-over": (
        "Jumlahnya {total}; kurangi {over} supaya tepat 100.",
        "The sum is {total}; take away {over} to make exactly 100.",
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
    "others": ("lainnya", "others"),
    "merged": ("lainnya (sel kecil digabung)", "others (small cells merged)"),
    "median": ("median", "median"),
    "mean-place": ("urutan rata-rata", "mean place"),
    "points": ("poin", "points"),
    "nearly-all": ("≥ 90 %", "≥ 90%"),
    # the rotation simulator
    "rotation-depth": ("Kedalaman", "Depth"),
    "rotation-breadth": ("Keluasan", "Breadth"),
    "rotation-continuity": ("Kesinambungan", "Continuity"),
    "rotation-fit": ("Kecocokan", "Fit"),
    "rotation-collusion": ("Risiko kolusi (asumsi)", "Risk of collusion (assumed)"),
    "rotation-percent": ("{share} %", "{share}%"),
    "rotation-simulated": ("Simulasi", "Simulation"),
    "rotation-error": ("± 2 galat baku", "± 2 standard errors"),
    "rotation-formula": ("Rumus", "Formula"),
    "rotation-formula-says": ("menurut rumus {share}", "{share} by the formula"),
    "rotation-formula-mean": ("rumus: {share}", "formula: {share}"),
    "rotation-interval": (
        "Lama menjabat sebelum dipindahkan (bulan)",
        "Months in office before the next move",
    ),
    "rotation-chosen": ("pilihan Bapak/Ibu", "your choice"),
    "rotation-at": ("Pada {months} bulan:", "At {months} months:"),
    "rotation-levels": (
        (
            "Bila kepala dipindahkan setiap {months} bulan: kedalaman {depth},"
            " kesinambungan {continuity}, keluasan {breadth}. Garis: rumus. Titik:"
            " simulasi, dengan batang galat."
        ),
        (
            "With a move every {months} months: depth {depth}, continuity {continuity},"
            " breadth {breadth}. Lines: the formula. Points: the simulation, with error"
            " bars."
        ),
    ),
    "rotation-handover": (
        "Waktu kerja yang dipakai untuk serah terima (tidak dipotong oleh model)",
        "Working time spent on handover (the model does not deduct it)",
    ),
    "rotation-per-stint": (
        "Kedalaman bila setiap masa jabatan, pendek atau panjang, dihitung sama",
        "Depth if every stay, short or long, counts the same",
    ),
    "rotation-by-chance": (
        (
            "Bacalah kedalaman ini dengan hati-hati. Bila mutasi tak terduga, masa"
            " jabatan yang panjang mengisi lebih banyak waktu, sehingga rata-rata"
            " menurut waktu tampak tinggi. Kepala yang cepat diganti hampir tidak"
            " terlihat di dalamnya. Ini bukan bukti bahwa mutasi tak terduga lebih"
            " baik."
        ),
        (
            "Read this depth with care. When moves come unplanned, long stays fill more"
            " of the time, so that the mean over time looks high. Heads who were soon"
            " replaced hardly show in it. This is no evidence that unplanned moves are"
            " better."
        ),
    ),
    "rotation-broken": (
        (
            "Asumsi dipatahkan: {label}. Bila titik menjauh dari rumus, rumus itu tidak"
            " lagi berlaku."
        ),
        (
            "Assumption broken: {label}. Where points leave the formula, it no longer"
            " holds."
        ),
    ),
    "rotation-path": (
        (
            "Kedalaman rata-rata para kepala selama sepuluh tahun: paling rendah"
            " {lowest}, rata-rata menurut rumus {exact}."
        ),
        (
            "Mean depth of the heads over ten years: {lowest} at the lowest, {exact} on"
            " average by the formula."
        ),
    ),
    "rotation-lowest": ("terendah {share}", "lowest {share}"),
    "rotation-least": ("Terendah dalam tahun itu", "Lowest in that year"),
    "rotation-most": ("Tertinggi dalam tahun itu", "Highest in that year"),
    "rotation-years": ("Tahun", "Year"),
    "rotation-heads": ("Kedalaman para kepala", "Depth of the heads"),
    "rotation-city": ("satu kota", "one city"),
    "rotation-cities": ("rata-rata banyak kota", "mean of many cities"),
    "rotation-avoided": (
        "Ketidakcocokan yang terhindarkan",
        "Misfit avoided",
    ),
    "rotation-random": ("Acak", "At random"),
    "rotation-serial": ("Memilih bergiliran", "Choosing in turn"),
    "rotation-best": ("Kecocokan terbaik", "Best match"),
    "rotation-placed": (
        (
            "Kecocokan dengan cara “{rule}”: {share} dari ketidakcocokan penempatan"
            " acak terhindarkan. Batang: rumus. Titik: simulasi, dengan batang galat."
        ),
        (
            "Fit by “{rule}”: {share} of the misfit of a random placement is avoided."
            " Bars: the formula. Point: the simulation, with its error bar."
        ),
    ),
    "rotation-class": (
        (
            "{title}: {count} kebijakan kelas ini menurut kedalaman dan keluasan,"
            " posisinya dibulatkan. Makin besar dan terang sebuah titik, makin tinggi"
            " kesinambungannya; angka di dalamnya ialah banyaknya kebijakan. Garis"
            " putus-putus menghubungkan kebijakan yang tidak dikalahkan sekaligus dalam"
            " kedalaman dan keluasan; waktu untuk serah terima tidak dipotong."
        ),
        (
            "{title}: the {count} policies of this class by depth and breadth,"
            " positions rounded. The larger and lighter a dot, the higher its"
            " continuity; the figure in it counts its policies. The broken line joins"
            " policies that no other beats in both depth and breadth; time spent on"
            " handover is not deducted."
        ),
    ),
    "rotation-mean-policy": ("kebijakan rata-rata kelas", "the class's mean policy"),
    "rotation-frontier": ("batas terbaik kelas", "the class's frontier"),
    # the gallery's simulator
    "gallery-judgement": (
        "Skor ini penilaian, bukan hasil evaluasi dampak.",
        "These scores are a judgement, not the result of an impact evaluation.",
    ),
    "gallery-no-weights": (
        (
            "Semua bobot nol, jadi tidak ada yang dapat dibandingkan. "
            "Beri bobot pada sedikitnya satu kriteria."
        ),
        (
            "All weights are zero, so there is nothing to compare. "
            "Give weight to at least one criterion."
        ),
    ),
    "gallery-no-shift": (
        (
            "Tidak ada satu bobot pun yang, bila digeser sendirian, "
            "mengubah urutan pertama."
        ),
        "No single weight changes the first place, however far it is moved.",
    ),
    "gallery-first": (
        "Dengan bobot Bapak/Ibu, {first} berada di urutan pertama (skor {score}).",
        "With your weights, {first} comes first (score {score}).",
    ),
    "gallery-tied": (
        "Dengan bobot Bapak/Ibu, {first} seri di urutan pertama dengan {others}.",
        "With your weights, {first} ties for first place with {others}.",
    ),
    "gallery-overlap": (
        (
            "Karena sebagian skor belum pasti, {count} pilihan lain "
            "masih mungkin mengunggulinya."
        ),
        "Because some scores are not certain, {count} others could still beat it.",
    ),
    "gallery-clear": (
        "Berapa pun skor yang belum pasti, tidak ada pilihan lain yang mengunggulinya.",
        "Whatever the uncertain scores turn out to be, no other option beats it.",
    ),
    "gallery-turned": (
        (
            "Satu pilihan di urutan terakhir ditambahkan, dan urutan pertama "
            "berpindah dari {before} ke {after}."
        ),
        (
            "One option that comes last was added, and the first place "
            "passed from {before} to {after}."
        ),
    ),
    "gallery-theorem": (
        (
            "Satu pilihan di urutan terakhir ditambahkan. Pada patokan tetap "
            "tidak ada skor lama yang bergeser: {first} tetap pertama."
        ),
        (
            "One option that comes last was added. On fixed anchors no "
            "other score moves: {first} stays first."
        ),
    ),
    "gallery-not-turned": (
        (
            "Dari semua pilihan tambahan yang dicoba, tidak ada yang berada di urutan "
            "terakhir dan menggeser {first} dari urutan pertama. "
            "Untuk bobot lain bisa ada."
        ),
        (
            "Of all the added options tried, none comes last and moves {first} from "
            "first place. For other weights there may be one."
        ),
    ),
    "gallery-crossing": (
        (
            "Geser bobot {criterion} dari {now} menjadi {then} ({shift} poin "
            "dari 100): urutan pertama berpindah dari {first} ke {rival}."
        ),
        (
            "Move the weight of {criterion} from {now} to {then} ({shift} points "
            "of 100): the first place passes from {first} to {rival}."
        ),
    ),
    "gallery-lost": (
        "Tanpa menggeser bobot pun, {first} tidak memegang urutan pertama sendirian.",
        "With no weight moved at all, {first} does not hold first place alone.",
    ),
    "gallery-curse": (
        (
            "Sepuluh yang terpajang tampak {shown} simpangan baku di atas rata-rata; "
            "sebenarnya {true}. Rata-rata {kept} bertahan sesudah disalin."
        ),
        (
            "The ten on show look {shown} standard deviations above average; "
            "in truth they are {true}. "
            "On average {kept} survives copying."
        ),
    ),
    "gallery-blanks": (
        (
            "Kosong ({count} sel) berarti tidak ada yang diterbitkan: "
            "dari 0 sampai 10, bukan nol."
        ),
        (
            "Blank ({count} cells) means that nothing is published: "
            "anything from 0 to 10, not zero."
        ),
    ),
    "gallery-score": ("Skor", "Score"),
    "gallery-option": ("Pilihan", "Option"),
    "gallery-criterion": ("Kriteria", "Criterion"),
    "gallery-score-additive": (
        "Skor, 0–10 pada patokan tetap",
        "Score, 0–10 on fixed anchors",
    ),
    "gallery-score-minmax": (
        "Skor, 0–1 di dalam kumpulan ini",
        "Score, 0–1 within this set",
    ),
    "gallery-score-topsis": (
        "Kedekatan pada yang terbaik, 0–1",
        "Closeness to the best, 0–1",
    ),
    "gallery-range": ("Rentang", "Range"),
    "gallery-share": (
        "Pertama pada sekian dari semua bobot",
        "First under this share of all weights",
    ),
    "gallery-share-short": (
        "pertama pada\n… % bobot",
        "first under\n…% of weights",
    ),
    "gallery-percent": ("{share} %", "{share}%"),
    "gallery-first-mark": ("PERTAMA", "FIRST"),
    "gallery-was": ("tadi ke-{place}", "was no. {place}"),
    "gallery-before": (
        "◇ sebelum ditambah",
        "◇ before the addition",
    ),
    "gallery-interval": (
        "├─┤ skor belum pasti",
        "├─┤ score uncertain",
    ),
    "gallery-decoy": ("Pilihan tambahan {scores}", "Added option {scores}"),
    "gallery-blank": ("kosong", "blank"),
    "gallery-weight-of": (
        "Bobot {criterion}, dari 100",
        "Weight of {criterion}, out of 100",
    ),
    "gallery-your-weight": ("bobot Bapak/Ibu: {now}", "your weight: {now}"),
    "gallery-turns": ("berbalik di {then}", "turns at {then}"),
    "gallery-added": ("ditambahkan", "added"),
    "gallery-of-hundred": ("bobot, dari 100", "weight, out of 100"),
    "gallery-place": ("Urutan", "Place"),
    "gallery-shown": (
        "Keunggulan yang terpajang (simpangan baku)",
        "Edge on show (standard deviations)",
    ),
    "gallery-true": ("Keunggulan yang sebenarnya", "True edge"),
    "gallery-as-shown": ("andai pajangan\nbenar semua", "if the show\nwere all true"),
    "gallery-kept-line": (
        "rata-rata yang\nbertahan: {kept}",
        "what survives\non average: {kept}",
    ),
    "gallery-top": ("10 yang dipajang", "10 on show"),
    "gallery-rest": ("90 yang tidak dipajang", "90 not on show"),
    "gallery-class": (
        "Urutan pertama menurut {count} susunan bobot di kelas ini.",
        "First place under the {count} weightings of this class.",
    ),
    "gallery-class-agrees": (
        "Hampir semua bobot di kelas ini menempatkan {first} di urutan pertama.",
        "Nearly all weightings of this class put {first} first.",
    ),
    "gallery-class-mean": (
        "Bobot rata-rata kelas memilih {first}.",
        "The mean weights of the class choose {first}.",
    ),
    "gallery-class-weights": (
        (
            "Bobot setiap kriteria menurut {count} peserta, "
            "dibulatkan ke kelipatan 5 dari 100."
        ),
        (
            "The weight of each criterion for {count} learners, "
            "rounded to steps of 5 out of 100."
        ),
    ),
    "gallery-of-class": ("Bagian kelas", "Share of the class"),
    "gallery-fragile": (
        "rapuh: ≤ 5 poin membaliknya",
        "fragile: ≤ 5 points turn it",
    ),
    "gallery-mean": ("pilihan bobot rata-rata", "choice of the mean weights"),
    "gallery-weights": ("Bobot × jumlah peserta", "Weight × number of learners"),
    "gallery-mean-weight": ("rata-rata {mean}", "mean {mean}"),
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
