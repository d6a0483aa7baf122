"""What the instructor's desk and the projector say."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # the instructor's desk
    "console": ("Meja pengajar", "The instructor's desk"),
    "console-intro": (
        "Bagian kelas, waktu, pertanyaan, dan proyektor diatur di sini.",
        "The part of the class, the time, the questions and the projector, from here.",
    ),
    "class-is-in": ("Kelas berada di bagian", "The class is in part"),
    "class-length": ("Panjang kelas", "Length of the class"),
    "own-length": ("{minutes} menit", "{minutes} minutes"),
    "trouble-desk": (
        "Tidak tersimpan: komputer ini sedang sibuk. Jawaban kelas aman; tekan lagi.",
        "Not done: this computer is busy. The class's answers are safe; press again.",
    ),
    "moved-meanwhile": (
        "Pertanyaan ini baru saja diubah dari layar lain; lihat keadaannya sekarang.",
        "This question has just been moved from another screen; see where it stands.",
    ),
    # the clock of the class
    "clock": ("Waktu", "Time"),
    "clock-begin": ("Mulai jam bagian ini", "Start this part's clock"),
    "clock-next": ("Langkah berikut", "Next step"),
    "clock-rest": ("Jeda", "Pause"),
    "clock-off": (
        "Jam bagian ini belum berjalan. Rencananya {planned} menit.",
        "This part's clock is not running. It is planned for {planned} minutes.",
    ),
    "clock-resting": (
        "Jeda. Bagian ini sudah {spent} dari {planned} menit.",
        "Paused. This part has taken {spent} of {planned} minutes.",
    ),
    "clock-part": (
        "Bagian ini: {spent} dari {planned} menit",
        "This part: {spent} of {planned} minutes",
    ),
    "clock-step": (
        "Langkah {place} dari {count}, {where}: {spent} dari {planned} menit",
        "Step {place} of {count}, {where}: {spent} of {planned} minutes",
    ),
    "clock-then": (
        "Berikutnya, {where}, {minutes} menit: {do}",
        "Next, {where}, {minutes} min: {do}",
    ),
    "clock-late": (
        "Terlambat {minutes} menit.",
        "{minutes} minutes behind.",
    ),
    "clock-in-time": ("Sesuai rencana.", "On time."),
    "clock-cut": (
        "Yang dapat dilewati: {steps}",
        "What can be left out: {steps}",
    ),
    "clock-no-cut": (
        "Tidak ada langkah di bagian ini yang dilewati kelas yang lebih pendek.",
        "A shorter class leaves out no further step of this part.",
    ),
    "clock-talk": (
        "Porsi berbicara sejauh ini: {actual} % (rencana {planned} %)",
        "Share of talk so far: {actual}% (planned {planned}%)",
    ),
    # the projector, from the desk
    "projector": ("Proyektor", "Projector"),
    "projector-now": ("Di proyektor: {what}", "On the projector: {what}"),
    "projector-welcome": ("Sambutan", "Welcome"),
    "projector-title": ("Judul bagian", "Title of the part"),
    "projector-back": ("Halaman sebelumnya", "Previous page"),
    "projector-on": ("Halaman berikutnya", "Next page"),
    "scene-question": ("pertanyaan “{ask}”", "the question “{ask}”"),
    "scene-result": (
        "hasil “{ask}”, halaman {page} dari {pages}",
        "the result of “{ask}”, page {page} of {pages}",
    ),
    "scene-groups": ("kelompok untuk “{ask}”", "the groups for “{ask}”"),
    "scene-welcome": ("sambutan dan cara bergabung", "the welcome, and how to join"),
    "scene-section": ("judul bagian “{title}”", "the title of “{title}”"),
    "countdown": ("Hitung mundur", "Countdown"),
    "countdown-minutes": ("{minutes} menit", "{minutes} min"),
    "countdown-stop": ("Hentikan", "Stop"),
    "countdown-off": ("Tidak berjalan.", "Not running."),
    "countdown-left": ("Sisa {left}", "{left} left"),
    # one question on the desk
    "questions-here": ("Pertanyaan bagian ini", "Questions of this part"),
    "no-questions": (
        "Bagian ini tidak punya pertanyaan.",
        "This part asks no question.",
    ),
    "phase-draft": ("belum dibuka", "not opened"),
    "phase-open": ("terbuka", "open"),
    "phase-locked": ("terkunci", "locked"),
    "phase-shown": ("hasil sudah ditampilkan", "result shown"),
    "phase-archived": ("diarsipkan", "archived"),
    "round-told": ("suara ke-{round}", "vote {round}"),
    "answered": ("{count} sudah menjawab", "{count} have answered"),
    "of-these-paper": ("{count} dari kertas", "{count} from paper"),
    "sealed-for-good": (
        "tertutup: kelas hanya melihat berapa yang menjawab",
        "sealed: the class sees only how many have answered",
    ),
    "this-step": ("langkah sekarang", "present step"),
    "move-open": ("Buka", "Open"),
    "move-lock": ("Kunci", "Lock"),
    "move-reopen": ("Buka lagi", "Reopen"),
    "move-again": ("Suara kedua", "Second vote"),
    "move-show": ("Tampilkan ke kelas", "Show to the class"),
    "show-sure": (
        "Tekan sekali lagi: tidak dapat ditarik kembali",
        "Press once more: there is no way back",
    ),
    "project-question": ("Proyeksikan pertanyaan", "Project the question"),
    "project-result": ("Proyeksikan hasil", "Project the result"),
    "preview": ("Pratinjau", "Preview"),
    "preview-close": ("Tutup pratinjau", "Close the preview"),
    "preview-private": (
        "Hanya di meja ini; kelas belum melihatnya.",
        "On this desk only; the class has not seen it.",
    ),
    "preview-seen": (
        "Kelas boleh melihat ini.",
        "The class may see this.",
    ),
    "rules": ("Aturan", "Rules"),
    "rule-few": (
        "terlalu sedikit jawaban untuk sebagian atau seluruh gambar",
        "too few answers for some or all of the picture",
    ),
    "rule-merged": ("sel di bawah 5 digabung", "cells under 5 are merged"),
    "rule-nearly": (
        "hampir semua sama: hanya “≥ 90 %” yang tampil",
        "nearly all alike: only “≥ 90%” is shown",
    ),
    "rule-clear": ("tidak ada yang perlu disembunyikan", "nothing had to be hidden"),
    "first-vote": ("Suara pertama", "First vote"),
    "second-vote-title": ("Suara kedua", "Second vote"),
    # texts
    "moderate": ("Saring teks", "Moderate the texts"),
    "moderate-close": ("Tutup daftar teks", "Close the texts"),
    "moderate-help": (
        "Beri tanda pada teks yang tidak boleh tampil. {hidden} dari {count} ditahan.",
        "Tick the texts that are not to be shown. {hidden} of {count} held back.",
    ),
    # paper
    "paper": ("Surat suara kertas", "Paper ballots"),
    "paper-close": ("Tutup formulir kertas", "Close the paper form"),
    "paper-number": ("Nomor surat suara", "Number of the ballot"),
    "paper-enter": ("Masukkan", "Enter"),
    "paper-help": (
        "Satu nomor = satu orang, di kedua suara. Nomor yang sama mengganti isinya.",
        "One number = one person, in both votes. The same number replaces its entry.",
    ),
    "paper-kept": (
        "Surat suara {ballot} tersimpan; {count} dari kertas.",
        "Ballot {ballot} is stored; {count} from paper.",
    ),
    "paper-number-wrong": (
        "Tulis nomor bulat, mulai dari 1.",
        "Write a whole number, from 1 up.",
    ),
    # the projector
    "screen": ("Layar kelas", "The class's screen"),
    "screen-join": ("Bergabunglah", "Join in"),
    "screen-address": ("Alamat", "Address"),
    "screen-code": ("Kode kelas", "Class code"),
    "screen-qr": ("Kode QR untuk alamat ini", "A QR code of this address"),
    "screen-wait": (
        "Kelas segera dimulai.",
        "The class is about to begin.",
    ),
    "screen-soon": ("Segera dibuka.", "About to open."),
    "screen-closed": ("Sudah ditutup.", "Closed."),
    "screen-time-up": ("Waktu habis", "Time is up"),
    "screen-page": ("Halaman {page} dari {pages}", "Page {page} of {pages}"),
    "screen-between": ("antara {least} dan {most}", "between {least} and {most}"),
    "screen-trouble": (
        "Gambar ini tidak dapat digambar; jawaban kelas aman.",
        "This picture could not be drawn; the class's answers are safe.",
    ),
    "forecast-missed": (
        (
            "Angkanya {truth}. Rata-rata kelas {mean}, meleset {crowd}; "
            "perkiraan satu orang rata-rata meleset {average}."
        ),
        (
            "The figure is {truth}. The class's mean is {mean}, off by {crowd}; "
            "a single forecast is off by {average} on average."
        ),
    ),
}
