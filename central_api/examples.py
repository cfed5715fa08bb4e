"""Examples of the OpenAPI document. All names and numbers are invented."""

from __future__ import annotations

from typing import Any

import msgspec

NOW = 1_795_334_580_000
COMMAND_ID = "019aabaf-5f00-7000-8000-0123456789ab"

OFFICER = {
    "id": "xen.khulna1",
    "name": "Ashiqur Islam",
    "name_bn": "আশিকুর ইসলাম",
    "designation": "Executive Engineer",
    "mobile": "+8801700000001",
    "email": "xen.khulna1@example.com",
}
PAIR = {
    "access_token": "wR2mVHk4mYf0u6y2m9G7Jf1c8C1vUu0m2J6m3b0n4oQ",
    "access_expires_in": 900,
    "refresh_token": "f7Qm1cZr0b5kq8K2x4n3W9s6d0V1a8e7H5j2L4p6T9y",
    "refresh_expires_in": 2_592_000,
}
SIGN_IN = {
    "duty": "office_head",
    "user_id": "xen.khulna1",
    "password": "practice-2026",
    "device_id": "4b7f0c1e-desk-1",
    "device_name": "Front desk",
}
SIGNED_IN = {
    **PAIR,
    "officer": OFFICER,
    "duty": "office_head",
    "office": "khulna-1",
    "store_key": "q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k=",
    "lease_days": 30,
    "now": NOW,
}
REFRESHED = {**PAIR, "now": NOW}
SERVER = {
    "name": "West Zone Power Distribution Company",
    "name_bn": "ওয়েস্ট জোন পাওয়ার ডিস্ট্রিবিউশন কোম্পানি",
    "api": 1,
    "schema": 1,
    "epoch": "5f1c9a0e-6c0f-4a53-9a36-1d0f5f4f3c11",
    "practice": False,
    "now": NOW,
    "min_client": "0.1.0",
    "current_client": "0.1.0",
}
UPDATE = {
    "manifest": '{"format": 1, "product": "wzpdcl-desktop", "version": "0.2.0", "least": "0.1.0", '
    '"file": "WZPDCL-Desktop-0.2.0-setup.exe", "size": 104857600, '
    '"sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", '
    '"made_at": 1795334580000, "notes": "Map of the feeders", "notes_bn": "ফিডারের মানচিত্র"}',
    "signature": "3q2+7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
    "key": "5d41402abc4b2a76",
}
ME = {
    "officer": OFFICER,
    "duty": "office_head",
    "office": {"id": "khulna-1", "name": "S&D Division Khulna-1", "name_bn": "বিবিবি খুলনা-১", "kind": "snd"},
    "circle": "khulna",
    "feeders": ["khulna-1-dolkhola"],
    "actions": [
        {
            "action": "accept",
            "from": ["inbox"],
            "to": "in_progress",
            "needs": ["text"],
            "blocked_reason": None,
        }
    ],
    "now": NOW,
}
SCOPES = {
    "token": "0a1b2c3d4e5f60718293a4b5c6d7e8f9",
    "scope_epoch": "9f8e7d6c5b4a39281706f5e4d3c2b1a0",
    "now": NOW,
    "scopes": [{"scope": "company", "head": 3}, {"scope": "office:khulna-1", "head": 4021}],
}
DIGEST = {"head": 4021, "count": 1, "buckets": [{"bucket": 17, "count": 1, "hash": "ab" * 32}]}
COMPLAINT: dict[str, Any] = {
    "op": "put",
    "entity": "complaint",
    "id": 418207,
    "version": 3,
    "data": {
        "office": "khulna-1",
        "feeder": "khulna-1-dolkhola",
        "state": "in_progress",
        "state_version": 2,
        "category": "supply.no_power",
        "customer": "নমুনা গ্রাহক",
        "mobile": "+8801700000002",
        "account": "123456789",
        "tariff": "LT-A",
        "load_kw": 2.0,
        "locality": "শান্তিধাম মোড়",
        "address": "১২ নমুনা সড়ক",
        "lat": 22.816,
        "lng": 89.569,
        "text": "সকাল থেকে বিদ্যুৎ নেই।",
        "source": "app",
        "created_at": NOW - 3_600_000,
        "due_at": NOW + 82_800_000,
        "accepted_at": NOW - 1_800_000,
        "closed_at": None,
        "assigned_to": "sae1.khulna1",
        "cancel_reason": None,
        "reopen_count": 0,
        "calls": 1,
        "rating": None,
        "rating_text": None,
        "files": 0,
        "timeline": [
            {
                "id": COMMAND_ID,
                "kind": "accepted",
                "at": NOW - 1_800_000,
                "by": "xen.khulna1",
                "by_name": "আশিকুর ইসলাম",
                "text": "লোক পাঠান।",
                "reason": None,
            }
        ],
        "attachments": [],
    },
}
_ROW = msgspec.json.encode(COMPLAINT).decode()
_END = f'{{"end":{{"count":1,"sha256":"{"ab" * 32}","next":"AbC","more":false,"head":4021'
CHANGES = f"{_ROW}\n{_END}}}}}\n"
BUCKET = CHANGES.replace('"next":"AbC",', "")
SNAPSHOT = f'{_ROW}\n{_END},"as_of":"DeF"}}}}\n'
COMMAND: dict[str, Any] = {
    "command_id": COMMAND_ID,
    "schema": 1,
    "type": "complaint.accept",
    "aggregate": "complaint:418207",
    "args": {"text": "লোক পাঠান।"},
    "base_version": 1,
    "after": None,
    "created_at": NOW,
}
COMMANDS: dict[str, dict[str, Any]] = {
    "accept": {"value": COMMAND},
    "message": {
        "value": {
            **COMMAND,
            "type": "complaint.message",
            "args": {"text": "এক ঘণ্টার মধ্যে ঠিক হবে।"},
            "base_version": None,
        }
    },
    "resolve": {"value": {**COMMAND, "type": "complaint.resolve", "args": {"text": ""}, "base_version": 2}},
    "cancel": {
        "value": {
            **COMMAND,
            "type": "complaint.cancel",
            "args": {"reason": "duplicate", "text": "একই অভিযোগ আগেই এসেছে।"},
        }
    },
    "reassign": {
        "value": {
            **COMMAND,
            "type": "complaint.reassign",
            "args": {"feeder": "khulna-1-bagmara", "text": "এটি বাগমারা ফিডারের।"},
        }
    },
}
RECEIPT = {
    "command_id": COMMAND_ID,
    "outcome": "applied",
    "version": 2,
    "code": None,
    "detail": "",
    "detail_bn": "",
    "current": None,
}
CONFLICT = {
    "command_id": COMMAND_ID,
    "outcome": "conflict",
    "version": None,
    "code": "state_changed",
    "detail": "Somebody changed the complaint after you last saw it.",
    "detail_bn": "আপনি শেষবার দেখার পরে অন্য কেউ অভিযোগটি বদলেছেন।",
    "current": {"version": 4, "state": "in_progress"},
}
