#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Kills `vraagbaak index` with SIGKILL at random moments of first builds and of updates, again and again.

After each kill an index that is there must be whole and answer; after the run that goes on it must be whole and hold
exactly what an undisturbed build of the same folder holds.

  scripts/kill_runs.py build/release/vraagbaak              # a hundred kills
  scripts/kill_runs.py build/release/vraagbaak --kills 20 --seed 7 --files 5000   # kills fall later in longer runs
"""

import argparse
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

FILES = 120


def text_of(number, version):
    n = f"{number}{version:02}"
    return (f"Schriftelijke vraag nr. {n}\nSteun aan bedrijven in dossier {n}\n\nVRAAG\n"
            f"1. Hoeveel steun kregen de bedrijven in 20{10 + number % 15}?\n\nANTWOORD\n"
            f"1. De bedrijven in de gemeente kregen {n}.500 euro steun.\n"
            f"2. In totaal vroegen {n} ondernemingen steun aan bij de Vlaamse overheid.\n")


def write(folder, number, version):
    (folder / f"{number}.txt").write_text(text_of(number, version), encoding="utf-8")


class Trial:
    def __init__(self, program, place, chance, files=FILES):
        self.program = program
        self.files = files
        self.place = place
        self.chance = chance
        self.docs = place / "docs"
        self.db = place / "index.db"
        self.version = 0

    def run(self, *arguments, db=None):
        command = [self.program, arguments[0], "--db", str(db or self.db), *arguments[1:]]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout, done.stderr

    def index(self, db=None):
        code, out, err = self.run("index", str(self.docs), db=db)
        if code != 0:
            sys.exit(f"index: exit code {code}: {out}{err}")

    def killed(self, longest):
        """Runs the index and kills it; whether it was killed before it had ended."""
        child = subprocess.Popen([self.program, "index", "--db", str(self.db), str(self.docs)],
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(self.chance.uniform(0, longest))
        child.kill()
        return child.wait() != 0

    def expect_whole(self, when):
        code, out, err = self.run("status", "--check")
        if code != 0:
            sys.exit(f"{when}: the index is not whole: exit code {code}: {out}{err}")
        code, _, err = self.run("search", "steun")
        if code != 0:
            sys.exit(f"{when}: the index does not answer: exit code {code}: {err}")

    def content(self, db=None):
        told = []
        for command in (["figures", "--json"], ["unanswered", "--json", "--all"]):
            _, out, err = self.run(*command, db=db)
            told.append("\n".join(sorted(out.splitlines())) + err)
        # Mentions, and hits of one score, come in the order in which they were written.
        _, out, err = self.run("entities", "--json", db=db)
        entities = [json.loads(line) for line in out.splitlines()]
        for entity in entities:
            entity["mentions"].sort(key=lambda mention: (mention["document"], mention["start"]))
        told.append(sorted(json.dumps(entity, sort_keys=True) for entity in entities))
        _, out, err = self.run("search", "--json", "--limit", "10000", "steun AND dossier", db=db)
        told.append(sorted(json.dumps(hit, sort_keys=True) for hit in json.loads(out)["results"]))
        return told

    def expect_as_undisturbed(self, when):
        other = self.place / "undisturbed.db"
        other.unlink(missing_ok=True)
        self.index(db=other)
        if self.content() != self.content(db=other):
            sys.exit(f"{when}: the index differs from an undisturbed build")

    def change(self):
        """A third of the files changes, some go, come back, change their names or are copied."""
        self.version += 1
        for file in self.docs.glob("*-*"):  # copies and new names of earlier rounds
            if self.chance.random() < 0.5:
                file.unlink()
        for number in range(self.files):
            file = self.docs / f"{number}.txt"
            kind = self.chance.random()
            if kind < 0.3 or (not file.exists() and kind < 0.6):
                write(self.docs, number, self.version)
            elif file.exists() and kind < 0.35:
                file.unlink()
            elif file.exists() and kind < 0.4:
                file.rename(self.docs / f"{number}-{self.version}.txt")
            elif file.exists() and kind < 0.43:
                shutil.copy(file, self.docs / f"kopie-{number}.txt")


def seconds_of(action):
    start = time.monotonic()
    action()
    return time.monotonic() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--files", type=int, default=FILES)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        trial = Trial(str(pathlib.Path(arguments.program).resolve()), pathlib.Path(name),
                      random.Random(arguments.seed), arguments.files)
        trial.docs.mkdir()
        for number in range(arguments.files):
            write(trial.docs, number, 0)
        build = seconds_of(trial.index)
        trial.change()
        update = seconds_of(trial.index)
        kills = builds = tries = 0
        while kills < arguments.kills:
            tries += 1
            is_build = trial.chance.random() < 0.5
            when = f"kill {kills + 1}, of {'a build' if is_build else 'an update'}"
            if is_build:
                trial.db.unlink(missing_ok=True)
            trial.change()
            was_killed = trial.killed(1.1 * (build if is_build else update))
            if was_killed:
                kills += 1
                builds += is_build
            if trial.db.exists():
                trial.expect_whole(when)
            # Every other time the run that goes on is killed as well.
            if was_killed and trial.chance.random() < 0.5:
                continue
            trial.index()
            trial.expect_whole(when + ", gone on with")
            trial.expect_as_undisturbed(when)
        print(f"{kills} kills in {tries} runs ({builds} of first builds, {kills - builds} of updates): "
              f"every index whole and as an undisturbed build (seed {arguments.seed})")


if __name__ == "__main__":
    main()
