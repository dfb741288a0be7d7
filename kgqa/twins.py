"""Draws the unanswerable twins of a set: so many that they are the wanted share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from math import ceil
from typing import Any

from kgqa.model import Record
from kgqa.opening import SERVER_AT_ONCE, Opened
from kgqa.question.absence import Absence, Slots, key_of
from kgqa.question.dates import is_dated
from kgqa.question.draw import digest
from kgqa.question.lend import Lending, Owed, in_turn
from kgqa.question.plan import Plan
from kgqa.question.pool import Entry, Pool
from kgqa.question.record import id_of
from kgqa.question.twin import Host, Twin, record_of, swapped, well_worded, wordings_of
from kgqa.stage import Stage, Tell

_MORE = 0.1  # by so much a pattern may stand in for others

Said = set[tuple[int, str]]  # patient and hash of a wording


def twins_of(
    opened: Opened,
    plans: Mapping[str, Plan],
    pool: Pool,
    drawn: Sequence[Entry],
    share: float,
    wrong: Collection[str] = (),
    tell: Tell = lambda _stage: None,
) -> list[Record]:
    """Return twins of the drawn questions, so many that they are `share` of the whole set.

    Which questions have one is a fair draw by hash, so that neither pattern nor patient tells; where a pattern can bear
    no more, the next ones have a few more.
    `wrong` are ids that reviewers found wrong.
    """
    ratio = share / (1 - share)
    of: dict[str, list[Entry]] = defaultdict(list)
    for entry in drawn:
        of[entry.pattern].append(entry)
    hosts: dict[str, list[Host]] = {}
    said: Said = set()
    for pattern, entries in sorted(of.items()):
        hosts[pattern] = []
        for entry in entries:
            record = pool.read(entry)
            hosts[pattern].append(Host(record["id"], record["patient"], record["slots"]))
            said |= {(record["patient"], digest(text)) for text in record["wordings"]}
    everyone = [host for mine in hosts.values() for host in mine]
    turns = sorted(in_turn(host.id, opened.setting.seed) for host in everyone)[: ceil(len(everyone) * ratio)]
    wanted, owed = {identity for _, identity in turns}, Owed(everyone, ratio)
    made: list[Record] = []
    short = 0
    for number, (pattern, mine) in enumerate(hosts.items()):
        tell(Stage(f"twins: {pattern}", number / len(hosts), (number + 1) / len(hosts)))
        entry_of = {entry.id: entry for entry in of[pattern]}
        chosen = {host.id for host in mine if host.id in wanted}
        more = min(short, ceil(_MORE * len(chosen)))
        found = _proven(opened, plans[pattern], mine, owed, chosen, more, said, wrong)
        short += len(chosen) - len(found)
        for twin, agreed in found:
            host = pool.read(entry_of[twin.host.id])
            made.append(record_of(plans[pattern], host, twin, opened.setting.seed, agreed=agreed))
    return made


def _proven(
    opened: Opened,
    plan: Plan,
    hosts: Sequence[Host],
    owed: Owed,
    wanted: Collection[str],
    more: int,
    said: Said,
    wrong: Collection[str],
) -> list[tuple[Twin, bool | None]]:
    """Draw the twins of one pattern; with a second engine, those for which it finds the same reason."""
    prover, seed = opened.prover, opened.setting.seed
    patients = [host.patient for host in hosts]
    second = Absence(prover.second, plan, patients, SERVER_AT_ONCE) if prover.second else None

    def taken(twin: Twin) -> bool:
        words = {(twin.host.patient, digest(text)) for text in wordings_of(plan, twin.slots)}
        identity = id_of(plan, twin.host.patient, key_of(plan, twin.slots))
        if words & said or identity in wrong or not well_worded(plan, twin.slots):
            return True
        if second is not None and second.reason(twin.host.patient, twin.slots) != twin.reason:
            return True
        said.update(words)
        return False

    absence = Absence(prover.engine, plan, patients, opened.at_once)
    twins = Lending(absence, hosts, seed, owed).draw(wanted, more, taken)
    return [(twin, True if second else None) for twin in twins]


def again(opened: Opened, plan: Plan, hosts: Sequence[Record], written: Sequence[Record]) -> dict[str, Record]:
    """Prove written twins of one pattern again and make their records anew, by id; those not proven are not there.

    `hosts` are the questions of the pattern in the set, made again. What a twin says of its slots is taken from it for
    the swapped slot only.
    """
    prover, of = opened.prover, {host["id"]: host for host in hosts}
    patients = [host["patient"] for host in hosts]
    absence = Absence(prover.engine, plan, patients, opened.at_once)
    second = Absence(prover.second, plan, patients, SERVER_AT_ONCE) if prover.second else None
    made: dict[str, Record] = {}
    for record in written:
        host = of.get(record["twin_of"])
        told = record["slots"].get(record["swapped"], {})
        if host is None or "name" not in told or "name" not in host["slots"].get(record["swapped"], {}):
            continue
        others = {record["swapped"]: told, **_along(record, host)}
        slots = swapped(plan.pattern.slots, host["slots"], record["swapped"], others, absence.bare.places)
        reason = absence.reason(host["patient"], slots) if slots else None
        if slots is None or reason is None:
            continue
        agreed = None if second is None else second.reason(host["patient"], slots) == reason
        twin = Twin(Host(host["id"], host["patient"], host["slots"]), slots, record["swapped"], reason)
        one = record_of(plan, host, twin, opened.setting.seed, agreed=agreed)
        made[one["id"]] = one
    return made


def _along(record: Record, host: Record) -> dict[str, Mapping[str, Any]]:
    """Return what a twin says of the other dated slots, where the swapped one says a date."""
    mine: Slots = record["slots"]
    if not is_dated(mine[record["swapped"]]):
        return {}
    dated = [name for name, told in host["slots"].items() if is_dated(told) and is_dated(mine.get(name, {}))]
    return {name: mine[name] for name in dated if _said(mine[name]) != _said(host["slots"][name])}


def _said(slot: Mapping[str, Any]) -> tuple[Any, Any]:
    return slot.get("name"), slot.get("value")
