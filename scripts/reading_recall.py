#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""How much of the text that an outside extractor finds in a file our readers find, too.

usage: scripts/reading_recall.py FOLDER [PROGRAM]     PROGRAM: default build/release/vraagbaak

Every PDF, Word, OpenDocument, Excel and HTML file below FOLDER/corpora and of corpus/formats is read by `vraagbaak extract --text` and by an
extractor that has nothing to do with us: pdftotext for PDF, pandoc for Word, OpenDocument text and HTML, openpyxl
for Excel, catdoc for old Word. Recall is over the multiset of words (letters and digits, case folded): a word that
the extractor has twice must be there twice. Prints a line for each file, and the words that are missing most with
--missing. Exit code 1 where a file is below the floor. An extractor that is not installed is named and its files are
left out.
"""
import argparse
import collections
import importlib.util
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

FLOOR = 0.99
WORD = re.compile(r"[^\W_]+")


def words(text):
    text = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    # A word broken at the end of a line is one word; a capital behind the hyphen begins another.
    text = re.sub(r"(?<=[^\W\d_])[-\u2010]\s*\n\s*(?=[^\W\d_])(?=[a-zà-ÿ])", "", text)
    return collections.Counter(WORD.findall(text.casefold()))


def run(*command):
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout.decode("utf-8", errors="replace")


def pdf(path):
    return run("pdftotext", "-enc", "UTF-8", str(path), "-")


def pandoc(kind):
    # A link is its text: pandoc prints the address of an image or none at all.
    return lambda path: run("pandoc", "-f", kind, "-t", "plain", "--wrap=none", str(path))


def old_word(path):
    return run("catdoc", "-w", "-d", "utf-8", str(path))


def number(value):
    """As a Dutch reader sees it: 1402.5 -> 1402,5."""
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"
    if isinstance(value, float):
        return format(value, ".15g").replace(".", ",")
    if hasattr(value, "strftime"):
        return value.strftime("%d/%m/%Y")
    return str(value)


def xlsx(path):
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=False, data_only=True)
    lines = []
    for sheet in book.worksheets:
        lines.append(sheet.title)
        for row in sheet.iter_rows(values_only=True):
            lines.append(" ".join(number(value) for value in row if value is not None))
    return "\n".join(lines)


EXTRACTORS = {
    ".pdf": ("pdftotext", pdf),
    ".docx": ("pandoc", pandoc("docx")),
    ".odt": ("pandoc", pandoc("odt")),
    ".html": ("pandoc", pandoc("html")),
    ".doc": ("catdoc", old_word),
    ".xlsx": ("openpyxl", xlsx),
}


def is_there(name):
    return shutil.which(name) is not None or importlib.util.find_spec(name) is not None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("program", nargs="?", default="build/release/vraagbaak")
    parser.add_argument("--missing", action="store_true", help="list the words that are missing most")
    options = parser.parse_args()
    samples = Path(__file__).resolve().parent.parent / "corpus" / "formats"
    files = [p for folder in (options.folder / "corpora", samples) for p in sorted(folder.rglob("*"))]
    files = [p for p in files if p.suffix.lower() in EXTRACTORS]
    if not (options.folder / "corpora").is_dir():
        sys.exit(f"reading_recall: {options.folder}/corpora: there is no such folder: name the folder of the shared data")
    below = 0
    absent = set()
    for path in files:
        extractor, extract = EXTRACTORS[path.suffix.lower()]
        if not is_there(extractor):
            absent.add(extractor)
            continue
        expected = words(extract(path))
        found = words(run(options.program, "extract", "--text", str(path)))
        total = sum(expected.values())
        missing = expected - found
        recall = 1 - sum(missing.values()) / total if total else 1.0
        below += recall < FLOOR
        mark = "" if recall >= FLOOR else "  BELOW"
        print(f"{recall:.4f}  {total:7d} words  {extractor:9}  {path.parent.name}/{path.name}{mark}")
        if options.missing:
            print("        ", " ".join(f"{word}×{count}" for word, count in missing.most_common(25)))
    for extractor in sorted(absent):
        print(f"reading_recall: {extractor} is not installed: its files are left out", file=sys.stderr)
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
