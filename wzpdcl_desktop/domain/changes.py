"""What changed, said once to everybody who shows something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Ids that changed, by entity (``complaint``, ``outbox``, ``reference``, ``me``).

    Attributes:
        everything: A reset or the end of a snapshot stage: read all anew.
    """

    ids: Mapping[str, frozenset[int | str]] = field(default_factory=dict)
    everything: bool = False

    @classmethod
    def of(cls, entity: str, ids: Iterable[int | str]) -> ChangeSet:
        """A change set of one entity."""
        return cls({entity: frozenset(ids)})

    def touches(self, entity: str) -> bool:
        """Whether anything of this entity changed."""
        return self.everything or bool(self.ids.get(entity))

    def of_entity(self, entity: str) -> frozenset[int | str]:
        """Changed ids of one entity."""
        return self.ids.get(entity, frozenset())

    def __bool__(self) -> bool:
        return self.everything or any(self.ids.values())
