"""A figure in prose is borne by the fact beside it, or needs none."""

from __future__ import annotations

import time

import pytest

from casekit.case import Fact, Value
from casekit.frozen import Language, Text
from casekit.prose import Licence, citations, flaws


def value(number: float, date: str = "2019-05-16") -> Value:
    return Value(number=number, unit="officials", date=date, grade="assumed")  # type: ignore[arg-type]


def ledger(**facts: tuple[Value, ...]) -> dict[str, Fact]:
    said = Text(id="sesuatu", en="something")
    return {
        name: Fact(id=name, statement=said, values=values)
        for name, values in facts.items()
    }


BETWEEN = Value(range=(600, 700), unit="calls", date="2017-08", grade="assumed")  # type: ignore[arg-type]
LEDGER = ledger(
    S2=(value(57),),
    S2b=(value(23),),
    S4=(value(85.4), value(1228)),
    T4=(value(9, "2019-05-08"),),
    A30=(BETWEEN,),
    R1=(value(2_300_000), value(30)),
    Z9=(value(90),),
)
LICENCE = Licence(
    ledger=LEDGER,
    citable=frozenset(LEDGER) - {"Z9"},
    as_of="2019-05-16",
    teaching_numbers=frozenset({80}),
)


def wrong(
    text: str, language: Language = "id", licence: Licence = LICENCE
) -> list[str]:
    return [flaw.wrong for flaw in flaws(text, language, licence)]


INDONESIAN = (
    "57 pejabat [S2].",
    "**57** pejabat [S2]; _57_ pejabat [S2]",
    "57 pejabat dari 23 kabupaten/kota [S2, S2b]",
    "57 pejabat dari 23 kabupaten/kota [S2,S2b]",
    "57 pejabat [S2] dari 23 kabupaten/kota [S2b]",
    "Nilainya 85,4 [S4]. Lalu 1.228 [S4].",
    "sekitar 600–700 panggilan [A30]",
    "sekitar 600-700 panggilan [A30]",
    "Rp 2,3 juta [R1], Rp2,3 juta [R1], Rp2.300.000 [R1], Rp30 [R1]",
    "pada hari ke-9 [T4]",
    "Berakhir 8 Mei 2019 [T4], yaitu 8 Mei [T4], 2019-05-08 [T4].",
    "Hari ini 16 Mei 2019; esok 16 Mei.",
    "antara 8–16 Mei 2019 [T4]",
    "UU 10/2016 pasal 71 ayat (2) dan PP 49/2008 pasal 132A",
    "Undang-Undang Nomor 5 Tahun 2014, Peraturan LAN 15/2018, Pasal 12 ayat (10)",
    "pukul 10.42, pukul 14.00–16.30, 10.42 WITA",
    "Bagian ini 23 menit, lalu 12-menit.",
    "rentang 80 %, rentang 80%, rentang 80 persen",
    "Ada 3 dari 5 orang pada 2018.",
    "## 12. Judul\n\n10. satu\n11. dua",
    "- 12. satu",
    "| a | b |\n|---|---|\n| 57 [S2] | 23 [S2b] |",
    "[57 pejabat](https://example.org/99_(88)/77) [S2]",
    "lihat https://example.org/57 dan <https://example.org/58>",
    "`57` dan <!-- 57\n58 --> dan &#39; &amp; <td width=57>",
    "```\n57\n```",
    "PKN2, A26, CO2, S2 dan II",
    "tanpa angka [S2]",
    "",
)


@pytest.mark.parametrize("text", INDONESIAN)
def test_what_is_borne_or_needs_no_fact_passes(text: str) -> None:
    assert wrong(text) == []


