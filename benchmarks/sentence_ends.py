"""Precision, recall and F1 of sentence ends on edited text, against ends judged by reading.

    python benchmarks/sentence_ends.py [CORPUS]

`sentence_ends.csv` says where they are: paragraphs drawn at random from those that plainlint cuts
in two or more, of different texts. Whoever judged them saw where plainlint cuts; a paragraph that
it leaves in one piece is not among them.
"""

from pathlib import Path

from corpus_path import corpus_files

from plainlint.document.readers import parse_source
from plainlint.run.discovery import read_source

GOLD = Path(__file__).with_name("sentence_ends.csv")


def main() -> None:
    paths = {path.name: path for path in corpus_files(__doc__ or "")}
    right = wrong = missed = 0
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        name, *numbers = line.split(",")
        if line.startswith("#") or name not in paths:
            continue
        start, *ends = map(int, numbers)
        document = parse_source(read_source(paths[name]))
        spans = [sentence.span for sentence in document.sentences]
        found = {span.end for span in spans if span.end > start and span.start < ends[-1]}
        for end in found ^ set(ends):
            print(f"{'missed' if end in ends else 'wrong'}: {name}, code point {end}")
        right += len(found & set(ends))
        wrong += len(found - set(ends))
        missed += len(set(ends) - found)
    if not right:
        print("none of the documents that were judged is in this corpus")
        return
    precision, recall = right / (right + wrong), right / (right + missed)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{right + missed} ends: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")


if __name__ == "__main__":
    main()
