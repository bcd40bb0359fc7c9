# SPDX-License-Identifier: EUPL-1.2
"""The queries that bench/compare asks of every engine, drawn from the corpus itself: the same for the same folder and seed.

A query is a pair: its kind, and its words. Kinds, in the order of KINDS:
  and      all of one to three words within a stretch of 25 words
  or       any of four such words
  phrase   two words that follow each other
  near     two words with at most four between them
  prefix   the first five letters of a word
  letter   the first letter of a word
  hundred  any of a hundred words
  common   any of three of the commonest words: "de OR het OR van"
  deep     one common word, results 1001 to 1010
  ask      a question, in full
  check    a statement with a number, in full; every other one with a wrong digit
"""
import collections
import json
import pathlib
import random
import re

KINDS = ("and", "or", "phrase", "near", "prefix", "letter", "hundred", "common", "deep", "ask", "check")
DEEP = 1000  # results that are passed over
NEAR = 5  # words
MOST_FILES = 2000  # that are looked into
STRETCH = 25  # words
WHOLE_WORD = re.compile(r"(?<![\w-])[^\W\d_]{5,}(?![\w-])")
COMMON = 12


def paragraphs(path):
    """The pieces of a text file between empty lines."""
    return [text for text in re.split(r"\n[ \t]*\n", path.read_text(encoding="utf-8", errors="replace")) if text.strip()]


def make_queries(folder, few, questions=(), claims=(), seed=7):
    """`few` of each kind, fewer of letters, hundreds and common words. None of a kind that the folder has nothing for."""
    chance = random.Random(seed)
    files = sorted(pathlib.Path(folder).rglob("*.txt"))
    texts = [text for path in chance.sample(files, min(MOST_FILES, len(files))) for text in paragraphs(path)]
    long_texts = [text for text in texts if len(text) > 200 and len(set(WHOLE_WORD.findall(text))) >= 6]
    if not long_texts:
        raise SystemExit(f"compare: no paragraph of 200 letters in the .txt files below {folder}: nothing to ask about")
    counts = collections.Counter(word for text in texts for word in re.findall(r"[^\W\d_]{2,}", text.lower()))
    common = [word for word, _ in counts.most_common(COMMON)]
    frequent = [word for word, _ in counts.most_common(100) if len(word) > 3]
    makers = {
        "and": lambda: chance.sample(words_of(stretch(chance, chance.choice(long_texts))), chance.choice((1, 2, 3))),
        "or": lambda: chance.sample(words_of(stretch(chance, chance.choice(long_texts))), 4),
        "phrase": lambda: pair(chance, chance.choice(long_texts), 0),
        "near": lambda: pair(chance, chance.choice(long_texts), NEAR - 1),
        "prefix": lambda: [chance.choice(words_of(chance.choice(long_texts)))[:5]],
        "letter": lambda: [chance.choice(words_of(chance.choice(long_texts)))[:1].lower()],
        "hundred": lambda: chance.sample(sorted({word for text in chance.sample(long_texts, min(30, len(long_texts)))
                                                 for word in words_of(text)}), 100),
        "common": lambda: chance.sample(common, 3),
        "deep": lambda: [chance.choice(frequent)],
    }
    queries = [("common", ["de", "het", "van"])]
    for kind, make in makers.items():
        some = max(1, few // 5) if kind in ("letter", "hundred", "common") else few
        for _ in range(some - (kind == "common")):
            words = first_made(make)
            if words:
                queries.append((kind, words))
    asked = list(questions) or [line for text in texts for line in re.findall(r"^\d+\. ([^\n?]+\?)", text, re.MULTILINE)]
    stated = list(claims) or statements(texts)
    for kind, lines in (("ask", asked), ("check", stated)):
        queries += [(kind, line.split()) for line in chance.sample(lines, min(few, len(lines)))]
    return sorted(queries, key=lambda query: KINDS.index(query[0]))


def first_made(make, tries=50):
    """What a maker comes to; not every text has what it looks for, and a small folder has no hundred words."""
    for _ in range(tries):
        try:
            return make()
        except (ValueError, IndexError):
            pass
    return None


def stretch(chance, text):
    words = text.split()
    begin = chance.randrange(max(1, len(words) - STRETCH))
    return " ".join(words[begin:begin + STRETCH])


def words_of(text):
    return sorted(set(WHOLE_WORD.findall(text)))


def pair(chance, text, between):
    """Two words of a text with at most so many words between them, in their order."""
    tokens = text.split()
    places = [i for i, word in enumerate(tokens) if WHOLE_WORD.fullmatch(word)]
    pairs = [(tokens[i], tokens[j]) for i in places for j in places if 0 < j - i <= between + 1]
    return list(chance.choice(pairs))


def statements(texts):
    """Sentences with a number, every other one with its last digit changed."""
    found = [sentence for text in texts for sentence in re.findall(r"(?:(?<=\. )|^)[^.!?\n]{30,200}\.(?= |$)", text)
             if re.search(r"\d", sentence) and not re.match(r"\d", sentence)]
    return [sentence if i % 2 else re.sub(r"\d(?=\D*$)", lambda digit: str((int(digit[0]) + 1) % 10), sentence)
            for i, sentence in enumerate(found)]


def read_lines(path, key):
    """Lines of JSON with that key, or plain lines."""
    lines = [line for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]
    return [json.loads(line)[key] if line.startswith("{") else line for line in lines]


def plain(query):
    """Without the punctuation that is syntax to some engines."""
    kind, words = query
    return kind, re.findall(r"[^\W_]+", " ".join(words))
