"""What the rotation's pictures and tables say."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
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
            " kesinambungannya; angka di dalamnya, bila ada, ialah banyaknya kebijakan."
            " Garis putus-putus menghubungkan kebijakan yang tidak dikalahkan sekaligus"
            " dalam kedalaman dan keluasan; waktu untuk serah terima tidak dipotong."
        ),
        (
            "{title}: the {count} policies of this class by depth and breadth,"
            " positions rounded. The larger and lighter a dot, the higher its"
            " continuity; a figure in it counts its policies. The broken line joins"
            " policies that no other beats in both depth and breadth; time spent on"
            " handover is not deducted."
        ),
    ),
    "rotation-mean-policy": ("kebijakan rata-rata kelas", "the class's mean policy"),
    "rotation-frontier": ("batas terbaik kelas", "the class's frontier"),
}
