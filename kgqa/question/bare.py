"""A pattern without its conditions: what must be there at all for it to hold, part by part.

To say why a question has no answer one asks less than the pattern does. Without the conditions its chains fall apart,
at the nodes that the question names, into parts that must each be there: an order and the ways from it to a coded
diagnosis, an admission and its labs. A part that is not there, whatever the conditions, is why there is no answer.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, count, pairwise

import networkx as nx

from kgqa.pattern.header import SCALARS, Pattern
from kgqa.pattern.parse import parse
from kgqa.pattern.tree import Binary, Comparison, EdgePattern, Expression, Literal, Match, Property, Query
from kgqa.question.hops import PLACES

Link = tuple[int, int]  # an edge of the pattern: which MATCH, and which edge of its chain
_ALIKE = ("group", "specimen", "carrier")  # roles whose concept many different events share


@dataclass(frozen=True, slots=True)
class Part:
    """What hangs together beside the named nodes: its edges, and the slots that it hangs on."""

    links: frozenset[Link]
    slots: tuple[str, ...]


class Bare:
    """The chains of a pattern, and the texts that look for pieces of them."""

    def __init__(self, pattern: Pattern) -> None:
        """Read the chains; conditions and subqueries are left behind."""
        self.pattern = pattern
        self.matches = pattern.query.matches
        self.names = _names(self.matches)
        self.labels: dict[str, set[str]] = {}
        self.maps: dict[str, dict[str, str]] = {}
        for match, names in zip(self.matches, self.names, strict=True):
            for node, name in zip(match.nodes, names, strict=True):
                self.labels.setdefault(name, set()).update(node.labels)
                self.maps.setdefault(name, {}).update(_literals(node.properties))
        self.patient = next(name for name, labels in self.labels.items() if "Patient" in labels)
        self.nodes = tuple(slot for slot, label in pattern.slots.items() if label not in SCALARS)
        self._walks: dict[str, frozenset[Link]] = {}
        self._precise: dict[str, bool] = {}
        self.graph = nx.MultiGraph()
        for number, (match, names) in enumerate(zip(self.matches, self.names, strict=True)):
            for place in range(len(match.edges)):
                self.graph.add_edge(names[place], names[place + 1], key=(number, place))

    def is_concept(self, name: str) -> bool:
        """Tell whether a node of the pattern is knowledge and not record."""
        return "Concept" in self.labels[name] or self.pattern.slots.get(name) == "Concept"

    def is_place(self, slot: str) -> bool:
        """Tell whether a slot is an admission or an ICU stay."""
        return self.pattern.slots[slot] in PLACES

    def walk(self, slot: str) -> frozenset[Link]:
        """Return the edges by which the pattern goes from the patient to a slot; none where knowledge lies between."""
        if slot not in self._walks:
            self._walks[slot] = self._walk(slot)
        return self._walks[slot]

    def _walk(self, slot: str) -> frozenset[Link]:
        record = self.graph.subgraph([name for name in self.graph if name == slot or not self.is_concept(name)])
        if self.is_concept(slot) or slot not in record or not nx.has_path(record, self.patient, slot):
            return frozenset()
        nodes = nx.shortest_path(record, self.patient, slot)
        return frozenset(min(record[one][other]) for one, other in pairwise(nodes))

    def places(self, slot: str) -> tuple[str, ...]:
        """Return the slots that are places on the walk to a slot, itself aside."""
        walked = self._touched(self.walk(slot))
        return tuple(s for s in self.nodes if s != slot and s in walked and self.is_place(s))

    def parts(self) -> tuple[Part, ...]:
        """Return the parts that the pattern falls into when the patient and the slots are held."""
        held = {self.patient, *self.nodes}
        walked = frozenset(chain.from_iterable(self.walk(slot) for slot in self.nodes))
        free = self.graph.subgraph([name for name in self.graph if name not in held])
        groups = [
            frozenset(key for *_, key in self.graph.edges(component, keys=True))
            for component in nx.connected_components(free)
        ]
        between = [frozenset({key}) for one, other, key in self.graph.edges(keys=True) if {one, other} <= held]
        wanted = [*groups, *(links for links in between if not links <= walked)]
        found = (Part(links, tuple(s for s in self.nodes if s in self._touched(links))) for links in wanted)
        return tuple(sorted(found, key=lambda part: sorted(part.links)))

    def linked(self, part: Part) -> frozenset[Link]:
        """Return the edges of a part that lead from its slots straight to their concepts."""
        return frozenset(link for link in part.links if self._is_link(link))

    def known(self, part: Part) -> frozenset[Link]:
        """Return the knowledge that a part reaches from its slots by knowledge alone, with the links to it."""
        edges = [link for link in part.links if self._is_link(link) or self._is_knowledge(link)]
        reached = {end for link in edges if self._is_link(link) for end in self._ends(link)}
        reached |= {slot for slot in part.slots if self.is_concept(slot)}
        while grown := {e for link in edges if reached & set(self._ends(link)) for e in self._ends(link)} - reached:
            reached |= grown
        return frozenset(link for link in edges if set(self._ends(link)) <= reached)

    def told(self, links: Iterable[Link], slots: Iterable[str]) -> tuple[str, ...]:
        """Return those of the slots that a text about these edges can name."""
        touched = self._touched(links)
        return tuple(slot for slot in slots if slot in touched or not self.is_concept(slot))

    def knowledge(self, links: Iterable[Link]) -> frozenset[Link]:
        """Return those of the edges that go between concepts."""
        return frozenset(link for link in links if self._is_knowledge(link))

    def looks_for(self, links: Iterable[Link], slots: Iterable[str]) -> Query:
        """Write the text that finds, by patient, the names of the slots for which these edges are there."""
        slots = tuple(slots)
        whole = frozenset(links).union(*(self.walk(slot) for slot in slots))
        columns = [f"{slot}.name AS told_{slot}" for slot in slots]
        return self._query(whole, [], columns)

    def concepts(self, slot: str) -> Query:
        """Write the text that finds places, name and concepts of every node that could stand in a slot."""
        columns = [f"{name}.name AS told_{name}" for name in (*self.places(slot), slot)]
        link = f"MATCH ({slot})-[kgqa_link:REFERS_TO]->(kgqa_concept:Concept)"
        roles = ", ".join(json.dumps(role) for role in _ALIKE)
        return self._query(
            self.walk(slot), [f"{link} WHERE NOT kgqa_link.role IN [{roles}]"], [*columns, "kgqa_concept.id AS concept"]
        )

    def vague(self, slot: str) -> Query | None:
        """Write the text that finds nodes of a slot whose time is known to the day only; None where none is asked for.

        A pattern asks for a precise time by the condition `slot.earliest = slot.latest`.
        """
        if slot not in self._precise:
            self._precise[slot] = any(_asks_precisely(match.where, slot) for match in self.matches)
        if not self._precise[slot]:
            return None
        columns = [f"{name}.name AS told_{name}" for name in (*self.places(slot), slot)]
        return self._query(self.walk(slot), [f"MATCH ({slot}) WHERE {slot}.earliest < {slot}.latest"], columns)

    def _query(self, links: frozenset[Link], more: list[str], columns: list[str]) -> Query:
        runs = [text for number in range(len(self.matches)) for text in self._runs(number, links)]
        lines = [f"MATCH ({self.patient}:Patient) WHERE {self.patient}.id IN $patients", *runs, *more]
        text = "\n".join([*lines, f"RETURN DISTINCT {', '.join([f'{self.patient}.id AS patient', *columns])}"])
        return parse(text, self.pattern.id)

    def _runs(self, number: int, links: frozenset[Link]) -> Iterable[str]:
        """Write the runs of neighbouring edges of one chain; within a MATCH no edge is used twice."""
        match, names = self.matches[number], self.names[number]
        text = ""
        for place, edge in enumerate(match.edges):
            if (number, place) in links:
                text = (text or self._node(names[place])) + _edge(edge) + self._node(names[place + 1])
            elif text:
                yield f"MATCH {text}"
                text = ""
        if text:
            yield f"MATCH {text}"

    def _node(self, name: str) -> str:
        labels = "".join(f":{label}" for label in sorted(self.labels[name])[:1])
        also = "".join(f":{label}" for label in sorted(self.labels[name])[1:])
        return f"({name}{labels}{also}{_map(self.maps[name])})"

    def _ends(self, link: Link) -> tuple[str, str]:
        names = self.names[link[0]]
        return names[link[1]], names[link[1] + 1]

    def _touched(self, links: Iterable[Link]) -> set[str]:
        return {end for link in links for end in self._ends(link)}

    def _is_knowledge(self, link: Link) -> bool:
        return all(self.is_concept(end) for end in self._ends(link))

    def _is_link(self, link: Link) -> bool:
        one, other = self._ends(link)
        return self.is_concept(one) != self.is_concept(other) and bool({one, other} & set(self.nodes))


def _names(matches: Iterable[Match]) -> list[list[str]]:
    numbers = count(1)
    return [[node.name or f"kgqa_{next(numbers)}" for node in match.nodes] for match in matches]


def _literals(properties: Iterable[tuple[str, Expression]]) -> dict[str, str]:
    return {key: json.dumps(value.value) for key, value in properties if isinstance(value, Literal)}


def _map(properties: Mapping[str, str]) -> str:
    return " {" + ", ".join(f"{key}: {text}" for key, text in properties.items()) + "}" if properties else ""


def _edge(edge: EdgePattern) -> str:
    kind = ":" + "|".join(edge.types) if edge.types else ""
    bounds = f"*{edge.hops[0]}..{edge.hops[1]}" if edge.hops else ""
    inside = f"[{kind}{bounds}{_map(_literals(edge.properties))}]"
    return f"-{inside}->" if edge.forward else f"<-{inside}-"


def _asks_precisely(where: Expression | None, slot: str) -> bool:
    if isinstance(where, Binary) and where.operator == "AND":
        return _asks_precisely(where.left, slot) or _asks_precisely(where.right, slot)
    if not isinstance(where, Comparison) or where.comparators != ("=",):
        return False
    named = {(part.variable, part.key) for part in where.operands if isinstance(part, Property)}
    return named == {(slot, "earliest"), (slot, "latest")}
