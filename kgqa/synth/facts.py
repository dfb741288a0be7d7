"""Which facts of a stay a note may tell, by the names that wording/notes.toml uses for them."""

from __future__ import annotations

from collections.abc import Sequence

from kgqa.synth.content import Content, Drug, Thing
from kgqa.synth.plan import Admission, Person


class Facts:
    """The facts of one stay in groups."""

    def __init__(self, content: Content, person: Person, stay: Admission) -> None:
        """Take the patient and the stay."""
        affirmed = (*stay.told, *stay.uncoded)
        taken = {content.things[key].concept for thing in (*affirmed, *stay.coded) for key in content.family(thing.key)}
        acute = [thing for thing in affirmed if thing not in person.chronic]
        excluded = [*([stay.denied_code] if stay.denied_code else []), *stay.ruled_out]
        seen = frozenset(content.pools["imaging"])
        ordered = {order.drug.concept for order in stay.orders} | {line.drug.concept for line in stay.home}
        drugs = {order.drug.concept: order.drug for order in stay.orders if order.drug.names}
        valves = [content.things[key] for key in content.pools["valves"]]
        self._groups: dict[str, Sequence[Thing | Drug]] = {
            "symptoms": stay.symptoms,
            "denied": stay.denied,
            "chronic": stay.chronic,
            "problems": acute,
            "all_problems": affirmed,
            "problems_and_symptoms": (*acute, *stay.symptoms),
            "ruled_out": excluded,
            "ruled_out_seen": [thing for thing in excluded if thing.key in seen],
            "suspected": stay.suspected,
            "feared": stay.feared,
            "warned": stay.warned,
            "family": person.family,
            "family_no": person.family_denied,
            "remote": [thing for thing in person.remote if thing.concept not in taken],
            "effusion": [thing for thing in affirmed if thing.key in ("pleural_effusion", "pulmonary_edema")],
            "valve_no": [thing for thing in valves if thing.concept not in taken],
            "given": list(drugs.values()),
            "avoided": [
                drug for drug in content.drugs.values()
                if drug.names and drug.order and drug.concept not in ordered and drug not in stay.allergies
            ],
        }  # fmt: skip

    def group(self, name: str) -> list[Thing | Drug]:
        """Return the facts of a group."""
        return list(self._groups[name])
