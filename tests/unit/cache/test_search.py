"""Search as a person types it."""

from __future__ import annotations

import pytest

from tests.unit.cache.samples import NOW, Desk, complaint
from wzpdcl_desktop.cache.complaints import ComplaintReader
from wzpdcl_desktop.domain.complaints import QueueQuery, View


@pytest.fixture
def found(desk: Desk):  # type: ignore[no-untyped-def]
    desk.load(
        complaint(418207, customer="আব্দুল করিম", locality="ঢাকা রোড", text="বিদ্যুৎ নেই, ট্রান্সফরমার থেকে শব্দ"),
        complaint(
            418208, customer="Rahima Khatun", mobile="+8801912345678", account="990055512", text="meter burnt"
        ),
        complaint(
            418999, customer="রঞ্জন", address="বাড়ি ১২/৩", text="কি সমস্যা বুঝছি না", mobile="+8801555000777"
        ),
    )
    reader = ComplaintReader(desk.cache)
    return lambda text: reader.ids(QueueQuery(View.INBOX, NOW, text))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("বিদ্যুৎ", [418207]),
        ("বিদ্যু", [418207]),
        ("ট্রান্সফর", [418207]),
        ("কি", [418999]),  # not ঢাকা: a vowel sign is part of its word
        ("ঢাক", [418207]),
        ("rahima", [418208]),
        ("RAHIMA burnt", [418208]),
        ("rahima বিদ্যুৎ", []),
        ("বাড়ি", [418999]),
        ("\u09ac\u09be\u09dc\u09bf", [418999]),  # the one-sign form of ড় finds the two-sign form
        ("রঞ্জ\u200cন", [418999]),
        ("বিদ্যু\u200dৎ", [418207]),
        ("১২", [418999]),
        ("12", [418999]),
        ("4182", [418207, 418208]),
        ("৪১৮২০৭", [418207]),
        ("01912", [418208]),
        ("০১৯১২", [418208]),
        ("+880 1912-345678", [418208]),
        ("345678", [418208]),
        ("555", [418208, 418999]),
        ("0777", [418999]),
        ("77", []),
        ("", [418207, 418208, 418999]),
        ("   ", [418207, 418208, 418999]),
    ],
)
def test_words_and_numbers_in_either_script_find_what_a_person_means(found, typed, expected) -> None:  # type: ignore[no-untyped-def]
    assert found(typed) == expected


@pytest.mark.parametrize(
    "typed", ['"', "*", "a*b", "NEAR(", "OR", "body:x", "-x", "(", "'; DROP TABLE complaint;--", "^x", "%"]
)
def test_signs_of_the_search_syntax_are_only_signs(found, typed) -> None:  # type: ignore[no-untyped-def]
    assert isinstance(found(typed), list)
    assert found("rahima") == [418208]


def test_every_bangla_word_is_found_by_itself_and_by_its_beginning(desk: Desk) -> None:
    words = [
        "ক্ষমতা",
        "জ্ঞান",
        "হ্রদ",
        "স্ত্রী",
        "রৌদ্র",
        "কৃষ্ণ",
        "উঁচু",
        "দুঃখ",
        "কোনো",
        "চাঁদ",
        "সংযোগ",
        "লক্ষ্মী",
        "ব্যাংক",
        "র‍্যাব",
    ]
    desk.load(*(complaint(number, text=word) for number, word in enumerate(words, 1)))
    reader = ComplaintReader(desk.cache)
    for number, word in enumerate(words, 1):
        assert reader.ids(QueueQuery(View.INBOX, NOW, word)) == [number], word
        assert number in reader.ids(QueueQuery(View.INBOX, NOW, word[:-1])), word
