"""How well the difficulty of a sentence tells hard from easy.

    python benchmarks/difficulty.py [CORPUS]

On the corpus: professionals' sentences told from patients' on topics held out of the fit, the share
of hard sentences on pages of either kind, and the rank correlation of pages with Flesch-Kincaid. On
`difficulty_pairs.tsv`, hard and easy versions of one idea, written by hand and not fitted to: the
pairs in which the hard one has the higher value. On all its sentences: that none gets harder, and
most get easier, when a cause that is named is taken out.
"""

from pathlib import Path
from statistics import mean, median
from time import perf_counter

from accuracy import auc
from corpus_path import corpus_files
from fit_difficulty import fit, rows
from topics import Topic, topics

from plainlint import sentence_difficulty
from plainlint.analysis.difficulty.score import iter_factors, sum_factor_amounts
from plainlint.analysis.metrics.measures import measure
from plainlint.document.readers import parse_source
from plainlint.rulebook.page import Pages, get_shipped_folder
from plainlint.rulebook.rule import make_rule
from plainlint.run.discovery import read_source

PAIRS = Path(__file__).with_name("difficulty_pairs.tsv")
FOLDS, IN_A_ROW, FEWEST, SHOWN = 10, 10, 5, 20
RULE = "readability/hard-sentence"


def held_out(every: list[Topic]) -> None:
    """Weights fitted on nine tenths of the topics judge the sentences of the last tenth."""
    high: list[list[float]] = []
    low: list[list[float]] = []
    for fold in range(FOLDS):
        weights = fit(rows([t for number, t in enumerate(every) if number % FOLDS != fold]))
        for topic in every[fold::FOLDS]:
            for kind, texts in ((high, topic.professional), (low, topic.patient)):
                found = (sum_factor_amounts(text).values() for text in texts)
                kind.append([sum(map(float.__mul__, weights, row)) for row in found])
    singles = [[value for page in kind for value in page] for kind in (high, low)]
    tens = [[ten for page in kind for ten in means(page)] for kind in (high, low)]
    print(f"held-out topics: {len(every)}, sentences {len(singles[0])} and {len(singles[1])}")
    print(f"one sentence: AUC {auc(*singles):.4f}")
    print(f"mean of {IN_A_ROW} in a row: AUC {auc(*tens):.4f}")


def means(page: list[float]) -> list[float]:
    starts = range(0, len(page) - IN_A_ROW + 1, IN_A_ROW)
    return [mean(page[start : start + IN_A_ROW]) for start in starts]


def shares(every: list[Topic]) -> None:
    page = Pages([get_shipped_folder()])[RULE]
    limits = make_rule(page).limits["patient"]
    for label, pages in (
        ("patient", [topic.patient for topic in every]),
        ("professional", [topic.professional for topic in every]),
    ):
        values = [[sentence_difficulty(text).value for text in page] for page in pages if page]
        for tier in filter(None, (limits.target, limits.most)):
            above = [100 * mean(value > tier for value in page) for page in values]
            print(
                f"{label} pages: above {tier:g}: {mean(above):.1f}% (median {median(above):.1f}%)"
            )


def pages(files: list[Path]) -> None:
    """Pages by mean difficulty and by grade, and those whose ranks differ most."""
    found = []
    for path in files:
        document = parse_source(read_source(path))
        if len(document.sentences) >= FEWEST:
            values = [sentence_difficulty(sentence.text).value for sentence in document.sentences]
            grade = measure(document).scores["flesch_kincaid"]
            found.append((path.name, grade, mean(values), len(values)))
    by_grade, by_value = ranks([page[1] for page in found]), ranks([page[2] for page in found])
    gaps = [value - grade for grade, value in zip(by_grade, by_value, strict=True)]
    size = len(found)
    rho = 1 - 6 * sum(gap * gap for gap in gaps) / (size * (size * size - 1))
    print(f"{size} pages of {FEWEST} sentences and more: rank correlation with grades {rho:.4f}")
    for index in sorted(range(size), key=lambda index: -abs(gaps[index]))[:SHOWN]:
        name, grade, value, number = found[index]
        print(
            f"  {gaps[index]:+5d} ranks  grade {grade:4.1f}  mean {value:4.1f}  {number:4} {name}"
        )


def ranks(values: list[float]) -> list[int]:
    order = sorted(range(len(values)), key=values.__getitem__)
    rank = {index: place for place, index in enumerate(order)}
    return [rank[index] for index in range(len(values))]


def pairs() -> None:
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    both = [line.split("\t") for line in lines if line and not line.startswith("#")]
    wrong = [
        (hard, easy)
        for hard, easy in both
        if sentence_difficulty(hard).value <= sentence_difficulty(easy).value
    ]
    share = 100 * (1 - len(wrong) / len(both))
    print(f"{len(both)} pairs: the hard one is higher in {share:.1f}%")
    for hard, easy in wrong:
        print(f"  {sentence_difficulty(hard).value:.1f} {hard}")
        print(f"  {sentence_difficulty(easy).value:.1f} {easy}")
    taken_out([text for pair in both for text in pair])


def taken_out(texts: list[str]) -> None:
    lower = number = 0
    for text in texts:
        value = sentence_difficulty(text).value
        for cause in iter_factors(text):
            number += 1
            rest = text[: cause.start] + text[cause.end :]
            lower += sentence_difficulty(rest).value < value
    print(f"a named cause taken out: easier in {lower:,} of {number:,} cases")
    seconds = 0.0
    for text in texts * 20:
        # A sentence is remembered once it is judged; the words stay known, as in a document.
        sentence_difficulty.cache_clear()
        began = perf_counter()
        sentence_difficulty(text)
        seconds += perf_counter() - began
    micro = seconds / (len(texts) * 20) * 1e6
    print(f"{micro:.0f} microseconds a sentence")


def main() -> None:
    files = corpus_files(__doc__ or "")
    every = topics(files)
    pairs()
    shares(every)
    pages(files)
    held_out(every)


if __name__ == "__main__":
    main()
