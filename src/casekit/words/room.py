"""What the room says: at its door, on its pages, and when it does not answer."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "room-join": ("Masuk ke kelas", "Join the class"),
    "room-code": ("Kode kelas", "Class code"),
    "room-code-help": (
        "Enam huruf; lihat di layar depan.",
        "Six letters; they are on the screen in front.",
    ),
    "room-enter": ("Masuk", "Join"),
    "room-nameless": (
        "Nama, NIP, instansi, dan jabatan tidak ditanyakan.",
        "No name, employee number, institution or post is asked for.",
    ),
    "room-elsewhere": (
        "Sudah masuk dengan perangkat lain?",
        "Already joined on another device?",
    ),
    "room-key": ("Kunci Bapak/Ibu", "Your key"),
    "room-key-typed": (
        (
            "Lima kelompok yang terdiri atas empat tanda; dengan kunci itu perangkat "
            "ini menampilkan jawaban yang sama."
        ),
        "Five groups of four signs; with it this device shows the same answers.",
    ),
    "room-resume": ("Lanjutkan di sini", "Go on here"),
    "room-wrong-code": (
        "Kode itu bukan kode kelas ini. Periksa huruf demi huruf, lalu coba lagi.",
        "That is not this class's code. Check it letter by letter, then try again.",
    ),
    "room-wrong-key": (
        "Kunci itu bukan kunci kelas ini. Periksa tanda demi tanda, lalu coba lagi.",
        "That is not a key of this class. Check it sign by sign, then try again.",
    ),
    "room-slow": (
        "Terlalu banyak percobaan yang salah. Tunggu {seconds} detik, lalu coba lagi.",
        "Too many wrong tries. Wait {seconds} seconds, then try again.",
    ),
    "room-seat": ("Kursi Bapak/Ibu", "Your seat"),
    "room-seat-help": (
        "Kursi boleh disebut keras-keras. Pengajar memanggil kursi, bukan nama.",
        "Your seat may be said aloud. The instructor calls seats, not names.",
    ),
    "room-key-help": (
        (
            "Catat, dan jangan tunjukkan kepada siapa pun. Dengan kunci ini Bapak/Ibu "
            "melanjutkan di perangkat lain dan mengambil hasil sesudah kelas."
        ),
        (
            "Write it down and show it to nobody. With it you go on on another device "
            "and fetch your results after class."
        ),
    ),
    "room-start": ("Mulai", "Start"),
    "room-parts": ("Bagian", "Parts"),
    "room-here": ("kelas di sini", "the class is here"),
    "room-moved": (
        "Kelas sekarang di bagian lain: {part}.",
        "The class is in another part now: {part}.",
    ),
    "room-language": ("Bahasa", "Language"),
    "room-preparing": (
        "Menyiapkan halaman Bapak/Ibu …",
        "Preparing your page …",
    ),
    "room-answers": ("Terhubung dengan ruang kelas.", "Connected to the room."),
    "room-silent": (
        (
            "Ruang kelas tidak menjawab. Jawaban yang sudah tersimpan aman. Biarkan "
            "halaman ini terbuka; halaman ini terus mencoba."
        ),
        (
            "The room does not answer. Saved answers are safe. Leave this page open; "
            "it keeps trying."
        ),
    ),
    "room-again": (
        (
            "Bagian yang menjalankan halaman ini berhenti. Jawaban yang sudah "
            "tersimpan aman. Halaman dimuat ulang …"
        ),
        "What runs this page has stopped. Saved answers are safe. Loading it again …",
    ),
    "room-lost": (
        (
            "Sambungan sempat putus; yang ditekan selama itu mungkin belum terkirim. "
            "Halaman dimuat ulang. Lihat keadaannya di bawah setiap pertanyaan."
        ),
        (
            "The connection was cut; what was pressed meanwhile may not have been "
            "sent. Loading the page again. See what stands below each question."
        ),
    ),
    "room-stuck": (
        (
            "Halaman ini berulang kali berhenti. Jawaban yang sudah tersimpan aman. "
            "Sampaikan kepada pengajar, lalu muat ulang halaman ini."
        ),
        (
            "This page keeps stopping. Saved answers are safe. Tell the instructor, "
            "then load this page again."
        ),
    ),
    "room-cell-failed": (
        (
            "Bagian ini tidak dapat ditampilkan. Jawaban yang sudah tersimpan aman; "
            "sampaikan kepada pengajar."
        ),
        "This part cannot be shown. Saved answers are safe; tell the instructor.",
    ),
    "room-script": (
        (
            "Halaman ini memerlukan JavaScript. Nyalakan di pengaturan peramban, lalu "
            "muat ulang."
        ),
        (
            "This page needs JavaScript. Turn it on in the browser's settings, then "
            "load it again."
        ),
    ),
    "room-not-here": ("Tidak ada apa-apa di sini", "There is nothing here"),
    "room-not-here-help": (
        "Alamat ini tidak ada, atau bukan untuk Bapak/Ibu. Jawaban tidak berubah.",
        "This address does not exist, or it is not for you. No answer has changed.",
    ),
    "room-trouble": ("Ada yang tidak beres", "Something went wrong"),
    "room-trouble-help": (
        (
            "Jawaban yang sudah tersimpan aman. Coba lagi; bila berulang, sampaikan "
            "kepada pengajar."
        ),
        "Saved answers are safe. Try again; if it returns, tell the instructor.",
    ),
    "room-full": ("Ruang kelas penuh", "The room is full"),
    "room-full-help": (
        "Tidak ada tempat lagi di ruang kelas ini. Sampaikan kepada pengajar.",
        "There is no place left in this room. Tell the instructor.",
    ),
    "room-back": ("Kembali ke awal", "Back to the start"),
    "room-desk": ("Meja pengajar", "Instructor's desk"),
    "room-screen": ("Layar depan", "The screen in front"),
    # what the instructor reads while the room opens
    "room-checking": ("Memeriksa kasus …", "Checking the case …"),
    "room-warming": ("Mencoba satu halaman …", "Trying one page …"),
    "room-open": ("Ruang kelas terbuka: {title}", "The room is open: {title}"),
    "room-for-learners": ("Peserta", "Learners"),
    "room-for-screen": ("Layar depan", "Screen"),
    "room-for-instructor": ("Pengajar", "Instructor"),
    "room-kept-in": ("Jawaban disimpan di {folder}", "Answers are kept in {folder}"),
    "room-end": (
        "Ctrl-C menutup ruang kelas; jawaban tetap tersimpan.",
        "Ctrl-C closes the room; answers stay.",
    ),
    "room-closing": ("Menutup ruang kelas …", "Closing the room …"),
}
