#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Fit how claims are judged (dictionaries/scoring/claim-weights.tsv), with cross-validation by document.

usage: fit_claims.py questions GOLD > CLAIMS.jsonl        (claims made of questions with their answers)
       fit_claims.py fit CLAIMS=VERDICTS[@WEIGHT]... [--folds N] [--pull L]
                         [--false SHARE] [--write dictionaries/scoring]

CLAIMS holds claims with the verdict that is right (one JSON object a line; a mutant, without verdict, is any but
supported); VERDICTS is what `vraagbaak check --batch FILE --json --explain` gave for them, in the same order.
Two logistic regressions: "support" tells whether the best agreeing figure bears a claim out, "refutation" whether the
best differing figure is about the claim's quantity. Plain Python, no packages.
"""
import json, math, random, re, sys
from collections import Counter, defaultdict

# Few features: with some hundreds of claims more of them fit noise. They were chosen by the cross-validated likelihood, one
# added or left out at a time.
COMMON = ['bias', 'lead', 'lead_beside', 'lead_near', 'here']
MODELS = {'support': COMMON + ['tight_name', 'alone', 'tight', 'in_question', 'small', 'year_here', 'is_year'],
          'refutation': COMMON + ['alone', 'tight', 'year_other', 'in_question', 'far', 'precision', 'missing_names', 'before']}
ROUNDS = 8
FALSE_REFUTATION_COSTS = 0.25   # of a claim, in right verdicts
FALSE_SUPPORT_COSTS = 2.0   # of an example, in missed supported claims: a false "supported" is worse than silence


def load(path):
    with open(path, encoding='utf-8') as f:
        return [json.loads(line) for line in f if line.strip()]


def sigmoid(x):
    return 1 / (1 + math.exp(-max(-30, min(30, x))))


def evidence(verdict, model):
    e = verdict.get('evidence') or {}
    if f'{model}.bias' not in e:
        return None
    return {k: e.get(f'{model}.{k}', 0.0) for k in MODELS[model]}


def read(arguments):
    rows = []
    for argument in arguments:
        claims, _, verdicts = argument.partition('=')
        verdicts, _, weight = verdicts.partition('@')
        for claim, verdict in zip(load(claims), load(verdicts)):
            rows.append({'gold': claim.get('verdict', 'mutant'), 'group': claim.get('doc') or claim['id'],
                         'weight': float(weight or 1), 'support': evidence(verdict, 'support'),
                         'refutation': evidence(verdict, 'refutation'), 'real': not weight,
                         'negated': bool((verdict.get('evidence') or {}).get('negated')),
                         'other': verdict['verdict'] if 'evidence' not in verdict else None})
    return rows


def examples(rows, model):
    for row in rows:
        x = row[model]
        if x is None or (row['negated'] and row['gold'] == 'mutant'):   # a denied figure is right about the figure
            continue
        if model == 'support':
            y = 1 if row['gold'] == ('refuted' if row['negated'] else 'supported') else 0
            yield x, y, row['weight'] * (1 if y else FALSE_SUPPORT_COSTS)
        elif row['gold'] != 'mutant' and not row['negated']:
            yield x, 1 if row['gold'] == 'refuted' else 0, row['weight'] * (0.5 if row['gold'] == 'supported' else 1)


def solve(a, b):
    """x with a x = b, by Gaussian elimination."""
    n = len(b)
    m = [row[:] + [b[i]] for i, row in enumerate(a)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(m[r][i]))
        m[i], m[pivot] = m[pivot], m[i]
        for r in range(i + 1, n):
            f = m[r][i] / m[i][i]
            for c in range(i, n + 1):
                m[r][c] -= f * m[i][c]
    x = [0.0] * n
    for i in reversed(range(n)):
        x[i] = (m[i][n] - sum(m[i][c] * x[c] for c in range(i + 1, n))) / m[i][i]
    return x


def fit(rows, model, pull):
    """Newton's method on the penalised likelihood."""
    names = MODELS[model]
    data = [([x[k] for k in names], y, weight) for x, y, weight in examples(rows, model)]
    w = [0.0] * len(names)
    for _ in range(ROUNDS):
        slope = [-(0.01 if k == 'bias' else pull) * w[i] for i, k in enumerate(names)]
        curve = [[((0.01 if k == 'bias' else pull) if i == j else 0.0) for j in range(len(names))]
                 for i, k in enumerate(names)]
        for x, y, weight in data:
            p = sigmoid(sum(a * b for a, b in zip(w, x)))
            for i, xi in enumerate(x):
                if xi == 0:
                    continue
                slope[i] += weight * (y - p) * xi
                row, k = curve[i], weight * p * (1 - p) * xi
                for j, xj in enumerate(x):
                    row[j] += k * xj
        w = [a + b for a, b in zip(w, solve(curve, slope))]
    return dict(zip(names, w))


def chance(w, x):
    return 0.0 if x is None else sigmoid(sum(w[k] * x[k] for k in w))


def judge(s, r, ts, tr, other=None, negated=False):
    """`other`: the verdict of what was judged without figures."""
    if other:
        return other
    if negated:
        return 'refuted' if s >= ts else 'not_found'
    return 'supported' if s >= ts else 'refuted' if r >= tr else 'not_found'


