"""What the gallery's pictures and tables say."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
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
            "Kuartil dan median bobot setiap kriteria menurut {count} peserta, "
            "dibulatkan ke kelipatan 5 dari 100."
        ),
        (
            "Quartiles and median of each criterion's weight for {count} learners, "
            "rounded to steps of 5 out of 100."
        ),
    ),
    "gallery-of-class": ("Bagian kelas", "Share of the class"),
    "gallery-fragile": (
        "rapuh: ≤ 5 poin membaliknya",
        "fragile: ≤ 5 points turn it",
    ),
    "gallery-mean": ("pilihan bobot rata-rata", "choice of the mean weights"),
}
