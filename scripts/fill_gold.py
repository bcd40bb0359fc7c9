#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Make gold files whole: put in the words of the documents that tests/gold names by place.

usage: fill_gold.py SHARED OUT      SHARED holds corpora/; OUT gets the folders of tests/gold

A line of tests/gold says where its evidence, passage or long answer stands: a document (a path below SHARED/corpora) and
code points [start, end) of its text. Here the words are read from there, so that each file written is in the format of
SHARED/gold/FORMAT.md. Stops with the line's name where a document is absent or shorter than the place says.
"""
import json, os, sys

HERE = os.path.dirname(os.path.abspath(__file__))


class Documents:
    """The texts below a folder, each read once. UTF-8, or Windows-1252 where it is not that; a BOM is dropped."""

    def __init__(self, folder):
        self.folder, self.texts = folder, {}

    def quote(self, name, place, line):
        if name not in self.texts:
            try:
                data = open(os.path.join(self.folder, name), 'rb').read()
            except OSError as problem:
                sys.exit(f'fill_gold: {line}: {problem}: name the folder that holds corpora/')
            try:
                self.texts[name] = data.decode('utf-8-sig')
            except UnicodeDecodeError:
                self.texts[name] = data.decode('cp1252', 'replace')
        start, end = place
        if end > len(self.texts[name]):
            sys.exit(f'fill_gold: {line}: {name} has no place [{start}, {end}): it is another version of the document')
        return self.texts[name][start:end]


def fill(item, documents, line):
    """One object of tests/gold in the format of the gold files."""
    name = item.get('doc')
    for mark in item.get('figures', []) + item.get('entities', []):
        mark['text'] = documents.quote(name, (mark['start'], mark['end']), line)
    if 'figures' in item or 'entities' in item:
        item['text'] = documents.quote(name, (item['start'], item['end']), line)
        return item
    if 'groups' in item:
        item['groups'] = [[documents.quote(name, place, line) for place in group] for group in item['groups']]
        return item
    if 'at' in item:
        item['evidence'] = documents.quote(name, item.pop('at'), line)
    for answer in item.get('answers', []):
        if 'at' in answer:
            answer['text'] = documents.quote(name, answer.pop('at'), line)
    if name:
        item['doc'] = os.path.basename(name)
    return item


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    documents = Documents(os.path.join(sys.argv[1], 'corpora'))
    gold = os.path.join(HERE, '..', 'tests', 'gold')
    for part in sorted(os.listdir(gold)):
        if not os.path.isdir(os.path.join(gold, part)):
            continue
        os.makedirs(os.path.join(sys.argv[2], part), exist_ok=True)
        for name in sorted(os.listdir(os.path.join(gold, part))):
            with open(os.path.join(gold, part, name), encoding='utf-8') as source, \
                    open(os.path.join(sys.argv[2], part, name), 'w', encoding='utf-8') as whole:
                for number, line in enumerate(source, 1):
                    item = fill(json.loads(line), documents, f'{part}/{name}:{number}')
                    whole.write(json.dumps(item, ensure_ascii=False) + '\n')


if __name__ == '__main__':
    main()
