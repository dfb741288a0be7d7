"""What comes into a set: by hash, within limits, balanced, and little moved by one more patient."""

from collections import Counter
from dataclasses import replace

from kgqa.question.pool import Entry
from kgqa.question.select import at_most, balanced, even, size_of

SEED = 7


def entries(number, **changed):
    """A pool that is uneven in everything: one pattern, one concept, small answers and early tenths prevail."""
    made = []
    for n in range(number):
        rare = n % 10 == 0
        made.append(
            Entry(
                id=f"q-{n:05}",
                pattern="rare" if rare else "common",
                patient=n % 50,
                split="train",
                hops=4 if n % 7 == 0 else 2,
                size=3 if n % 5 == 0 else 1,
                decile=8 if n % 6 == 0 else 0,
                concepts=(f"C{n}",) if n % 3 == 0 else ("C-heparin",),
                yes=None,
                answer=None,
                offset=n,
            )
        )
    return [replace(entry, **changed) for entry in made]


def share(pool, what):
    counts = Counter(what(entry) for entry in pool)
    return {key: count / len(pool) for key, count in counts.items()}


def test_a_limit_is_kept_and_evens_out_families_hops_sizes_tenths_and_concepts():
    pool = entries(3000)
    drawn = balanced(pool, 200, SEED)
    assert len(drawn) == 200
    for what in (lambda e: e.pattern, lambda e: e.hops, size_of, lambda e: e.decile):
        before, after = share(pool, what), share(drawn, what)
        rare = min(before, key=before.get)
        assert before[rare] < 0.21
        assert after[rare] > 0.3
    named = lambda pool: sum("C-heparin" in e.concepts for e in pool) / len(pool)  # noqa: E731
    assert named(pool) > 0.6
    assert named(drawn) < 0.1


def test_what_is_drawn_keeps_its_order_and_is_the_same_each_time():
    pool = entries(500)
    drawn = balanced(pool, 100, SEED)
    assert drawn == [entry for entry in pool if entry in drawn]
    assert drawn == balanced(pool, 100, SEED)
    assert {e.id for e in drawn} == {e.id for e in balanced(pool[::-1], 100, SEED)}
    assert drawn != balanced(pool, 100, SEED + 1)


def test_no_limit_and_a_limit_that_is_not_reached_keep_all():
    pool = entries(30)
    assert balanced(pool, 0, SEED) == pool
    assert balanced(pool, 30, SEED) == pool


def test_one_more_patient_moves_few_of_the_others():
    pool = entries(3000)
    before = {entry.id for entry in balanced(pool, 300, SEED)}
    more = [replace(entry, id="q-x" + entry.id[2:], patient=99) for entry in pool[:60]]
    after = {entry.id for entry in balanced([*pool, *more], 300, SEED)}
    came = sum(identity.startswith("q-x") for identity in after)
    assert len(before - after) <= came + 6
    assert came < 30


def test_yes_and_no_are_equally_many_in_each_pattern():
    pool = [replace(entry, yes=number % 4 == 0) for number, entry in enumerate(entries(200))]
    kept = even(pool, SEED)
    shares = Counter((entry.pattern, entry.yes) for entry in kept)
    assert shares["common", True] == shares["common", False] == sum(e.yes and e.pattern == "common" for e in pool)
    assert shares["rare", True] == shares["rare", False]


def test_a_pattern_with_one_polarity_keeps_none_and_other_kinds_keep_all():
    assert even(entries(20, yes=True), SEED) == []
    assert even(entries(20), SEED) == entries(20)


def test_at_most_so_many_of_each_group_by_hash():
    pool = entries(100)
    kept = at_most(pool, 3, lambda entry: entry.pattern, SEED)
    assert Counter(entry.pattern for entry in kept) == {"common": 3, "rare": 3}
    stays = {e.id for e in kept} - {pool[0].id}
    assert stays <= {e.id for e in at_most(pool[1:], 3, lambda entry: entry.pattern, SEED)}
    assert at_most(pool, 0, lambda entry: entry.pattern, SEED) == pool
