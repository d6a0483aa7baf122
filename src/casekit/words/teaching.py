"""What the instructor's desk says of groups, turns, the die and a split vote."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # who is in the room
    "attendance": (
        "{joined} bergabung, {connected} terhubung sekarang",
        "{joined} have joined, {connected} are connected now",
    ),
    "room-unheard": (
        "Ruang kelas tidak menjawab meja ini. Jawaban aman; meja ini terus mencoba.",
        "The room does not answer this desk. Answers are safe; it keeps trying.",
    ),
    # groups of seats
    "groups-threes": ("Kelompok bertiga", "Groups of three"),
    "groups-fours": (
        "Kelompok berempat, dua lawan dua",
        "Groups of four, two against two",
    ),
    "groups-late": ("Gabungkan yang terlambat", "Let late-comers join"),
    "groups-project": ("Proyeksikan kelompok", "Project the groups"),
    "groups-count": (
        "{count} kelompok, {seats} kursi",
        "{count} groups, {seats} seats",
    ),
    "groups-few": (
        (
            "Kelompok tidak disusun: kurang dari sepuluh kursi sudah menjawab, dan"
            " jawaban sesedikit itu akan dikenali. Mintalah tetangga saling berbicara."
        ),
        (
            "No groups were made: fewer than ten seats have answered, and so few"
            " would be recognised. Let neighbours talk."
        ),
    ),
    "seating-told": (
        (
            "Kelompok disusun agar jawaban di dalamnya sedapat mungkin berbeda."
            " Sebagian kelompok diundi, dan tidak diberitahukan yang mana. Urutan"
            " kursi tidak berarti apa-apa, dan daftar ini tidak menunjukkan jawaban"
            " siapa pun."
        ),
        (
            "The groups are made so that answers within them differ as far as they"
            " can. Some groups are drawn by lot, and nobody is told which. The order"
            " of the seats means nothing, and this list shows nobody's answer."
        ),
    ),
    "seating-sides": (
        (
            "Dua kursi pertama lebih dahulu membela pernyataan itu, yang lain"
            " menyanggahnya; sesudah itu bertukar pihak. Pembagian pihak diundi dan"
            " tidak mengikuti jawaban."
        ),
        (
            "The first two seats speak for the statement first, the others against"
            " it; then they change sides. The sides are drawn by lot and do not follow"
            " anyone's answer."
        ),
    ),
    # whose turn it is
    "turn": ("Giliran berbicara", "Whose turn to speak"),
    "turn-call": ("Panggil kursi berikutnya", "Call the next seat"),
    "turn-skip": ("Lewati", "Skip"),
    "turn-now": ("Dipanggil: {seat}", "Called: {seat}"),
    "turn-after": ("Kursi sesudahnya", "The seats after that"),
    "turn-next": (
        (
            "Giliran berikutnya: {seat}. Pada putaran ini masih {count} kursi yang"
            " belum dipanggil. Siapa pun boleh melewatkan gilirannya."
        ),
        (
            "Next: {seat}. In this round {count} seats are still to be called. Anyone"
            " may pass."
        ),
    ),
    "turn-nobody": (
        "Tidak ada kursi yang terhubung sekarang, jadi tidak ada giliran.",
        "No seat is connected now, so there is nobody to call.",
    ),
    # the die
    "die-rules": (
        (
            "Lempar dadu; jangan perlihatkan kepada siapa pun. Mata 1: jawab “ya”."
            " Mata 6: jawab “tidak”. Mata 2 sampai 5: jawab yang sebenarnya."
        ),
        (
            "Roll the die and let nobody see it. A 1: answer “yes”. A 6: answer “no”."
            " From 2 to 5: answer truthfully."
        ),
    ),
    "die-reveals": (
        (
            "Tidak ada yang dapat memastikan apakah sebuah “ya” berasal dari Bapak/Ibu"
            " atau dari dadu. Namun, dadu tidak menutupi semuanya: “ya” lima kali"
            " lebih mungkin datang dari orang yang memang mengalaminya daripada dari"
            " yang tidak. Bapak/Ibu boleh tidak menjawab."
        ),
        (
            "Nobody can be certain whether a “yes” was yours or the die's. But the die"
            " does not hide everything: a “yes” is five times as likely to come from"
            " someone for whom it is true as from someone for whom it is not. You may"
            " leave the question out."
        ),
    ),
    "die-told": (
        (
            "Dari {count} jawaban, diperkirakan {share} % sebenarnya “ya”; rentang"
            " 95 %: {low} % sampai {high} %. Harga perlindungan dadu: galat baku"
            " {error} poin persen; bila ditanyakan langsung {direct}, asalkan semua"
            " menjawab jujur."
        ),
        (
            "From {count} answers, an estimated {share}% are truly “yes”; 95%"
            " interval: {low}% to {high}%. The price of the die's protection: a"
            " standard error of {error} percentage points; asked directly it would be"
            " {direct}, if all answered honestly."
        ),
    ),
    "die-odd": (
        (
            "Perkiraan tidak ditampilkan: dadu yang diikuti dengan benar hampir tidak"
            " mungkin memberi {count} jawaban seperti ini. Mungkin ini kebetulan, atau"
            " aturan dadu perlu dijelaskan lagi."
        ),
        (
            "No estimate is shown: a die that is followed hardly ever gives {count}"
            " answers like these. It may be chance, or the rule of the die needs"
            " explaining again."
        ),
    ),
    "die-answers": ("Jawaban, masing-masing dengan dadu", "Answers, each with a die"),
    "die-share": ("Perkiraan “{yes}” (%)", "Estimated “{yes}” (%)"),
    "die-between": ("Rentang 95 %", "95% interval"),
    "die-error": ("Galat baku dengan dadu", "Standard error with the die"),
    "die-direct": (
        "Galat baku bila ditanyakan langsung, asalkan semua menjawab jujur",
        "Standard error if asked directly, if all answered honestly",
    ),
    "die-ends": ("{low} % sampai {high} %", "{low}% to {high}%"),
    "die-points": ("{points} poin persen", "{points} percentage points"),
    # a vote, before it is shown
    "split-share": ("{share} %", "{share}%"),
    "split-top": (
        "Paling banyak dipilih: {top} ({share}).",
        "Most chosen: {top} ({share}).",
    ),
    "split-spread": (
        "Sebaran {low} (0: semua sama; 1: merata).",
        "Spread {low} (0: all the same; 1: even).",
    ),
    "split-spread-between": (
        (
            "Sebaran antara {low} dan {high} (0: semua sama; 1: merata); sel kecil"
            " yang digabung tidak memberi tahu lebih."
        ),
        (
            "Spread between {low} and {high} (0: all the same; 1: even); merged small"
            " cells do not tell more."
        ),
    ),
    "split-surer": (
        "Yang memilihnya rata-rata {points} poin lebih yakin daripada yang lain.",
        "Those who chose it are {points} points surer, on average, than the others.",
    ),
    "split-less-sure": (
        "Yang memilihnya rata-rata {points} poin kurang yakin daripada yang lain.",
        "Those who chose it are {points} points less sure, on average.",
    ),
    "split-as-sure": (
        "Yang memilihnya kira-kira sama yakinnya dengan yang lain.",
        "Those who chose it are about as sure as the others.",
    ),
    "split-few-right": (
        "Di bawah 35 % yang tepat.",
        "Fewer than 35% are right.",
    ),
    "split-some-right": (
        "Mungkin 35 sampai 70 % yang tepat, dan mereka dapat meyakinkan rekannya.",
        "Perhaps 35 to 70% are right, and they can convince the others.",
    ),
    "split-most-right": (
        "Lebih dari 70 % yang tepat.",
        "More than 70% are right.",
    ),
    "split-scattered": (
        "Pilihannya terpencar: tidak ada yang mencapai separuh, tidak ada dua kubu.",
        "Choices are scattered: none has half the class, and no two camps stand out.",
    ),
    "split-camps": (
        "Mungkin ada dua kubu yang berimbang.",
        "There may be two camps of like strength.",
    ),
    "split-one-way": (
        "Kelas condong ke satu arah, atau tidak terbelah jauh.",
        "The class leans one way, or its ends are not far apart.",
    ),
    "split-explain": (
        (
            "Saran: jelaskan dahulu. Minta arti tiap pilihan dijelaskan, lalu buka"
            " suara lagi."
        ),
        "Advice: explain first. Have each choice explained, then vote again.",
    ),
    "split-discuss": (
        (
            "Saran: diskusi. Susun kelompok dari jawaban yang berbeda dan beri waktu"
            " sebelum suara kedua; hasilnya jangan ditampilkan dahulu."
        ),
        (
            "Advice: discuss. Make groups of differing answers and give them time"
            " before the second vote; do not show the counts yet."
        ),
    ),
    "split-go-on": (
        (
            "Saran: lanjut. Sebelum pindah, tanyakan apa yang akan mengubah pendapat"
            " itu."
        ),
        "Advice: go on. Before you move on, ask what would change that view.",
    ),
    "gain-told": (
        (
            "Perolehan belajar (Hake): {value}, rentang 95 % {low} sampai {high};"
            " 1 bila semua yang semula keliru menjadi tepat, 0 bila tidak ada bedanya."
        ),
        (
            "Learning gain (Hake): {value}, 95% interval {low} to {high}; 1 if all who"
            " were wrong became right, 0 if nothing changed."
        ),
    ),
    # two opposed texts
    "pair-draw": ("Undi dua posisi", "Draw two positions"),
    "pair-project": ("Proyeksikan kedua posisi", "Project both positions"),
    "pair-help": (
        (
            "Dua teks tanpa nama dari dua sisi skala. Saringlah teks lebih dahulu:"
            " undiannya hanya sekali."
        ),
        (
            "Two unnamed texts from the two sides of the scale. Moderate the texts"
            " first: there is one draw only."
        ),
    ),
    "pair-told": (
        "Dua posisi dari kelas ini yang berseberangan",
        "Two opposed positions of this class",
    ),
    "pair-none": (
        (
            "Tidak ada dua posisi yang dapat ditampilkan tanpa menunjuk orang: di"
            " setiap sisi perlu lima teks yang boleh tampil."
        ),
        (
            "No two positions can be shown without pointing at someone: each side needs"
            " five texts that may be shown."
        ),
    ),
    "look-first": (
        (
            "Pratinjau pertama suara ini, dari {count} jawaban. Yang datang sesudah"
            " dibuka lagi baru terhitung bila hasilnya ditampilkan, agar tidak terlihat"
            " siapa yang terlambat memilih apa."
        ),
        (
            "The first look at this vote, at {count} answers. What came after it was"
            " reopened counts only once the result is shown, so that nobody sees what"
            " those who came late have chosen."
        ),
    ),
}
