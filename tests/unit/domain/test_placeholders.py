"""Blanks of ready texts."""

from __future__ import annotations

import unicodedata

import pytest

from wzpdcl_desktop.domain.placeholders import OF_COMPLAINT, filled, first_blank

VALUES = {"customer": "সেলিনা পারভীন", "number": "৪১৮২০৭"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{customer}: {number}", "সেলিনা পারভীন: ৪১৮২০৭"),
        ("প্রিয় {গ্রাহক}, {নম্বর}", "প্রিয় সেলিনা পারভীন, ৪১৮২০৭"),
        ("{ Customer }", "সেলিনা পারভীন"),
        ("{time} {crew} {feeder}", "{time} {crew} {feeder}"),
        ("no blank, {, } and {}", "no blank, {, } and {}"),
    ],
)
def test_what_is_known_is_filled_and_the_rest_stays(text: str, shown: str) -> None:
    assert filled(text, VALUES) == shown


def test_a_bangla_name_is_known_however_its_letters_are_encoded() -> None:
    for form in ("NFC", "NFD"):
        assert filled(unicodedata.normalize(form, "{সময়}"), {"time": "৫টা"}) == "৫টা"
    assert filled("{সম\u09df}", {"time": "৫টা"}) == "৫টা"


def test_the_first_blank_is_found_from_a_place_on() -> None:
    text = "{customer} by {time}"
    assert first_blank(text) == (0, 10)
    assert first_blank(text, 1) == (14, 20)
    assert first_blank(text, but=OF_COMPLAINT) == (14, 20)
    assert first_blank("5 {} o'clock") is None


def test_a_value_that_looks_like_a_blank_is_not_filled_again() -> None:
    assert filled("{customer}", {"customer": "{number}", "number": "1"}) == "{number}"
