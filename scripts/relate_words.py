#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Makes dictionaries/nl/related-words.tsv: Dutch words that the English glossary gives for the same English words,
"annuleren" and "geannuleerd", "gevolg" and "consequentie".

    scripts/relate_words.py [--least 0.45] [--shared 2]

Two words are related where at least SHARED English words have both, and the cosine of their weights by English word is at least
LEAST; a word counts less the later it stands in its line. To be run when the glossary has changed. Needs
Debian's python3-snowballstemmer, with which forms of one word count as one.
"""
import argparse
import math
import pathlib
from collections import Counter, defaultdict

import snowballstemmer

DICTIONARIES = pathlib.Path(__file__).resolve().parent.parent / "dictionaries"
HEAD = """# Dutch words that say much the same, a pair a line; weaker than synonyms. Made by scripts/relate_words.py from
# en-nl/glossary.tsv: words that stand behind the same English words. Licence: EUPL-1.2. 2026-11-28
#: word\trelated
"""
LATER = 0.5  # what each further place in a line takes off


def rows(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--least", type=float, default=0.45)
    parser.add_argument("--shared", type=int, default=2)
    arguments = parser.parse_args()
    dutch, english = snowballstemmer.stemmer("dutch"), snowballstemmer.stemmer("english")
    stop = {row[0] for row in rows(DICTIONARIES / "nl/stopwords.tsv")}

    form = {}  # of each stem the first word met
    said_by = defaultdict(dict)  # English stem -> Dutch stem -> weight
    for key, cell in rows(DICTIONARIES / "en-nl/glossary.tsv"):
        weights = said_by[english.stemWord(key)]
        words = [word for word in cell.split(" / ") if " " not in word]
        for place, word in enumerate(words):
            if word in stop:
                continue
            stem = dutch.stemWord(word)
            form.setdefault(stem, word)
            weights[stem] = max(weights.get(stem, 0), 1 / (1 + LATER * place))

    length, together, shared = Counter(), Counter(), Counter()
    for weights in said_by.values():
        stems = sorted(weights)
        for i, one in enumerate(stems):
            length[one] += weights[one] ** 2
            for other in stems[i + 1:]:
                together[one, other] += weights[one] * weights[other]
                shared[one, other] += 1

    pairs = set()
    for (one, other), product in together.items():
        if shared[one, other] >= arguments.shared and product >= arguments.least * math.sqrt(length[one] * length[other]):
            pairs.add(tuple(sorted((form[one], form[other]))))
    lines = sorted(("\t".join(pair) for pair in pairs), key=str.encode)
    (DICTIONARIES / "nl/related-words.tsv").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(len(lines), "pairs")


if __name__ == "__main__":
    main()
