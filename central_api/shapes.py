"""What goes in and comes out: the models behind the OpenAPI document."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from central_api.workflow import Duty, State

UUID7 = r"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"
SCOPE = r"^(company|(office|feeder):[A-Za-z0-9._-]{1,80})$"
AGGREGATE = r"^complaint:[1-9][0-9]{0,14}$"
#: No control characters: neither database takes all of them.
PRINTABLE = r"^[^\x00-\x1f\x7f]+$"

CommandId = Annotated[str, StringConstraints(pattern=UUID7, min_length=36, max_length=36)]
Short = Annotated[str, StringConstraints(pattern=PRINTABLE, min_length=1, max_length=64)]
Milliseconds = Annotated[int, Field(ge=0, le=2**53)]


def _speaks_utf8(text: str) -> str:
    text.encode()
    return text


class In(BaseModel):
    """A request: unknown members are refused, nothing is converted."""

    model_config = ConfigDict(extra="forbid", strict=True, hide_input_in_errors=True)


class Out(BaseModel):
    """An answer."""

    model_config = ConfigDict(extra="forbid")


class SignInIn(In):
    """Who signs in, in which duty, on which PC."""

    duty: Annotated[Duty, Field(strict=False)]
    user_id: Annotated[str, StringConstraints(pattern=PRINTABLE, min_length=1, max_length=80)]
    password: Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(_speaks_utf8)]
    device_id: Short
    device_name: Annotated[str, StringConstraints(pattern=PRINTABLE, min_length=1, max_length=120)]


class RefreshIn(In):
    """The refresh token to exchange."""

    refresh_token: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{20,200}$")]


class CommandIn(In):
    """A command. Its content never changes under its id."""

    command_id: CommandId
    schema_: Annotated[Literal[1], Field(alias="schema")]
    type: Literal[
        "complaint.accept", "complaint.message", "complaint.resolve", "complaint.cancel", "complaint.reassign"
    ]
    aggregate: Annotated[str, StringConstraints(pattern=AGGREGATE)]
    args: dict[str, Any]
    base_version: Annotated[int, Field(ge=0, le=2**31 - 1)] | None = None
    after: CommandId | None = None
    created_at: Milliseconds

    @property
    def complaint_id(self) -> int:
        """The complaint on which it acts."""
        return int(self.aggregate.partition(":")[2])


class ServerOut(Out):
    """Identity and health."""

    name: str
    name_bn: str
    api: int
    schema_: Annotated[int, Field(alias="schema", serialization_alias="schema")]
    epoch: str
    practice: bool
    now: int
    min_client: str
    current_client: str


class UpdateOut(Out):
    """A signed manifest of the desktop program."""

    manifest: str
    signature: str
    key: str


class OfficerOut(Out):
    """The officer who signed in."""

    id: str
    name: str
    name_bn: str
    designation: str
    mobile: str
    email: str


class PairOut(Out):
    """A pair of tokens; times of life in seconds."""

    access_token: str
    access_expires_in: int
    refresh_token: str
    refresh_expires_in: int


class SignInOut(PairOut):
    """Tokens, officer, and the key of the store on this PC."""

    officer: OfficerOut
    duty: Duty
    office: str | None
    store_key: Annotated[str, Field(description="32 bytes, base64")]
    lease_days: int
    now: int


class RefreshOut(PairOut):
    """A new pair."""

    now: int


class ActionOut(Out):
    """An action that the caller may take, and from which states."""

    action: Literal["accept", "message", "resolve", "cancel", "reassign"]
    from_: Annotated[list[State], Field(alias="from", serialization_alias="from")]
    to: State | None
    needs: list[Literal["text", "reason", "target"]]
    blocked_reason: None


class MeOut(Out):
    """Who the caller is and what he may do."""

    officer: OfficerOut
    duty: Duty
    office: dict[str, Any] | None
    circle: str | None
    feeders: list[str]
    actions: list[ActionOut]
    now: int


class ScopeOut(Out):
    """A scope and the last number of its feed."""

    scope: str
    head: int


class ScopesOut(Out):
    """The caller's scopes."""

    token: str
    scope_epoch: str
    now: int
    scopes: list[ScopeOut]


class BucketOut(Out):
    """Count and hash of one of the 256 buckets."""

    bucket: Annotated[int, Field(ge=0, le=255)]
    count: int
    hash: str


class DigestOut(Out):
    """The digest of a scope at a head."""

    head: int
    count: int
    buckets: list[BucketOut]


class CurrentOut(Out):
    """The row as it is now, for a conflict."""

    version: int
    state: State


class ReceiptOut(Out):
    """The final result of a command."""

    command_id: str
    outcome: Literal["applied", "conflict", "refused"]
    version: int | None
    code: str | None
    detail: str
    detail_bn: str
    current: CurrentOut | None


class TimelineOut(Out):
    """One entry of a timeline."""

    id: str
    kind: Literal[
        "created",
        "accepted",
        "message",
        "resolved",
        "cancelled",
        "reassigned",
        "reopened",
        "feedback",
        "customer_message",
    ]
    at: int
    by: str | None
    by_name: str
    text: str
    reason: str | None


class AttachmentOut(Out):
    """A file of a complaint."""

    id: str
    name: str
    media_type: str
    size: int
    sha256: str


class ComplaintOut(Out):
    """``data`` of a complaint line."""

    office: str
    feeder: str | None
    state: State
    state_version: int
    category: str
    customer: str
    mobile: str
    account: str | None
    tariff: str | None
    load_kw: float | None
    locality: str
    address: str
    lat: float | None
    lng: float | None
    text: str
    source: Literal["app", "web", "call_centre", "office"]
    created_at: int
    due_at: int
    accepted_at: int | None
    closed_at: int | None
    assigned_to: str | None
    cancel_reason: str | None
    reopen_count: int
    calls: int
    rating: int | None
    rating_text: str | None
    files: int
    timeline: list[TimelineOut]
    attachments: list[AttachmentOut]


class ComplaintLineOut(Out):
    """A complaint as in the feed."""

    op: Literal["put"]
    entity: Literal["complaint"]
    id: int
    version: int
    data: ComplaintOut


class ProblemErrorOut(BaseModel):
    """What is wrong where."""

    where: str
    message: str


class ProblemOut(BaseModel):
    """A problem (RFC 9457) with the members of this contract."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    code: str
    title_bn: str
    detail_bn: str
    retry_after: int | None = None
    errors: list[ProblemErrorOut] | None = None
