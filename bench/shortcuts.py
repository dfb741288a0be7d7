"""How far one gets in a question set without reading chart and knowledge: shortcut figures, by hops.

    python bench/shortcuts.py QUESTIONS [GRAPH]

commonest answer   always says the answer that its pattern has most often in the training split
record alone       picks by hash among what stands in the chart where the answer stands (the stored chance, averaged)
knowledge alone    says what the knowledge graph gives for the concepts that the question names, whoever the patient is
bag of words       what tells answerable from not by the words of the question alone: a logistic regression on words and
                   word pairs (tf-idf), and naive Bayes on counts of words. Area under the curve, and its interval over
                   patients (bootstrap), with questions left out at random, by patient, and as the set is split

An answer counts as right when it is the whole set of names, no more and no less. The last needs scikit-learn.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

from kgqa.question.together import answer_of

FOLDS, DRAWS = 5, 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path, nargs="?", default=Path("questions"))
    parser.add_argument("--why", action="store_true", help="print the words that tell most")
    wanted = parser.parse_args()
    with (wanted.questions / "questions.jsonl").open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    answerable = [record for record in records if record["answerable"]]
    print(f"{len(answerable):,} answerable questions, {len(records) - len(answerable):,} unanswerable\n")
    by_hops("commonest answer of its pattern", answerable, commonest(answerable))
    by_hops("record alone (a guess among candidates)", answerable, record_alone(answerable))
    by_hops("knowledge alone", answerable, knowledge_alone(answerable))
    if len(answerable) < len(records):
        bag_of_words(records)


def by_hops(name, records, right):
    """Print the share that is right, by hops and of all; `right` gives a share for each id that was tried."""
    tried = defaultdict(list)
    for record in records:
        if record["id"] in right:
            tried[record["hops"]].append(right[record["id"]])
    everything = [share for shares in tried.values() for share in shares]
    if not everything:
        print(f"{name}: nothing to try")
        return
    told = "  ".join(f"{hops} hops {sum(shares) / len(shares):.1%}" for hops, shares in sorted(tried.items()))
    print(f"{name}: {sum(everything) / len(everything):.1%} of {len(everything):,}   {told}")


def commonest(records):
    """Learn each pattern's commonest answer from the training split and try it on the rest."""
    seen = defaultdict(Counter)
    for record in records:
        if record["split"] == "train":
            seen[record["pattern"]][answer_of(record)] += 1
    best = {pattern: min(counts, key=lambda a: (-counts[a], a)) for pattern, counts in seen.items()}
    return {r["id"]: best.get(r["pattern"]) == answer_of(r) for r in records if r["split"] != "train"}


def record_alone(records):
    """Average the chance that a guess among what the chart holds in the answer's place is right.

    A set of n from k candidates is guessed whole with a chance of 1 in k over n, given that n is known.
    """
    right = {}
    for record in records:
        candidates, size = record["candidates"], len(record["answer"]["values"])
        if record["answer"]["kind"] in ("set", "one", "most") and candidates and candidates >= size:
            right[record["id"]] = 1 / _choose(candidates, size)
        elif record["chance"] is not None:
            right[record["id"]] = record["chance"]
    return right


def knowledge_alone(records):
    """Learn which answers each pattern gave for the same named things in other charts, and say those most often given.

    The places (admissions, stays) are blanked out, so only what the knowledge graph says of the named things is left,
    and how often charts bear it out. Tried by leaving the whole patient out.
    """
    seen = defaultdict(lambda: defaultdict(Counter))
    for record in records:
        seen[_named(record)][record["patient"]][answer_of(record)] += 1
    right = {}
    for record in records:
        others = Counter()
        for patient, counts in seen[_named(record)].items():
            if patient != record["patient"]:
                others.update(counts)
        if record["knowledge"]:
            guess = min(others, key=lambda a: (-others[a], a)) if others else None
            right[record["id"]] = guess == answer_of(record)
    return right


def bag_of_words(records):
    """Tell answerable from not by the words alone: two classifiers, three ways to leave questions out."""
    import numpy as np
    from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import roc_auc_score
    from sklearn.model_selection import GroupKFold, StratifiedKFold
    from sklearn.naive_bayes import MultinomialNB
    from sklearn.pipeline import make_pipeline

    texts = np.array([record["question"] for record in records], dtype=object)
    truth = np.array([record["answerable"] for record in records])
    groups = np.array([record["patient"] for record in records])
    train = np.array([record["split"] == "train" for record in records])
    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), min_df=3, sublinear_tf=True), LogisticRegression(max_iter=2000, C=1.0)
    )
    classifiers = {"regression": model, "naive Bayes": make_pipeline(CountVectorizer(), MultinomialNB())}
    folds = {
        "at random": list(StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(texts, truth)),
        "by patient": list(GroupKFold(FOLDS).split(texts, truth, groups)),
        "by split": [(np.flatnonzero(train), np.flatnonzero(~train))],
    }
    print("bag of words on answerability, area under the curve (chance 0.500):")
    for name, classifier in classifiers.items():
        for left_out, pairs in folds.items():
            told = np.full(len(truth), np.nan)
            for learnt, tried in pairs:
                told[tried] = classifier.fit(texts[learnt], truth[learnt]).predict_proba(texts[tried])[:, 1]
            some = ~np.isnan(told)
            low, high = _interval(truth[some], told[some], groups[some], roc_auc_score)
            auc = roc_auc_score(truth[some], told[some])
            print(f"  {name}, left out {left_out}: {auc:.3f} ({low:.3f} to {high:.3f})")
            if name == "regression" and left_out == "by patient":
                by_patient = told
    length = np.array([len(text.split()) for text in texts])
    print(f"length alone: AUC {roc_auc_score(truth, length):.3f}")
    for hops in sorted({record["hops"] for record in records}):
        mine = np.array([record["hops"] == hops for record in records])
        if len(set(truth[mine])) > 1:
            auc = roc_auc_score(truth[mine], by_patient[mine])
            print(f"  {hops} hops, regression by patient: AUC {auc:.3f} of {mine.sum():,}")
    if "--why" in sys.argv:
        model.fit(texts, truth)
        names, weights = model[0].get_feature_names_out(), model[1].coef_[0]
        order = np.argsort(weights)
        print("unanswerable:", ", ".join(f"{names[i]} {weights[i]:.1f}" for i in order[:40]))
        print("answerable:", ", ".join(f"{names[i]} {weights[i]:.1f}" for i in order[::-1][:40]))


def _interval(truth, told, groups, score):
    """Return the middle 95 % of the score when whole patients are drawn anew."""
    import numpy as np

    dice = random.Random(0)
    members = {group: np.flatnonzero(groups == group) for group in sorted(set(groups.tolist()))}
    patients = list(members)
    found = []
    for _ in range(DRAWS):
        drawn = np.concatenate([members[dice.choice(patients)] for _ in patients])
        if len(set(truth[drawn].tolist())) > 1:
            found.append(score(truth[drawn], told[drawn]))
    found.sort()
    return found[int(0.025 * len(found))], found[int(0.975 * len(found)) - 1]


def _named(record):
    slots = sorted(
        (name, str(slot.get("name", slot.get("value"))))
        for name, slot in record["slots"].items()
        if slot.get("label") not in ("Admission", "ICUStay")
    )
    return record["pattern"], tuple(slots)


def _choose(number, size):
    ways = 1
    for step in range(size):
        ways = ways * (number - step) // (step + 1)
    return ways


if __name__ == "__main__":
    main()
