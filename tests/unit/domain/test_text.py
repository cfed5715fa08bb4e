"""Text as it is compared and sent."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from wzpdcl_desktop.domain.text import (
    ascii_digits,
    clean_message,
    search_form,
    shown,
    shown_line,
    shown_values,
)

_BANGLA = st.text(
    st.characters(min_codepoint=0x0980, max_codepoint=0x09FF) | st.sampled_from("ab 12\u200c\u200d—")
)


@given(_BANGLA | st.text())
def test_the_quick_form_is_the_normal_form_of_unicode_with_ascii_digits_and_without_joiners(
    text: str,
) -> None:
    plain = unicodedata.normalize("NFC", text.replace("\u200c", "").replace("\u200d", ""))
    assert search_form(text) == ascii_digits(plain)


@given(_BANGLA | st.text())
def test_the_search_form_of_a_search_form_is_itself(text: str) -> None:
    assert search_form(search_form(text)) == search_form(text)


def test_a_message_is_sent_without_control_characters_and_with_its_lines() -> None:
    assert clean_message("  আসছি\r\nএকটু পর\x00\r ") == "আসছি\nএকটু পর"
    assert clean_message(" \n\t ") == ""


@given(st.text())
def test_what_is_shown_turns_no_text_round_and_holds_no_control_character(text: str) -> None:
    made = shown(text)
    kinds = {(unicodedata.category(ch), unicodedata.bidirectional(ch)) for ch in made if ch not in "\n\t"}
    assert not {"Cc", "Cs"} & {kind for kind, _ in kinds}
    assert not {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"} & {bidi for _, bidi in kinds}
    assert shown(made) == made
    assert "\n" not in shown_line(text)


def test_bangla_is_shown_with_its_joiners_and_lines() -> None:
    assert shown("র‍্যাব ক্‌ষ\r\nদ্বিতীয়") == "র‍্যাব ক্‌ষ\nদ্বিতীয়"
    assert shown_line("ছবি\n১\u202egpj.exe") == "ছবি ১gpj.exe"
    assert shown_values({"a": ["x\u202e", 1, None], "b": {"c": "\x07"}}) == {
        "a": ["x", 1, None],
        "b": {"c": ""},
    }
