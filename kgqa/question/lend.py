"""What is swapped into a twin: names that answerable questions say, so that no word belongs to either side.

Each twin takes a slot of one question and puts it into another of the same pattern, drawn by hash as often as questions
say it, and the more often the fewer charts could take it: a name that stands in nine charts of ten can be asked in vain
of the tenth only. The draw is fair, not exact: where each name's share were exact, having seen the others would tell.

What the questions of one patient alone say is lent last: elsewhere it would tell, by how the others know it. Where
nothing can be lent, the admission is swapped: for one of another chart, moved to the years of this one, since every
chart's calendar is shifted by years of its own. Some twins name what their own chart does hold, but does not bear out.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from kgqa.question.absence import Absence, Slots
from kgqa.question.dates import is_dated, moved, year_of
from kgqa.question.draw import digest, key_by_weight
from kgqa.question.twin import Host, Twin, swapped

_DRAWS = 24  # questions that are asked what they could lend
_TRIES = 16
_STRANGERS = 48
_OWN = 3  # of so many twins one tries a name of its own chart first
_RAREST = 0.02  # a name in every chart is not tried for ever

Swap = tuple[str, Slots]  # the slot, and what comes into it and into what goes along
Said = tuple[str, str]  # label and name


class Owed:
    """Which names the questions of a set say, and how often twins may still say those of their own chart."""

    def __init__(self, hosts: Iterable[Host], ratio: float) -> None:
        """Take all questions of the set and how many twins come on each."""
        self.ratio = ratio
        self.left: defaultdict[Said, float] = defaultdict(float)
        self.of: dict[Said, int | None] = {}
        for host in hosts:
            for said in _said(host.slots):
                one = self.of.setdefault(said, host.patient)
                self.of[said] = host.patient if one == host.patient else None

    def asked(self, slots: Slots) -> None:
        """Count a question: what twins may say grows with it, so that no pattern uses it up for the others."""
        for said in _said(slots):
            self.left[said] += self.ratio

    def made(self, slots: Slots) -> None:
        """Count a twin."""
        for said in _said(slots):
            self.left[said] -= 1

    def of_one(self, told: Mapping[str, Any]) -> bool:
        """Tell whether the questions of one patient alone say a name."""
        return self.of.get((told["label"], told["name"])) is not None


class Lending:
    """Draws the twins of one pattern."""

    def __init__(self, absence: Absence, hosts: Sequence[Host], seed: int, owed: Owed) -> None:
        """Take the questions of the pattern; what names owe is shared by all patterns."""
        self.absence, self.seed, self.owed, self.bare = absence, seed, owed, absence.bare
        self.ring = sorted(hosts, key=lambda host: (digest("host", seed, host.id), host.id))
        self.marks = [digest("host", seed, host.id) for host in self.ring]
        self.things = tuple(slot for slot in self.bare.nodes if not self.bare.is_place(slot))
        self.standing = self._standing()
        self.places = tuple(slot for slot in self.bare.nodes if self.bare.is_place(slot))

    def draw(self, wanted: Collection[str], more: int, taken: Callable[[Twin], bool]) -> list[Twin]:
        """Draw twins of the wanted hosts and of `more` beyond; where one can bear none, the next does instead.

        `taken` tells what must not be used.
        """
        drawn: list[Twin] = []
        for host in sorted(self.ring, key=lambda host: (digest("twin", self.seed, host.id), host.id)):
            self.owed.asked(host.slots)
            if host.id in wanted:
                drawn += self._twin(host, taken)
        for host in sorted(self.ring, key=lambda host: in_turn(host.id, self.seed)):
            if len(drawn) >= len(wanted) + more:
                break
            if host.id not in wanted:
                drawn += self._twin(host, taken)
        return drawn

    def _twin(self, host: Host, taken: Callable[[Twin], bool]) -> list[Twin]:
        """Return the twin of a host, if it can bear one."""
        for slot, others in self._swaps(host):
            slots = swapped(self.bare.pattern.slots, host.slots, slot, others, self.bare.places)
            if slots is None or (reason := self.absence.reason(host.patient, slots)) is None:
                continue
            twin = Twin(host, slots, slot, reason)
            if not taken(twin):
                self.owed.made(slots)
                return [twin]
        return []

    def _swaps(self, host: Host) -> Iterator[Swap]:
        """Yield what could be swapped, the best first."""
        dated = [slot for slot in host.slots if is_dated(host.slots[slot])]
        things = [slot for slot in self.things if slot not in dated]
        own = self._own(host, [*things, *(slot for slot in self.things if slot in dated)])
        asks_precisely = any(self.absence.asks_precisely(slot) for slot in things)
        if asks_precisely or int(digest("try", self.seed, host.id)[:8], 16) % _OWN == 0:
            yield from own
        stays = self._stays(host, dated)
        lent = self._lent(host, things)
        alone = [swap for swap in lent if self.owed.of_one(swap[1][swap[0]])]
        yield from self._drawn(host, [*stays, *(swap for swap in lent if swap not in alone)])
        yield from own
        yield from self._drawn(host, self._moved(host, dated))
        yield from self._drawn(host, alone)

    def _lent(self, host: Host, things: Sequence[str]) -> list[Swap]:
        """Return what questions drawn by hash would lend."""
        places = [bisect(self.marks, digest("place", self.seed, host.id, number)) for number in range(_DRAWS)]
        lenders = [self.ring[place % len(self.ring)] for place in places]
        return [(slot, {slot: other.slots[slot]}) for other in lenders for slot in things]

    def _own(self, host: Host, things: Sequence[str]) -> list[Swap]:
        """Return other names of the same chart and place that questions say and twins owe."""
        found: list[Swap] = []
        for slot in things:
            if self.bare.walk(slot) and "said" not in host.slots[slot]:
                label = host.slots[slot]["label"]
                near = self.absence.names(slot).get(self.absence.place(slot, host.patient, host.slots), ())
                names = [name for name in near if name is not None and self._may_say(slot, label, name)]
                found += [(slot, {slot: {"name": name, "label": label}}) for name in names]
        return self._drawn(host, found)[:_TRIES]

    def _may_say(self, slot: str, label: str, name: str) -> bool:
        """Tell whether a name may be used; a date is no one's own, and vague times stand in few charts."""
        return self.owed.left[label, name] > 0 or is_dated({"name": name}) or self.absence.asks_precisely(slot)

    def _stays(self, host: Host, dated: Sequence[str]) -> list[Swap]:
        """Return the other places of the same patient, where nothing else of the question says a date."""
        found: list[Swap] = []
        for slot in self.places:
            if not dated or list(dated) == [slot]:
                names = self.absence.names(slot).get(self.absence.place(slot, host.patient, host.slots), ())
                label = host.slots[slot]["label"]
                found += [(slot, {slot: {"name": name, "label": label}}) for name in names if name is not None]
        return found

    def _moved(self, host: Host, dated: Sequence[str]) -> list[Swap]:
        """Return places of other patients, with what else says a date, moved to the years of the host's."""
        found: list[Swap] = []
        for slot in self.places[:1]:
            mine = year_of(host.slots[slot])
            for other in self._strangers(host):
                theirs = year_of(other.slots[slot])
                years = mine - theirs if mine is not None and theirs is not None else 0
                told = {name: moved(other.slots[name], years) for name in {slot, *dated}}
                sound = {name: one for name, one in told.items() if one is not None}
                if len(sound) == len(told):
                    found.append((slot, sound))
        return found

    def _strangers(self, host: Host) -> list[Host]:
        """Return questions of other patients, the next on the ring of hashes, each of another place."""
        start = bisect(self.marks, digest("stranger", self.seed, host.id))
        found: dict[tuple[int, str], Host] = {}
        for other in (self.ring[at % len(self.ring)] for at in range(start, start + len(self.ring))):
            if len(found) == _STRANGERS:
                break
            if other.patient != host.patient:
                found.setdefault((other.patient, other.slots[self.places[0]]["name"]), other)
        return list(found.values())

    def _drawn(self, host: Host, swaps: Sequence[Swap]) -> list[Swap]:
        """Put swaps in the order of a draw without replacement: what comes often and few charts hold comes first."""
        distinct, times = {_key(swap): swap for swap in swaps}, Counter(map(_key, swaps))
        keys = {
            key: key_by_weight(times[key] / max(1 - self.standing[key], _RAREST), "swap", self.seed, host.id, *key)
            for key in distinct
        }
        return [distinct[key] for key in sorted(keys, key=lambda key: (-keys[key], key))]

    def _standing(self) -> Mapping[tuple[str, str], float]:
        """Return the share of the patients in whose charts, or questions, a name stands."""
        patients: dict[tuple[str, str], set[int]] = defaultdict(set)
        for slot in self.things:
            for host in self.ring:
                patients[slot, host.slots[slot]["name"]].add(host.patient)
            for place, names in self.absence.names(slot).items() if self.bare.walk(slot) else ():
                for name in names:
                    if (slot, name) in patients:
                        patients[slot, name].add(place.patient)
        everyone = len({host.patient for host in self.ring})
        return defaultdict(float, {key: len(found) / everyone for key, found in patients.items()})


def in_turn(identity: str, seed: int) -> tuple[str, str]:
    """Return what sorts questions by who bears a twin first."""
    return digest("share", seed, identity), identity


def _key(swap: Swap) -> tuple[str, str]:
    slot, others = swap
    return slot, others[slot]["name"]


def _said(slots: Slots) -> set[Said]:
    return {(told["label"], told["name"]) for told in slots.values() if "name" in told}
