"""Every problem this server can name: one table, two languages, and the way it travels (RFC 9457)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of problem. ``status`` 200 marks the codes that only stand in receipts."""

    status: int
    title: str
    title_bn: str
    detail: str
    detail_bn: str


KINDS: dict[str, Kind] = {
    "wrong_password": Kind(
        401,
        "User ID or password is wrong",
        "ইউজার আইডি বা পাসওয়ার্ড ভুল",
        "Check the user ID and the password and try again.",
        "ইউজার আইডি ও পাসওয়ার্ড দেখে আবার চেষ্টা করুন।",
    ),
    "token_expired": Kind(
        401,
        "The access token has expired",
        "প্রবেশের মেয়াদ শেষ",
        "Refresh the tokens and repeat the request.",
        "প্রবেশের অনুমতি নবায়ন করে আবার অনুরোধ করুন।",
    ),
    "signed_out": Kind(
        401,
        "Signed out",
        "সাইন আউট হয়ে গেছে",
        "This sign-in has ended. Sign in again.",
        "এই সাইন ইন শেষ হয়েছে। আবার সাইন ইন করুন।",
    ),
    "wrong_duty": Kind(
        403,
        "This duty is not yours",
        "এই দায়িত্ব আপনার নয়",
        "The account does not hold the chosen duty.",
        "বেছে নেওয়া দায়িত্বটি এই অ্যাকাউন্টে নেই।",
    ),
    "account_disabled": Kind(
        403,
        "The account is disabled",
        "অ্যাকাউন্ট বন্ধ",
        "The account has been disabled. Ask the ICT department.",
        "অ্যাকাউন্টটি বন্ধ করা হয়েছে। আইসিটি দপ্তরে যোগাযোগ করুন।",
    ),
    "account_locked": Kind(
        423,
        "The account is locked for a while",
        "অ্যাকাউন্ট সাময়িকভাবে বন্ধ",
        "Too many wrong passwords. Wait and try again.",
        "অনেকবার ভুল পাসওয়ার্ড দেওয়া হয়েছে। কিছুক্ষণ পরে আবার চেষ্টা করুন।",
    ),
    "too_many_attempts": Kind(
        429,
        "Too many attempts",
        "অনেক বেশি চেষ্টা",
        "Too many failed sign-ins from this network address. Wait and try again.",
        "এই নেটওয়ার্ক ঠিকানা থেকে অনেকবার সাইন ইন ব্যর্থ হয়েছে। কিছুক্ষণ পরে আবার চেষ্টা করুন।",
    ),
    "scope_denied": Kind(
        403,
        "Not your area",
        "আপনার এলাকা নয়",
        "The caller has no right to this scope.",
        "এই পরিধির তথ্য দেখার অধিকার নেই।",
    ),
    "not_found": Kind(
        404,
        "Not found",
        "পাওয়া যায়নি",
        "It does not exist, or it is outside the caller's area.",
        "এটি নেই, অথবা আপনার এলাকার বাইরে।",
    ),
    "method_not_allowed": Kind(
        405,
        "Method not allowed",
        "এই পদ্ধতি চলে না",
        "The address exists, but not for this method.",
        "ঠিকানাটি আছে, কিন্তু এই পদ্ধতিতে নয়।",
    ),
    "in_flight": Kind(
        409,
        "The same command is being carried out",
        "একই নির্দেশ এখন চলছে",
        "The same command is in flight elsewhere. Ask again in a second.",
        "একই নির্দেশ অন্যখানে চলছে। এক সেকেন্ড পরে আবার জিজ্ঞাসা করুন।",
    ),
    "cursor_reset": Kind(
        410,
        "The cursor is of no use any more",
        "কার্সরটি আর চলে না",
        "Take a fresh snapshot. Waiting commands are not affected.",
        "নতুন করে পুরো তথ্য নিন। অপেক্ষমাণ কাজের কিছু হয়নি।",
    ),
    "too_large": Kind(
        413,
        "The request is too large",
        "অনুরোধটি অতিরিক্ত বড়",
        "The body of the request is larger than the server takes.",
        "অনুরোধের আকার সার্ভারের সীমার চেয়ে বড়।",
    ),
    "range_not_satisfiable": Kind(
        416,
        "The file has no such part",
        "ফাইলে এই অংশ নেই",
        "The requested range lies outside the file.",
        "চাওয়া অংশটি ফাইলের বাইরে।",
    ),
    "invalid": Kind(
        422,
        "The request is not valid",
        "অনুরোধটি সঠিক নয়",
        "The request does not follow the contract; see errors.",
        "অনুরোধটি নিয়ম মেনে করা হয়নি; ভুলের তালিকা দেখুন।",
    ),
    "command_reused": Kind(
        422,
        "Command ID used for other content",
        "নির্দেশের আইডি অন্য কাজে ব্যবহৃত",
        "This command ID already stands for a different command.",
        "এই আইডি আগেই অন্য একটি নির্দেশের জন্য ব্যবহার হয়েছে।",
    ),
    "predecessor_unknown": Kind(
        425,
        "The command before it has not arrived",
        "আগের নির্দেশটি এখনও আসেনি",
        "Send the command named in 'after' first, then this one again.",
        "'after'-এ বলা নির্দেশটি আগে পাঠান, তারপর এটি আবার পাঠান।",
    ),
    "upgrade_needed": Kind(
        426,
        "This version of the program is too old",
        "প্রোগ্রামের এই সংস্করণ পুরোনো",
        "The server no longer takes commands of this version. Install the current one.",
        "এই সংস্করণ থেকে আর কাজ নেওয়া হয় না। বর্তমান সংস্করণটি ইনস্টল করুন।",
    ),
    "internal": Kind(
        500,
        "Something went wrong on the server",
        "সার্ভারে সমস্যা হয়েছে",
        "The server could not finish the request. Try again.",
        "সার্ভার অনুরোধটি শেষ করতে পারেনি। আবার চেষ্টা করুন।",
    ),
    "unavailable": Kind(
        503,
        "The server is busy",
        "সার্ভার ব্যস্ত",
        "The database did not answer in time. Try again in a moment.",
        "ডেটাবেস সময়মতো সাড়া দেয়নি। একটু পরে আবার চেষ্টা করুন।",
    ),
    "state_changed": Kind(
        200,
        "The complaint has changed meanwhile",
        "অভিযোগটি এর মধ্যে বদলে গেছে",
        "Somebody changed the complaint after you last saw it.",
        "আপনি শেষবার দেখার পরে অন্য কেউ অভিযোগটি বদলেছেন।",
    ),
    "transition_not_allowed": Kind(
        200,
        "Not possible from this state",
        "এই অবস্থায় করা যায় না",
        "The complaint is in a state from which this cannot be done.",
        "অভিযোগটি এখন যে অবস্থায় আছে, সেখান থেকে এটি করা যায় না।",
    ),
    "not_allowed": Kind(
        200,
        "Your duty does not allow this",
        "আপনার দায়িত্বে এটি করা যায় না",
        "The duty of the caller does not include this action.",
        "আপনার দায়িত্বের মধ্যে এই কাজটি নেই।",
    ),
    "predecessor_failed": Kind(
        200,
        "The command before it failed",
        "আগের নির্দেশটি সফল হয়নি",
        "The command on which this one builds was not carried out.",
        "যে নির্দেশের উপর এটি নির্ভর করে, তা কার্যকর হয়নি।",
    ),
    "command_too_old": Kind(
        200,
        "The command is too old",
        "নির্দেশটি অনেক পুরোনো",
        "The command was made more than 400 days ago and is not carried out any more.",
        "নির্দেশটি ৪০০ দিনেরও আগের, তাই আর কার্যকর হবে না।",
    ),
    "command_from_future": Kind(
        200,
        "The command comes from the future",
        "নির্দেশের সময় ভবিষ্যতের",
        "The command was made more than a day ahead of the server's time. Check the clock of the PC.",
        "নির্দেশের সময় সার্ভারের সময়ের চেয়ে এক দিনেরও বেশি এগিয়ে। পিসির ঘড়ি দেখুন।",
    ),
    "invalid_args": Kind(
        200,
        "The content of the command is not valid",
        "নির্দেশের তথ্য সঠিক নয়",
        "Something is missing in the command, too long, or unknown to the server.",
        "নির্দেশে কোনো তথ্য বাদ পড়েছে, বেশি লম্বা, অথবা সার্ভারের অজানা।",
    ),
}


class ProblemError(HTTPException):
    """Ends a request with a problem.

    Args:
        code: A key of :data:`KINDS`.
        retry_after: Seconds after which to try again.
        errors: What is wrong where, without what was sent.
        headers: More headers of the answer.
    """

    def __init__(
        self,
        code: str,
        *,
        retry_after: int | None = None,
        errors: Sequence[Mapping[str, str]] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.code = code
        self.retry_after = retry_after
        self.errors = list(errors) if errors else None
        kind = KINDS[code]
        super().__init__(kind.status, kind.title, dict(headers or {}))


def document(
    code: str,
    instance: str,
    *,
    retry_after: int | None = None,
    errors: Sequence[Mapping[str, str]] | None = None,
) -> dict[str, Any]:
    """The problem document of a code."""
    kind = KINDS[code]
    result: dict[str, Any] = {
        "type": f"urn:wzpdcl:problem:{code}",
        "title": kind.title,
        "status": kind.status,
        "detail": kind.detail,
        "instance": instance,
        "code": code,
        "title_bn": kind.title_bn,
        "detail_bn": kind.detail_bn,
    }
    if retry_after is not None:
        result["retry_after"] = retry_after
    if errors:
        result["errors"] = list(errors)
    return result
