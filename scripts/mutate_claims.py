#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Make false claims out of true ones, to see whether they are still called supported.

usage: mutate_claims.py make [--docs DIR]... GOLD... > MUTANTS.jsonl  (one object a line: id, kind, claim, original)
       mutate_claims.py inputs MUTANTS.jsonl             (one claim a line, for vraagbaak check --batch)
       mutate_claims.py score MUTANTS.jsonl VERDICTS.ndjson [--show N]

GOLD holds claims with their verdicts; only supported ones are changed. Kinds: times_ten, tenth, magnitude (miljoen and
miljard swapped), year (one later, one earlier), unit (euro and %, a count and %), negation, neighbour (the figure that
stands next to the right one in the evidence), row (the figure of the row or item before or after it, where the documents
are given). A mutant that still holds (meer dan 5 × 10 and the like) is left out where
that can be told. Plain Python, no packages.
"""
import json, os, re, sys
from collections import Counter

NUMBER = re.compile(r'(?<![\w.,-])(\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)(?![\w-]|[.,]\d)')
LOOSE = re.compile(r'(more than|over|at least|meer dan|minstens|fewer than|less than|minder dan|hoogstens|at most)\s*$', re.I)
DAY = re.compile(r'^\s+(jan|feb|maart|march|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)', re.I)
REACH = 160   # characters round the evidence: a row or item before and after it
NEGATION = [(r'\b(is|zijn|was|waren|werd|werden|kan|mag|wil|heeft|hebben|kreeg|kregen|telde|telt)\b', r'\1 niet'),
            (r'\b(is|are|was|were|has|have|can|had|will)\b', r'\1 not')]


def is_year(text):
    return re.fullmatch(r'(19|20)\d\d', text) is not None


def shift(text, english, power):
    """The number ten times as large or small, written the same way; None where it cannot be."""
    group, point = (',', '.') if english else ('.', ',')
    whole, _, part = text.replace(group, '').partition(point)
    if not whole.isdigit():
        return None
    digits = whole + part
    at = len(whole) + power
    digits = digits.ljust(at, '0')
    whole, part = digits[:at] or '0', digits[at:].rstrip('0')
    whole = whole.lstrip('0') or '0'
    if group in text or len(whole) > 3:
        whole = re.sub(r'(?<=\d)(?=(\d{3})+$)', group, whole)
    return whole + (point + part if part else '')


def quantities(claim):
    for m in NUMBER.finditer(claim):
        if not is_year(m.group(1)) and not DAY.match(claim[m.end():]):
            yield m


def figures_beside(gold, folders):
    """The first figure behind the evidence and the last before it, in the document: the neighbouring rows or items."""
    for folder in folders:
        path = os.path.join(folder, gold.get('doc') or '')
        if not os.path.isfile(path):
            continue
        with open(path, encoding='utf-8-sig') as f:
            text = f.read()
        at = text.find(gold.get('evidence') or '\0')
        if at < 0:
            return
        behind, before = text[at + len(gold['evidence']):][:REACH], text[max(0, at - REACH):at]
        for found in (list(NUMBER.finditer(behind))[:1], list(NUMBER.finditer(before))[-1:]):
            for m in found:
                if not is_year(m.group(1)) and len(m.group(1)) > 1:
                    yield m.group(1)
        return


def mutants(gold, folders=()):
    claim, english = gold['claim'], gold['lang'] == 'en'
    found = gold.get('found') or {}
    numbers = list(quantities(claim))
    for m in numbers[:1]:
        loose = LOOSE.search(claim[:m.start()])
        down = loose and loose.group(1).lower() in ('more than', 'over', 'at least', 'meer dan', 'minstens')
        up = loose and not down
        for kind, power in (('times_ten', 1), ('tenth', -1)):
            if (power == 1 and up) or (power == -1 and down):
                continue
            new = shift(m.group(1), english, power)
            if new is None or (power == -1 and ',' in new and found.get('unit') == 'count'):
                continue
            yield kind, claim[:m.start()] + new + claim[m.end():]
        after = claim[m.end():]
        if not loose:
            if re.match(r'\s*(%|procent|per ?cent)', after):
                yield 'unit', claim[:m.end()] + re.sub(r'^\s*(%|procent|per ?cent)', ' euro', after)
            elif re.match(r'\s*(miljoen |miljard |million |billion )?euro', after):
                yield 'unit', claim[:m.end()] + re.sub(r'^\s*(miljoen |miljard |million |billion )?euro', '%', after)
            elif found.get('unit') == 'count':
                yield 'unit', claim[:m.end()] + '%' + after
        evidence = gold.get('evidence') or ''
        value = re.sub(r'[^\d,.]', '', found.get('text') or '').strip('.,')
        others = [x.group(1) for x in NUMBER.finditer(evidence) if not is_year(x.group(1))]
        if not english and not loose:
            for other in others:
                if other != value and other != m.group(1) and len(other) > 1:
                    yield 'neighbour', claim[:m.start()] + other + claim[m.end():]
                    break
            for other in figures_beside(gold, folders):
                if other not in (value, m.group(1)) and other not in others:
                    yield 'row', claim[:m.start()] + other + claim[m.end():]
    for a, b in (('miljoen', 'miljard'), ('miljard', 'miljoen'), ('million', 'billion'), ('billion', 'million')):
        if re.search(rf'\b{a}\b', claim):
            loose = LOOSE.search(re.split(rf'\s*[\d.,]*\s*\b{a}\b', claim)[0])
            if not loose:
                yield 'magnitude', re.sub(rf'\b{a}\b', b, claim, count=1)
            break
    years = [m for m in re.finditer(r'\b(19|20)\d\d', claim)]
    if len(years) == 1:
        m = years[0]
        for step in (1, -1):
            yield 'year', claim[:m.start()] + str(int(m.group(0)) + step) + claim[m.end():]
    pattern, to = NEGATION[english]
    if re.search(pattern, claim) and not re.search(r'\b(geen|no|not|niet)\b', claim, re.I):
        yield 'negation', re.sub(pattern, to, claim, count=1)


def load(path):
    with open(path, encoding='utf-8') as f:
        return [json.loads(line) for line in f if line.strip()]


def main():
    if len(sys.argv) < 3 or sys.argv[1] not in ('make', 'inputs', 'score'):
        sys.exit(__doc__)
    mode = sys.argv[1]
    if mode == 'make':
        arguments = sys.argv[2:]
        folders = [arguments[i + 1] for i, word in enumerate(arguments[:-1]) if word == '--docs']
        for i, path in enumerate(arguments):
            if path == '--docs' or (i > 0 and arguments[i - 1] == '--docs'):
                continue
            for gold in load(path):
                if gold['verdict'] == 'supported':
                    for kind, claim in mutants(gold, folders):
                        print(json.dumps({'id': gold['id'], 'kind': kind, 'claim': claim, 'original': gold['claim']},
                                         ensure_ascii=False))
    elif mode == 'inputs':
        for mutant in load(sys.argv[2]):
            print(mutant['claim'].replace('\n', ' '))
    else:
        made, said = load(sys.argv[2]), load(sys.argv[3])
        if len(made) != len(said):
            sys.exit(f'{len(made)} mutants, {len(said)} verdicts: give the verdicts on these mutants')
        show = int(sys.argv[sys.argv.index('--show') + 1]) if '--show' in sys.argv else 0
        total, wrong, verdicts = Counter(), Counter(), Counter()
        for mutant, verdict in zip(made, said):
            total[mutant['kind']] += 1
            verdicts[verdict['verdict']] += 1
            if verdict['verdict'] == 'supported':
                wrong[mutant['kind']] += 1
                if sum(wrong.values()) <= show:
                    quote = (verdict.get('citation') or {}).get('quote', '')[:120]
                    print(f"SUPPORTED {mutant['id']} {mutant['kind']}: {mutant['claim']}\n     {quote!r}")
        for kind in sorted(total):
            print(f'{kind:12} {wrong[kind]} of {total[kind]}')
        print(json.dumps({'mutants': len(made), 'still_supported': round(sum(wrong.values()) / max(len(made), 1), 4),
                          'refuted': verdicts['refuted'], 'not_found': verdicts['not_found']}))


if __name__ == '__main__':
    main()
