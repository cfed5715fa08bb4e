"""Text as it is compared and sent."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from wzpdcl_desktop.domain.text import ascii_digits, clean_message, search_form

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
