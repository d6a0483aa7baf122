"""What the Wall Room's pictures and tables say."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
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
            "{count} kebijakan sekelas, ambang dan menitnya dibulatkan. Angka di "
            "sebuah titik, bila ada, ialah banyaknya kebijakan. Yang antreannya "
            "tumbuh terus tidak digambar."
        ),
        (
            "The {count} policies of a class, thresholds and minutes rounded. A "
            "figure on a dot counts its policies. Those whose queue keeps growing "
            "are not drawn."
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
