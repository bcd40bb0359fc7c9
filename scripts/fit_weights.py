#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Fit the weights of the answer features and the calibration of confidence, with cross-validation by document.

usage: fit_weights.py fit GOLD=CANDIDATES... [--folds N] [--pull L] [--write dictionaries/scoring]
       fit_weights.py twins GOLD [year|entity|kind]
       fit_weights.py silence ANSWERS...

GOLD is a file of questions with their answers (one JSON object a line); CANDIDATES is what
`vraagbaak ask --batch FILE --json --candidates` gave for those questions, in the same order. A line without GOLD
("=CANDIDATES") holds questions that the documents do not answer.
`twins` prints questions of GOLD turned into ones that no document answers: for a year that none speaks of, with an
invented name in the place of one it names, or for another kind of figure (hectares).
`silence` counts how many of such questions were answered all the same; ANSWERS is what `ask --batch FILE --json` gave.

Ranking: a softmax over the candidates of one question, by gradient descent, pulled towards the weights
set by hand in start_weights.tsv, with an eye on what the development questions missed.
Confidence: logistic regression on the best candidate of questions that were held out. Plain Python, no packages.
"""
import json, math, os, random, re, sys, unicodedata
from collections import defaultdict
from decimal import Decimal, InvalidOperation

SOURCES = ['figure', 'cell', 'name', 'list', 'text']
KEPT = 60                       # candidates a question, best first; the right ones always
EPOCHS = 40
CERTAINTY = ['lead', 'share', 'kind', 'close', 'covered', 'missing_names', 'absent', 'year_missing', 'year_other',
             'heaviest_missing', 'kind_first', 'focus', 'focus_all', 'is_cell']
TABLE_WEIGHT = 3                # of a question on a table cell: rarer among the questions fitted on than among users' own
WRONG_COSTS = 0.5               # of a wrong answer, in right ones: a confident error is worse than silence


def fold(s):
    s = unicodedata.normalize('NFKD', s or '')
    s = ''.join(c for c in s if not unicodedata.combining(c)).casefold()
    return re.sub(r'[^\w%]+', ' ', s).strip()


def decimal(v):
    try:
        return Decimal(str(v)).normalize() if v not in (None, '') else None
    except InvalidOperation:
        return None


def token_f1(a, b):
    a, b = fold(a).split(), fold(b).split()
    common = 0
    rest = list(b)
    for word in a:
        if word in rest:
            rest.remove(word)
            common += 1
    return 2 * common / (len(a) + len(b)) if common else 0.0


def is_right(gold, answer):
    """True where `answer` says what one gold answer says: value and unit, date, or words."""
    if gold.get('value') is not None:
        g, p = decimal(gold['value']), decimal(answer.get('value'))
        units = {gold.get('unit'), answer.get('unit')}
        strict = units & {'EUR', '%', 'ha'}
        return g is not None and g == p and (len(units) == 1 or not strict)
    keys = [k for k in ('date', 'from', 'to') if gold.get(k)]
    if keys:
        if all(str(answer.get(k) or '') == gold[k] for k in keys):
            return True
        return fold(gold.get('text')) == fold(answer.get('text')) != ''
    g, t = fold(gold.get('text')), fold(answer.get('text'))
    return bool(g and t) and (g == t or (g in t and len(t) <= 2 * len(g) + 10) or token_f1(g, t) >= 0.75)


class Case:
    """One question: its candidates as (source, features, label, identity)."""

    def __init__(self, gold, explained, corpus):
        self.corpus = corpus
        self.is_none = gold is None or gold['type'] == 'none'
        self.group = (gold or {}).get('doc') or explained['question']
        self.lang = (gold or {}).get('lang') or explained['language']
        self.weight = TABLE_WEIGHT if (gold or {}).get('type') == 'table_cell' else 1
        self.candidates = []
        shown = ([explained['answer']] if explained.get('answer') else []) + (explained.get('also') or [])
        for rank, c in enumerate(shown):
            features = {f['name']: f['value'] for f in c.get('features', [])}
            source = int(features.pop('source', 0))
            excluded = bool(features.pop('excluded', 0))
            features = {k: v for k, v in features.items() if not k.startswith('certainty.')}
            if gold is None or self.is_none:
                right = False
            elif gold.get('all'):
                items = ' | '.join(fold(str(x)) for x in c.get('items') or [])
                right = bool(items) and all(fold(a['text']) in items for a in gold['answers'])
            else:
                right = any(is_right(a, c) for a in gold['answers'])
            if rank < KEPT or right:
                identity = (c.get('kind'), str(decimal(c['value']))) if c.get('value') else \
                    (c.get('date'), c.get('from'), c.get('to')) if c.get('date') or c.get('from') else fold(c['text'])
                self.candidates.append((source, list(features.items()), right and not excluded, identity, excluded))

    def scores(self, w):
        return [sum(w.get((s, n), 0.0) * v for n, v in f) for s, f, *_ in self.candidates]

    def best(self, w):
        scores = self.scores(w)
        possible = [i for i, c in enumerate(self.candidates) if not c[4]]
        return max(possible, key=scores.__getitem__) if possible else None


def train(cases, prior, pull):
    """Weights that make the right candidates likeliest; the stochastic gradient with a step for each weight."""
    w, squares = dict(prior), defaultdict(float)
    cases = [c for c in cases if not c.is_none and any(k[2] for k in c.candidates) for _ in range(c.weight)]
    order = random.Random(1)
    for epoch in range(EPOCHS):
        order.shuffle(cases)
        for case in cases:
            scores = case.scores(w)
            top = max(s for s, c in zip(scores, case.candidates) if not c[4])
            e = [0.0 if c[4] else math.exp(s - top) for s, c in zip(scores, case.candidates)]
            total = sum(e)
            right = sum(x for x, c in zip(e, case.candidates) if c[2])
            gradient = defaultdict(float)
            for x, (source, features, is_correct, *_) in zip(e, case.candidates):
                p = x / total - (x / right if is_correct and right > 0 else 0.0)
                if abs(p) < 1e-4:
                    continue
                for name, value in features:
                    gradient[(source, name)] += p * value
            for key, g in gradient.items():
                g += pull * (w.get(key, 0.0) - prior.get(key, 0.0))
                squares[key] += g * g
                w[key] = w.get(key, 0.0) - 0.15 * g / (1e-3 + math.sqrt(squares[key]))
    return w


def certainty(case, w):
    scores = case.scores(w)
    i = case.best(w)
    if i is None:
        return None
    source, features, right, identity, _ = case.candidates[i]
    f = dict(features)
    weights = [math.exp(min(max(s - scores[i], -50), 50)) for s in scores]
    same = sum(x for x, c in zip(weights, case.candidates) if c[3] == identity)
    others = [s for s, c in zip(scores, case.candidates) if c[3] != identity]
    close = f.get('row', 0) + f.get('column', 0) if source == 1 else \
        f.get('left', 0) + f.get('right', 0) + f.get('sentence', 0)
    focus = f.get('focus', 0) + f.get('focus_upto', 0) + f.get('focus_sentence', 0)
    return {'lead': min(5.0, scores[i] - max(others)) if others else 5.0, 'share': same / sum(weights),
            'kind': f.get('kind', 0), 'close': close, 'covered': 1 - f.get('missing', 0),
            'missing_names': f.get('missing_names', 0), 'absent': f.get('absent', 0),
            'year_missing': f.get('year_missing', 0), 'year_other': f.get('year_other', 0),
            'heaviest_missing': f.get('heaviest_missing', 0), 'kind_first': f.get('kind_first', 0),
            'focus': focus, 'focus_all': focus + f.get('focus_before', 0) + f.get('focus_linked', 0),
            'is_cell': 1 if source == 1 else 0}, right


def logistic(rows, pull=0.002):
    """Weights of a logistic sum for rows of (values, is_right)."""
    w = {n: 0.0 for n in ['bias'] + CERTAINTY}
    for step in range(3000):
        g = {n: pull * w[n] for n in w}
        for values, right in rows:
            p = sigmoid(w, values) - right
            g['bias'] += p / len(rows)
            for n in CERTAINTY:
                g[n] += p * values[n] / len(rows)
        for n in w:
            w[n] -= 1.0 * g[n]
    return w


def sigmoid(w, values):
    z = w['bias'] + sum(w[n] * values[n] for n in CERTAINTY)
    return 1 / (1 + math.exp(-z))


def threshold_for(rows, w):
    """The threshold at which right answers less the cost of wrong ones are most."""
    points = sorted((sigmoid(w, v), r) for v, r in rows)
    best, at = None, 0.3
    for t in [x / 100 for x in range(5, 80)]:
        gain = sum((1 if r else -WRONG_COSTS) for p, r in points if p >= t)
        if best is None or gain > best:
            best, at = gain, t
    return at


def read_weights(path):
    w = {}
    if not os.path.exists(path):
        return w
    for line in open(path, encoding='utf-8'):
        cells = line.rstrip('\n').split('\t')
        if line.startswith('#'):
            continue
        for source, cell in enumerate(cells[1:]):
            if cell:
                w[(source, cells[0])] = float(cell)
    return w


def header(path):
    return [l for l in open(path, encoding='utf-8') if l.startswith('#')]


def write_weights(path, w):
    lines = header(path)
    for name in sorted({n for _, n in w}):
        cells = [f'{w[(s, name)]:.3f}' if abs(w.get((s, name), 0)) >= 0.0005 else '' for s in range(len(SOURCES))]
        lines.append('\t'.join([name] + cells).rstrip('\t') + '\n')
    open(path, 'w', encoding='utf-8').writelines(lines)


def write_calibration(path, w, threshold):
    lines = header(path)
    values = dict(w, threshold=threshold)
    lines += [f'{n}\t{values[n]:.3f}\n' for n in sorted(values)]
    open(path, 'w', encoding='utf-8').writelines(lines)


def report(name, cases, outcome):
    """outcome: for each case (confidence, right) or None; the threshold is inside."""
    for corpus in sorted({c.corpus for c in cases}):
        rows = [(c, o) for c, o in zip(cases, outcome) if c.corpus == corpus]
        answerable = [o for c, o in rows if not c.is_none]
        none = [o for c, o in rows if c.is_none]
        answered = [o for _, o in rows if o and o[0]]
        right = sum(1 for o in answerable if o and o[0] and o[1])
        silent = sum(1 for o in none if not (o and o[0]))
        top = sum(1 for o in answerable if o and o[1])
        print(f'{name:16} {corpus[-40:]:40} best right {top}/{len(answerable)}  accuracy {(right + silent) / len(rows):.3f}'
              f'  precision {right / max(1, len(answered)):.3f}  none {silent}/{len(none)}')


def fit(arguments):
    options = {'--folds': '5', '--pull': '0.006', '--write': ''}
    pairs = []
    while arguments:
        a = arguments.pop(0)
        if a in options:
            options[a] = arguments.pop(0)
        else:
            pairs.append(a.split('=', 1))
    cases = []
    for gold, explained in pairs:
        golds = [json.loads(l) for l in open(gold, encoding='utf-8') if l.strip()] if gold else None
        with open(explained, encoding='utf-8') as f:
            for i, line in enumerate(f):
                cases.append(Case(golds[i] if golds else None, json.loads(line), gold or explained))
    folder = options['--write'] or 'dictionaries/scoring'
    prior = read_weights(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'start_weights.tsv'))
    pull, folds = float(options['--pull']), int(options['--folds'])
    groups = sorted({c.group for c in cases})
    random.Random(2).shuffle(groups)
    fold_of = {g: i % folds for i, g in enumerate(groups)}

    held_out = [None] * len(cases)
    for k in range(folds):
        w = train([c for c in cases if fold_of[c.group] != k], prior, pull)
        for i, c in enumerate(cases):
            if fold_of[c.group] == k:
                held_out[i] = certainty(c, w)
    outcome = []
    for i, c in enumerate(cases):
        outcome.append(None)
    for k in range(folds):
        rows = [h for h, c in zip(held_out, cases) if h and fold_of[c.group] != k for _ in range(c.weight)]
        w = logistic(rows)
        t = threshold_for(rows, w)
        for i, c in enumerate(cases):
            if fold_of[c.group] == k and held_out[i]:
                outcome[i] = (sigmoid(w, held_out[i][0]) >= t, held_out[i][1])
    report('cross-validated', cases, outcome)

    w = train(cases, prior, pull)
    rows = [h for h, c in zip(held_out, cases) if h for _ in range(c.weight)]
    calibration = logistic(rows)
    t = threshold_for(rows, calibration)
    fitted = [certainty(c, w) for c in cases]
    report('fitted', cases, [(sigmoid(calibration, h[0]) >= t, h[1]) if h else None for h in fitted])
    print('threshold', t, {n: round(v, 2) for n, v in calibration.items()})
    print('reliability of held-out confidence:')
    for low in range(0, 100, 20):
        inside = [r for v, r in rows if low <= 100 * sigmoid(calibration, v) < low + 20 + (low == 80)]
        if inside:
            print(f'  {low:3}-{low + 20:3} %: {sum(inside)}/{len(inside)} right')
    if options['--write']:
        write_weights(os.path.join(folder, 'answer-weights.tsv'), w)
        write_calibration(os.path.join(folder, 'calibration.tsv'), calibration, t)


NAME = re.compile(r"(?<=\s)(?:[A-Z][\w&'-]*[a-z0-9A-Z]|[A-Z]{2,})(?:\s+[A-Z][\w&'-]+)*")
QUANTITY = re.compile(r'^(hoeveel|how many|how much)\b(?:\s+(?:procent|percent|euro|geld|money))?', re.I)
SYLLABLES = ['zor', 'vex', 'kal', 'moor', 'quin', 'tar', 'bolu', 'drim']


def invented(name):
    """A name that no document has, the same for the same name."""
    order = random.Random(name)
    return ''.join(order.choice(SYLLABLES) for _ in range(3)).capitalize()


def swap_year(question):
    return re.sub(r'\b(19|20)\d\d', lambda m: str(int(m.group()) - 37), question)


def swap_entity(question):
    return NAME.sub(lambda m: invented(m.group()), question, count=1)


def swap_kind(question):
    return QUANTITY.sub(lambda m: 'How many hectares' if m.group()[:3].lower() == 'how' else 'Hoeveel hectare',
                        question)


def twins(arguments):
    swap = {'year': swap_year, 'entity': swap_entity, 'kind': swap_kind}[arguments[1] if len(arguments) > 1 else 'year']
    for line in open(arguments[0], encoding='utf-8'):
        gold = json.loads(line)
        if gold['type'] in ('none', 'area'):
            continue
        changed = swap(gold['question'])
        if changed != gold['question']:
            print(' '.join(changed.split()))


def silence(arguments):
    for path in arguments:
        answers = [json.loads(line) for line in open(path, encoding='utf-8')]
        false = [a for a in answers if a['status'] == 'answered']
        print(f'{path}: {len(false)} of {len(answers)} answered falsely')
        for a in false:
            print(f"  {a['answer']['confidence']:.2f}  {a['question'][:100]} -> {a['answer']['text'][:60]!r}")


def main():
    commands = {'fit': fit, 'twins': twins, 'silence': silence}
    if len(sys.argv) < 3 or sys.argv[1] not in commands:
        sys.exit(__doc__)
    commands[sys.argv[1]](sys.argv[2:])


if __name__ == '__main__':
    main()
