"""What a case is made of refuses what would mislead those who read it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from casekit.frozen import Address

ADDRESS: TypeAdapter[str] = TypeAdapter(Address)
HOST = "name a host like example.org, with a dot and not a number"


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org/",
        "https://news.example.co.id/2019/05/16/dua-ruang,-satu-rotasi.html?page=all",
        "https://example.org/wiki/Rotation_(officials)",
        "https://example.org/search?q=utm_source&amp=1",
        "https://example.org/@editor/10:30",
        "https://xn--bcher-kva.example/",
        "https://example.org?id=3",
    ],
)
def test_the_address_of_a_page_is_accepted(address: str) -> None:
    assert ADDRESS.validate_python(address) == address


@pytest.mark.parametrize(
    ("address", "cure"),
    [
        ("https://ani@example.org/a", "leave out the user name, up to '@'"),
        ("https://@example.org/a", "leave out the user name, up to '@'"),
        ("https://ani:kunci@example.org/a", "leave out the user name, up to '@'"),
        ("https://example.org:8080/a", "leave out the port, from ':' on"),
        ("https://example.org/a#b", "leave out the fragment, from '#' on"),
        ("https://example.org#", "leave out the fragment, from '#' on"),
        ("https://example.org/?utm_source=x&id=3", "leave out utm_source=x"),
        (
            "https://example.org/?fbclid=1&id=3&GCLID=2",
            "leave out fbclid=1 and GCLID=2",
        ),
        ("https://192.0.2.7/a", HOST),
        ("https://localhost/a", HOST),
        ("https://example.org./a", HOST),
        ("https://Example.org/a", "write the host in small letters"),
        ("https://example.org/a.", "leave out '.' at the end"),
        ("https://example.org/a,", "leave out ',' at the end"),
        ("https://example.org/a;", "leave out ';' at the end"),
        ("https://example.org/a)", "leave out ')' at the end"),
        ("https://example.org/a b", "leave out the spaces and angle brackets"),
        ("https://example.org/a>", "leave out the spaces and angle brackets"),
        (
            "https://Example.org:80/a#b",
            (
                "leave out the fragment, from '#' on; leave out the port, from ':' on; "
                "write the host in small letters"
            ),
        ),
    ],
)
def test_an_address_that_misleads_is_refused_with_its_cure(
    address: str, cure: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        ADDRESS.validate_python(address)

    (error,) = refused.value.errors()
    assert str(error["ctx"]["error"]) == cure


@pytest.mark.parametrize(
    "address", ["", "example.org", "ftp://example.org", "https://"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(ValidationError, match="string_pattern_mismatch"):
        ADDRESS.validate_python(address)


@given(st.text().map("https://".__add__))
def test_whatever_follows_https_is_an_address_or_is_refused(address: str) -> None:
    try:
        ADDRESS.validate_python(address)
    except ValidationError:
        return

    assert not {" ", "<", ">", "#"} & set(address)
