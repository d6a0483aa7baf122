"""What the kit says on cards, beside controls, and to a class."""

from __future__ import annotations

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
    "saved-at": (
        "Tersimpan pukul {time}. Masih dapat diubah sampai pengajar menguncinya.",
        "Saved at {time}. You may change it until your instructor locks it.",
    ),
    "not-yet": (
        "Pertanyaan ini belum dibuka pengajar.",
        "Your instructor has not opened this question yet.",
    ),
    "vote-again": (
        "Suara kedua. Jawaban pertama masih tampil; kirim lagi, juga bila tetap sama.",
        "Second vote. Your first answer stands here; send it again, changed or not.",
    ),
    "first-kept": (
        "Terkunci. Jawaban pertama tersimpan pukul {time}; suara kedua tidak dikirim.",
        "Locked. Your first answer was saved at {time}; no second vote was sent.",
    ),
    "locked-unsent": (
        "Terkunci. Yang diketik di sini tidak sempat dikirim.",
        "Locked. What was typed here was not sent in time.",
    ),
    "draft-changed": (
        "Jawaban yang tersimpan tetap berlaku; perubahan ini belum dikirim.",
        "Your stored answer stands; this change has not been sent yet.",
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
    "send": ("Kirim jawaban", "Send the answer"),
    "send-help": (
        "Selama terbuka, jawaban dapat dikirim ulang; yang terakhir dihitung.",
        "While the question is open you may send again; the last answer counts.",
    ),
    "choose": ("– pilih –", "– choose –"),
    "your-choice": ("Pilihan Bapak/Ibu", "Your choice"),
    "your-text": ("Jawaban Bapak/Ibu", "Your answer"),
    "low": ("Batas bawah", "Lower bound"),
    "guess": ("Perkiraan terbaik", "Best guess"),
    "high": ("Batas atas", "Upper bound"),
    "interval-help": (
        "Rentang 80 %: dari 10 rentang seperti ini, sekitar 8 memuat angkanya.",
        "An 80% interval: of 10 such intervals, about 8 hold the number.",
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
    "mark-claim": (
        "klaim, tanpa hitungan mandiri",
        "a claim, not counted independently",
    ),
    "mark-no-claim": ("bukan klaim", "not a claim"),
    "not-found": ("tidak ditemukan", "not found"),
    "grows": (
        "Tabel ini bertambah sesudah peristiwa yang masih tertutup dibuka.",
        "This table grows as sealed events are revealed.",
    ),
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
    "sealed-in-class": (
        "Tertutup. Terbuka sesudah pengajar menampilkan jawaban kelas.",
        "Sealed. It opens once your instructor shows the class's answers.",
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
    "your-shares": ("Perkiraan Bapak/Ibu: {shares}.", "Your forecast: {shares}."),
    "interval-score": (
        (
            "Nilai rentang Bapak/Ibu {score} (makin kecil makin baik, yang terbaik 0):"
            " lebarnya, {width} {unit}, ditambah {times} kali jarak melesetnya, {miss}."
        ),
        (
            "Your interval scores {score} {unit}: its width ({width}) plus {times}"
            " times the distance by which it missed ({miss}); smaller is better,"
            " 0 is best."
        ),
    ),
    "brier-score": (
        (
            "Yang terjadi: {came}. Skor Brier Bapak/Ibu {score}, dari 0 (semua poin"
            " di sana) sampai 2; makin kecil makin baik, dan membagi rata kepada"
            " {parts} kemungkinan bernilai {even}."
        ),
        (
            "What came true: {came}. Your Brier score is {score}, from 0 (every"
            " point there) to 2; smaller is better, and an even split over {parts}"
            " parts scores {even}."
        ),
    ),
    "choice-agrees": (
        "Pilihan Bapak/Ibu sesuai dengan yang terjadi: {came}.",
        "Your choice agrees with what came true: {came}.",
    ),
    "choice-differs": (
        "Pilihan Bapak/Ibu: {chosen}. Yang terjadi: {came}.",
        "You chose: {chosen}. What came true: {came}.",
    ),
    "your-interval": ("rentang Bapak/Ibu", "your interval"),
    "rubric": ("Rubrik", "Rubric"),
    "level": ("Tingkat", "Level"),
    "sign": ("Tandanya", "What it looks like"),
    "level-1": ("1 Awal", "1 Beginning"),
    "level-2": ("2 Berkembang", "2 Developing"),
    "level-3": ("3 Cakap", "3 Capable"),
    "level-4": ("4 Teladan", "4 Exemplary"),
    # the agenda of a section
    "agenda": ("{minutes} menit: {places}.", "{minutes} minutes: {places}."),
    "agenda-time": ("Waktu", "Time"),
    "agenda-where": ("Di mana", "Where"),
    "agenda-what": ("Apa", "What"),
    "minutes": ("{minutes} menit", "{minutes} min"),
    "on-device": ("di layar", "on screen"),
    "on-group": ("berkelompok", "in groups"),
    "on-plenary": ("bersama", "together"),
    "where": (
        "Jawaban disimpan di komputer ini, di berkas berikut.",
        "Your answers are kept on this computer, in this file.",
    ),
    "where-title": ("Tempat jawaban disimpan", "Where your answers are kept"),
    "where-show": ("Tampilkan tempatnya", "Show the place"),
    # how the heading of what is not part of a class's minutes begins
    "after-class": ("Sesudah kelas", "After class"),
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
        "Simulasi tidak berjalan. Jawaban aman; ubah satu tuas untuk mencoba lagi.",
        "The simulation did not run. Your answer is safe; change a lever to try again.",
    ),
    "what-if": ("Bagaimana jika …?", "What if …?"),
    "what-if-help": (
        "Ubah satu tuas; angka dan gambar ikut berubah. Yang terkunci tetap terkunci.",
        "Change a lever; numbers and pictures follow. What is locked stays locked.",
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
    "lower-quartile": ("kuartil bawah", "lower quartile"),
    "upper-quartile": ("kuartil atas", "upper quartile"),
    "quartiles": (
        "poin: separuh kelas berada di antara angka pertama dan ketiga",
        "points: half of the class lies between the first and the third number",
    ),
    "nearly-all": ("≥ 90 %", "≥ 90%"),
    "first-vote": ("Suara pertama", "First vote"),
    "second-vote": ("Suara kedua", "Second vote"),
    "both-votes": ("Dari suara pertama ke kedua", "From first vote to second"),
    "way-higher": ("naik pada skala", "higher on the scale"),
    "way-lower": ("turun pada skala", "lower on the scale"),
    "way-stayed": ("tetap", "stayed"),
    "way-changed": ("berubah", "changed"),
    "moved-scale": (
        "{both} orang memilih dua kali: {higher} naik, {stayed} tetap, {lower} turun.",
        "Of {both} who voted twice: {higher} up, {stayed} stayed, {lower} down.",
    ),
    "moved-choice": (
        "{both} orang memilih dua kali: {stayed} tetap, {changed} berubah.",
        "Of {both} who voted twice: {stayed} stayed, {changed} changed.",
    ),
    "moved-stayed": (
        "Sedikitnya {share} % dari yang memilih dua kali tetap pada jawabannya.",
        "At least {share}% of those who voted twice kept their answer.",
    ),
    "moved-changed": (
        "Sedikitnya {share} % dari yang memilih dua kali mengubah jawabannya.",
        "At least {share}% of those who voted twice changed their answer.",
    ),
    "moved-hidden": (
        "Perubahan antara kedua suara tidak dapat ditampilkan tanpa menunjuk orang.",
        "How answers changed cannot be shown without pointing at someone.",
    ),
    "at-least": ("≥ {share} %", "≥ {share}%"),
    "share-told": ("{share} %", "{share}%"),
    "voted-once": ("hanya memilih kali ini", "in this vote only"),
}
