"""The company on the map: circles, offices, feeders and the officers who look after them.

The 48 offices and the feeders without a mark are real names from public notices; every officer, number, mail
address and exact position is invented and carries ``sample: true``.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from central_api.sample.catalogue import References
from central_api.sample.data_files import read_json
from central_api.sample.names import Name, Names, mobile
from central_api.workflow import Duty

MAIN_OFFICE = "khulna-1"
_FIRST_FREE_MOBILE = 1_000
_CENTRAL = (
    ("md.wzpdcl", "Managing Director", "ব্যবস্থাপনা পরিচালক"),
    ("ed.wzpdcl", "Executive Director", "নির্বাহী পরিচালক"),
    ("ce.wzpdcl", "Chief Engineer", "প্রধান প্রকৌশলী"),
)
_RANKS = {
    "xen": ("Executive Engineer", "নির্বাহী প্রকৌশলী", Duty.OFFICE_HEAD),
    "re": ("Resident Engineer", "আবাসিক প্রকৌশলী", Duty.OFFICE_HEAD),
    "ae": ("Assistant Engineer", "সহকারী প্রকৌশলী", Duty.FEEDER_SUPERVISOR),
    "sae": ("Sub-Assistant Engineer", "উপ-সহকারী প্রকৌশলী", Duty.FEEDER_INCHARGE),
    "se": ("Superintending Engineer", "তত্ত্বাবধায়ক প্রকৌশলী", Duty.CIRCLE),
}


@dataclass(frozen=True, slots=True)
class FeederFacts:
    """A feeder as complaints need it. ``weight``: how often something happens on it."""

    id: str
    office: str
    name_bn: str
    localities: tuple[str, ...]
    lat: float
    lng: float
    weight: int
    supervisor: str
    incharge: str
    incharge_name: str


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """An office as complaints need it."""

    id: str
    town_bn: str
    circle: str
    head: str
    head_name: str
    feeders: tuple[FeederFacts, ...]


class Company:
    """All offices, with their reference rows and their accounts (rows without password).

    Args:
        rng: Decides names and the spread of positions.
        names: Pool of names.
    """

    def __init__(self, rng: Random, names: Names) -> None:
        self._rng, self._names = rng, names
        self._data = read_json("places")
        self._next_mobile = _FIRST_FREE_MOBILE
        self.references: References = []
        self.accounts: list[dict[str, Any]] = []
        self.offices: list[OfficeFacts] = []
        self._circles_and_centre()
        for town in self._data["towns"]:
            for number in range(1, town[5] + 1):
                self.offices.append(self._office(town, number))

    def _circles_and_centre(self) -> None:
        for id_, name, name_bn in self._data["circles"]:
            data = {"name": f"{name} Circle", "name_bn": f"{name_bn} সার্কেল"}
            self.references.append(("circle", id_, data))
            self._officer(f"se.{id_}", "se", circle=id_)
        for id_, title, title_bn in _CENTRAL:
            self._officer(id_, None, titles=(title, title_bn))

    def _office(self, town: list[Any], number: int) -> OfficeFacts:
        slug, name, name_bn, circle, kind, count, lat, lng = town
        id_ = f"{slug}-{number}" if count > 1 else slug
        short = id_.replace("-", "")
        if kind == "snd":
            digit = "০১২৩৪"[number]
            title = f"Sales & Distribution Division{f'-{number}' if count > 1 else ''}, {name}"
            title_bn = f"বিক্রয় ও বিতরণ বিভাগ{f'-{digit}' if count > 1 else ''}, {name_bn}"
        else:
            title, title_bn = f"Electric Supply Unit, {name}", f"বিদ্যুৎ সরবরাহ, {name_bn}"
        # Divisions of one town stand a little apart from each other.
        lat, lng = round(lat + 0.012 * ((number - 1) % 2), 5), round(lng - 0.014 * ((number - 1) // 2), 5)
        main = id_ == MAIN_OFFICE
        number_of_office = 301 if main else self._take_mobile()
        data = {
            "name": title,
            "name_bn": title_bn,
            "kind": kind,
            "circle": circle,
            "lat": lat,
            "lng": lng,
            "address": f"Bidyut Bhaban Road, {name} (sample)",
            "address_bn": f"বিদ্যুৎ ভবন সড়ক, {name_bn} (নমুনা)",
            "mobile": mobile(number_of_office),
            "email": f"{short}@example.com",
            "website": f"https://{id_}.example.com",
            "sample": True,
        }
        self.references.append(("office", id_, data))
        rank = "xen" if kind == "snd" else "re"
        head = f"{rank}.{short}"
        head_name = Name(*self._data["khulna_1_head"]) if main else None
        head_bn = self._officer(head, rank, office=id_, name=head_name, number=302 if main else None)
        feeders = self._main_feeders(id_) if main else self._other_feeders(id_, name, name_bn, lat, lng)
        return OfficeFacts(id_, name_bn, circle, head, head_bn, tuple(feeders))

    def _main_feeders(self, office: str) -> list[FeederFacts]:
        staff: dict[str, list[tuple[str, str]]] = {"ae": [], "sae": []}
        for rank, key, first in (("ae", "khulna_1_supervisors", 311), ("sae", "khulna_1_incharges", 321)):
            for i, name in enumerate(self._data[key]):
                id_ = f"{rank}{i + 1}.khulna1"
                bn = self._officer(id_, rank, office=office, name=Name(*name), number=first + i)
                staff[rank].append((id_, bn))
        made = []
        for slug, name, name_bn, ae, sae, localities, lat, lng, weight in self._data["khulna_1"]:
            facts = FeederFacts(
                f"{office}-{slug}", office, name_bn, tuple(localities), lat, lng, weight,
                staff["ae"][ae][0], *staff["sae"][sae],
            )  # fmt: skip
            self._feeder_row(facts, name, ("City Main", "সিটি মেইন"))
            made.append(facts)
        return made

    def _other_feeders(
        self, office: str, town: str, town_bn: str, lat: float, lng: float
    ) -> list[FeederFacts]:
        real = self._data["real"].get(office, [])
        invented = self._data["invented_feeders"]
        wanted = 0 if len(real) >= 4 else self._rng.randint(4, 8)
        rows = [(*row[:3], row[3], row[4]) for row in real]
        for slug, name, name_bn in invented[: max(0, wanted - len(real))]:
            rows.append((slug, f"{name} (sample)", f"{name_bn} (নমুনা)", "", ""))
        short = office.replace("-", "")
        supervisors = self._staff("ae", short, office, -(-len(rows) // 6))
        incharges = self._staff("sae", short, office, -(-len(rows) // 3))
        made = []
        for i, (slug, name, name_bn, station, station_bn) in enumerate(rows):
            places = self._data["invented_localities"]
            localities = tuple(places[(i * 3 + k) % len(places)] for k in range(3))
            spread = (self._rng.uniform(-0.012, 0.012), self._rng.uniform(-0.012, 0.012))
            supervisor = supervisors[i * len(supervisors) // len(rows)]
            incharge = incharges[i * len(incharges) // len(rows)]
            facts = FeederFacts(
                f"{office}-{slug}", office, name_bn, localities, lat + spread[0], lng + spread[1],
                self._rng.randint(4, 12), supervisor[0], *incharge,
            )  # fmt: skip
            named = (station or f"{town} Substation (sample)", station_bn or f"{town_bn} সাবস্টেশন (নমুনা)")
            self._feeder_row(facts, name, named)
            made.append(facts)
        return made

    def _staff(self, rank: str, short: str, office: str, count: int) -> list[tuple[str, str]]:
        ids = [f"{rank}{i + 1}.{short}" for i in range(count)]
        return [(id_, self._officer(id_, rank, office=office)) for id_ in ids]

    def _feeder_row(self, facts: FeederFacts, name: str, substation: tuple[str, str]) -> None:
        data = {
            "name": name,
            "name_bn": facts.name_bn,
            "office": facts.office,
            "substation": substation[0],
            "substation_bn": substation[1],
            "supervisor": facts.supervisor,
            "incharge": facts.incharge,
            "sample": True,
        }
        self.references.append(("feeder", facts.id, data))

    def _officer(
        self,
        id_: str,
        rank: str | None,
        *,
        office: str | None = None,
        circle: str | None = None,
        name: Name | None = None,
        number: int | None = None,
        titles: tuple[str, str] = ("", ""),
    ) -> str:
        """Add the officer's card and account; returns the name in Bangla."""
        name = name or self._names.draw(self._rng)
        duty = Duty.CENTRAL
        if rank is not None:
            titles, duty = _RANKS[rank][:2], _RANKS[rank][2]
        data = {
            "name": name.en,
            "name_bn": name.bn,
            "designation": titles[0],
            "designation_bn": titles[1],
            "office": office,
            "mobile": mobile(self._take_mobile() if number is None else number),
            "email": f"{id_}@example.com",
            "sample": True,
        }
        self.references.append(("officer", id_, data))
        self.accounts.append({"officer": id_, "office": office, "circle": circle, "duties": [duty.value]})
        return name.bn

    def _take_mobile(self) -> int:
        self._next_mobile += 1
        return self._next_mobile