ENGLISH = (
    "57 officials [S2].",
    "It was 85.4 [S4]. Then 1,228 [S4].",
    "2.3 million rupiah [R1]",
    "It ended on 8 May 2019 [T4] or on 8 May [T4].",
    "at 10:42, at 10.42, at 2 p.m. and 2:30 pm",
    "a 30-minute talk of 30 minutes",
    "an 80 per cent interval, 80%, 80 per cent",
    "Law No. 10/2016, Article 71, Regulation 49/2008, Art. 12",
)


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_read_as_english(text: str) -> None:
    assert wrong(text, "en") == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("57 pejabat", "'57' is not borne by any fact"),
        ("58 pejabat [S2]", "'58' is not borne by S2"),
        ("57 dan 23 [S2b]", "'57' is not borne by S2b"),
        ("57 pejabat. [S2]", "'57' is not borne by any fact"),
        ("57 pejabat\n[S2]", "'57' is not borne by any fact"),
        ("| 57 | [S2] |", "'57' is not borne by any fact"),
        ("8 pejabat [S2]", "'8' is not borne by S2"),
        ("85,5 [S4].", "'85,5' is not borne by S4"),
        ("Rp31 juta [R1]", "'31' is not borne by R1"),
        ("600–701 [A30]", "'701' is not borne by A30"),
        ("17 Mei 2019", "'17 Mei 2019' is not borne by any fact"),
        ("16 Mei 2020", "'16 Mei 2020' is not borne by any fact"),
        ("2019-05-17", "'2019-05-17' is not borne by any fact"),
        ("7–16 Mei 2019", "'7–16 Mei 2019' is not borne by any fact"),
        ("## 57 pejabat", "'57' is not borne by any fact"),
        ("Sebanyak\n57. Lalu", "'57' is not borne by any fact"),
        ("pukul 10.42 [S2] dan 99", "'99' is not borne by any fact"),
        ("81 %", "'81' is not borne by any fact"),
        ("[99 orang](https://example.org)", "'99' is not borne by any fact"),
        ("57 [S2](https://example.org)", "'57' is not borne by any fact"),
        ("85.4 [S4]", "'85.4' is not a number in Indonesian"),
        ("1.5", "'1.5' is not a number in Indonesian"),
        ("12345678901234567 [S4]", "'12345678901234567' is not a number in Indonesian"),
    ],
)
def test_what_no_fact_bears_is_told(text: str, figure: str) -> None:
    assert wrong(text) == [figure]


def test_a_number_in_the_other_language_is_told() -> None:
    assert wrong("1.228.000 [S4]", "en") == ["'1.228.000' is not a number in English"]


@pytest.mark.parametrize("name", ["[s2]", "[S2; S4]", "[ S2 ]", "[S2 S4]", "[S2B]"])
def test_a_citation_that_is_almost_right_is_told_once(name: str) -> None:
    assert wrong(f"57 pejabat {name}") == [f"{name!r} is not how a fact is cited"]


def test_a_fact_that_is_not_there_is_told() -> None:
    assert wrong("lihat [S3]") == ["cites [S3]"]


def test_a_sealed_fact_is_told_and_its_figure_with_it_is_not_doubled() -> None:
    assert wrong("90 orang [Z9]") == ["cites [Z9] where it is sealed"]
    assert wrong("90 orang [Z9]", licence=LICENCE.citing(frozenset(LEDGER))) == []


def test_a_flaw_knows_where_it_stands() -> None:
    text = "baris satu\nlalu `57` dan 99"

    (flaw,) = flaws(text, "id", LICENCE)

    assert text[flaw.offset :] == "99"


def test_implied_facts_speak_for_the_whole_text() -> None:
    licence = Licence(LEDGER, frozenset(LEDGER), "", frozenset(), implied=("S2",))

    assert wrong("57 orang. Ada 57; ya, 57", licence=licence) == []


def test_a_fact_with_problems_of_its_own_bears_whatever_is_said_of_it() -> None:
    unsure = frozenset({"S3"})
    licence = Licence(LEDGER, frozenset(LEDGER), "", frozenset(), unsure=unsure)

    assert wrong("99 orang [S3], 98 orang [S2, S3], 97", licence=licence) == [
        "'97' is not borne by any fact"
    ]


def test_where_nothing_is_known_no_figure_is_doubted() -> None:
    licence = Licence({}, frozenset(), "", frozenset(), lenient=True)

    assert wrong("99 orang [S3], 98", licence=licence) == []


def test_citations_inside_code_are_not_read() -> None:
    assert list(citations("`[S2]` dan [S4, S2b]")) == [(11, "S4"), (11, "S2b")]


@pytest.mark.parametrize(
    "again",
    ["<!--", "](", "`", "```\n", "<a ", "57 ", "[S2", "[S2, ", "[a1 ", "pukul ", "1."],
)
def test_no_text_keeps_the_author_waiting(again: str) -> None:
    began = time.perf_counter()

    wrong(again * (200_000 // len(again)))

    assert time.perf_counter() - began < 5