def thresholds(scored, most_false):
    """The pair of thresholds with the most right verdicts where at most that share of all supported is supported falsely."""
    best = None
    grid = [i / 40 for i in range(6, 39)]
    for ts in grid:
        for tr in grid:
            verdicts = [(gold, judge(s, r, ts, tr, None, negated)) for gold, s, r, negated in scored]
            said = sum(v == 'supported' for _, v in verdicts)
            false = sum(v == 'supported' and gold != 'supported' for gold, v in verdicts)
            if false > most_false * said:
                continue
            gain = sum(gold == v for gold, v in verdicts) - FALSE_REFUTATION_COSTS * sum(
                v == 'refuted' and gold != 'refuted' for gold, v in verdicts)
            if best is None or gain > best[0]:
                best = (gain, ts, tr)
    return best[1:]


def report(name, scored):
    table = Counter((g, v) for g, v in scored)
    n = sum(c for (g, _), c in table.items() if g != 'mutant')
    said = sum(c for (g, v), c in table.items() if v == 'supported' and g != 'mutant')
    wrong = sum(c for (g, v), c in table.items() if v == 'supported' and g not in ('supported', 'mutant'))
    mutants = sum(c for (g, _), c in table.items() if g == 'mutant')
    print(f"{name}: accuracy {sum(c for (g, v), c in table.items() if g == v) / max(n, 1):.4f} of {n}, "
          f"false supported {wrong / max(said, 1):.4f}, mutants supported {table[('mutant', 'supported')]} of {mutants}")
    for g in ('supported', 'refuted', 'not_found'):
        print('   ', f'{g:10}', {v: table[(g, v)] for v in ('supported', 'refuted', 'not_found')})


def option(name, default):
    return sys.argv[sys.argv.index(name) + 1] if name in sys.argv else default


def run_fit():
    arguments = [a for a in sys.argv[2:] if '=' in a]
    rows = read(arguments)
    folds, pull = int(option('--folds', 5)), float(option('--pull', 1.0))
    groups = sorted({row['group'] for row in rows})
    random.Random(1).shuffle(groups)
    fold_of = {g: i % folds for i, g in enumerate(groups)}
    held = []
    for fold in range(folds):
        train = [r for r in rows if fold_of[r['group']] != fold]
        ws, wr = fit(train, 'support', pull), fit(train, 'refutation', pull)
        for r in rows:
            if fold_of[r['group']] == fold:
                held.append((r, chance(ws, r['support']), chance(wr, r['refutation'])))
    scored = [(r['gold'], s, p, r['negated']) for r, s, p in held if r['real'] and not r['other']]
    ts, tr = thresholds(scored, float(option('--false', 0.04)))
    report('cross-validated', [(r['gold'], judge(s, p, ts, tr, r['other'], r['negated'])) for r, s, p in held if r['real']])
    ws, wr = fit(rows, 'support', pull), fit(rows, 'refutation', pull)
    report('fitted', [(r['gold'], judge(chance(ws, r['support']), chance(wr, r['refutation']), ts, tr, r['other'],
                                        r['negated']))
                      for r in rows if r['real']])
    print('thresholds', ts, tr)
    for name, w in (('support', ws), ('refutation', wr)):
        print(name, {k: round(v, 2) for k, v in w.items()})
    folder = option('--write', None)
    if folder:
        path = folder + '/claim-weights.tsv'
        with open(path, encoding='utf-8') as f:
            old = f.readlines()
        head = [line for line in old if line.startswith('#')]
        lines = [line for line in old if line.startswith('statement')]
        for name, w, t in (('refutation', wr, tr), ('support', ws, ts)):
            lines += sorted(f'{name}\t{k}\t{v:.3f}\n' for k, v in list(w.items()) + [('threshold', t)])
        with open(path, 'w', encoding='utf-8') as f:
            f.writelines(head + sorted(lines))


def made_of_questions(path):
    """A question with its answer behind it is a claim; with a neighbouring or altered figure a false one."""
    draw = random.Random(7)
    for q in load(path):
        text = q['question'].rstrip('?')
        if q['type'] == 'none':
            yield {'id': q['id'], 'verdict': 'not_found', 'claim': f"{text}: {draw.randint(21, 979)}{draw.choice(['', '.000 euro', '%', ' miljoen euro'])}"}
            continue
        answer = (q.get('answers') or [{}])[0]
        if answer.get('value') is None or q.get('all'):
            continue
        said = answer['text']
        numbers = [n for n in re.findall(r'\d[\d.,]*', q.get('evidence') or '') if n.rstrip('.,') not in said]
        digits = re.search(r'\d[\d.,]*\d|\d', said)
        yield {'id': q['id'], 'doc': q.get('doc'), 'verdict': 'supported', 'claim': f'{text}: {said}'}
        if not digits:
            continue
        other = draw.choice(numbers).rstrip('.,') if numbers and draw.random() < 0.6 else None
        if other is None:
            old = digits.group(0)
            other = re.sub(r'\d', lambda m: str((int(m.group(0)) + draw.randint(1, 4)) % 9 + 1), old, count=2)
        false = said[:digits.start()] + other + said[digits.end():]
        yield {'id': q['id'] + 'x', 'doc': q.get('doc'), 'verdict': 'refuted', 'claim': f'{text}: {false}'}


def main():
    if len(sys.argv) < 3 or sys.argv[1] not in ('questions', 'fit'):
        sys.exit(__doc__)
    if sys.argv[1] == 'fit':
        return run_fit()
    for claim in made_of_questions(sys.argv[2]):
        print(json.dumps(claim, ensure_ascii=False))


if __name__ == '__main__':
    main()
