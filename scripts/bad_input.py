#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Tries `vraagbaak index` with what goes wrong at scale, and says what came of it; ends with 1 at the first that is not as
it should be.

  scripts/bad_input.py build/release/vraagbaak                          # all of it, small: some minutes
  scripts/bad_input.py build/release/vraagbaak tiny --files 1000000     # a folder of so many tiny files
  scripts/bad_input.py build/release/vraagbaak huge --megabytes 1024    # one file of that size
  scripts/bad_input.py build/release/vraagbaak full-disk                # a disk that fills up in builds and updates
  scripts/bad_input.py build/release/vraagbaak together                 # runs on one index at the same time
  scripts/bad_input.py build/release/vraagbaak rebuild                  # readers of an index that is built anew

tiny      builds of a quarter, half and all of the files: memory and time are to grow no faster than the files.
huge      one line, exit code 2, little memory; beside a file that is read, exit code 0.
full-disk file systems in memory of several sizes, in a mount namespace of its own (unshare: root, or a kernel that lets users
          have namespaces). After each: exit code 2, one line that names the index and the mend, the index as it was (none after
          a first build), and with room again the same command ends well, with what an undisturbed build has.
together  of so many runs started at once each ends well or says that another is at work, and one at least ends well.
rebuild   cold and open readers go on answering while the index is built anew again and again.
SIGKILL at any moment is tried by scripts/kill_runs.py.
"""
import argparse
import json
import os
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "bench")]
import kill_runs  # noqa: E402
import synthetic_corpus  # noqa: E402

IN_NAMESPACE = "VRAAGBAAK_OWN_MOUNTS"
MOST_MEMORY = 512  # MiB; docs/ARCHITECTURE.md
# Of memory and time a file in the largest of the builds, to those in the smallest, whose start weighs more.
STEEPEST = 1.5


def check(holds, what):
    if not holds:
        sys.exit(f"bad_input: {what}")


def measured(command):
    """Exit code, what it said on stderr, seconds of the processor, MiB at the peak."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, said, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def check_one_line(code, said, names, where):
    """Exit code 2 and one line that names the thing and the mend."""
    check(code == 2, f"{where}: exit code {code}, not 2: {said}")
    check(said.startswith("vraagbaak: ") and said.count("\n") == 1, f"{where}: not one clear line: {said}")
    check(all(name in said for name in names), f"{where}: {said.strip()}: does not name {' or '.join(names)}")


def trial_in(place, program, options):
    """Papers, an index that is to be made of them, and what looks at it."""
    trial = kill_runs.Trial(program, place, random.Random(options.seed))
    trial.docs.mkdir()
    for number in range(kill_runs.FILES):
        kill_runs.write(trial.docs, number, 0)
    return trial


def tiny(program, work, options):
    builds = []
    for share in (4, 2, 1):
        files = options.files // share
        folder = work / "tiny"
        synthetic_corpus.write_tiny_files(folder, files, seed=1)  # those of the round before are the first of these
        for what in ("built", "again"):
            if what == "built":
                (work / "tiny.db").unlink(missing_ok=True)
            code, said, seconds, memory = measured([program, "index", "--quiet", "--db", str(work / "tiny.db"), str(folder)])
            check(code == 0, f"{files} tiny files, {what}: exit code {code}: {said}")
            print(f"{files} tiny files, {what}: {seconds:.1f} s of the processor, {1e6 * seconds / files:.0f} µs a file;"
                  f" {memory:.0f} MiB", flush=True)
            if what == "built":
                builds.append((files, seconds, memory))
        held = json.loads(subprocess.run([program, "status", "--json", "--db", str(work / "tiny.db")], check=True,
                                         stdout=subprocess.PIPE).stdout)["files"]
        check(held == files, f"{files} tiny files: {held} are in the index")
    (few, short, little), (many, long, much) = builds[0], builds[-1]
    check(long / short <= STEEPEST * many / few, f"time grows faster than the files: {short:.1f} s, then {long:.1f}")
    check(much / little <= STEEPEST * many / few, f"memory grows faster than the files: {little:.0f} MiB, then {much:.0f}")


def huge(program, work, options):
    folder = work / "huge"
    folder.mkdir()
    line = b"De gemeente kreeg in 2017 een subsidie van 270.000 euro voor de haven.\n"
    with open(folder / "groot.txt", "wb") as file:
        for _ in range(options.megabytes):
            file.write((line * (1 + (1 << 20) // len(line)))[:1 << 20])
    command = [program, "index", "--quiet", "--db", str(work / "huge.db")]
    code, said, seconds, memory = measured([*command, str(folder)])
    check_one_line(code, said, ["groot.txt", "MiB"], "one file")
    check(memory < MOST_MEMORY / 4, f"one file of {options.megabytes} MiB: took {memory:.0f} MiB")
    (folder / "klein.txt").write_bytes(line)
    code, said, _, _ = measured([*command, str(folder)])
    check(code == 0, f"beside a huge file: exit code {code}: {said}")
    print(f"one file of {options.megabytes} MiB: refused in {seconds:.2f} s of the processor with {memory:.0f} MiB,"
          f" what lies beside it is read: {said.strip()}")


def mount(place, size):
    """A file system in memory, or another size for the one that is there."""
    is_there = os.path.ismount(place)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"{'remount,' if is_there else ''}size={size // 1024}k", "none", str(place)], check=True)


def used_bytes(place):
    stat = os.statvfs(place)
    return (stat.f_blocks - stat.f_bfree) * stat.f_frsize


def full_disk(program, work, options):
    if IN_NAMESPACE not in os.environ:
        own = ["--mount"] if os.geteuid() == 0 else ["--user", "--map-root-user", "--mount"]
        if subprocess.run(["unshare", *own, "true"], check=False, stderr=subprocess.DEVNULL).returncode:
            print("full-disk: left out: this system lets only root mount a file system")
            return
        command = ["unshare", *own, sys.executable, __file__, program, "full-disk", "--seed", str(options.seed)]
        check(subprocess.run(command, check=False, env={**os.environ, IN_NAMESPACE: "1"}).returncode == 0, "full-disk failed")
        return
    disk = work / "disk"
    disk.mkdir()
    roomy = 1 << 30
    mount(disk, roomy)
    trial = trial_in(work, program, options)
    trial.place, trial.db = disk, disk / "index.db"  # the documents lie elsewhere
    trial.index()
    whole = trial.db.stat().st_size
    full = 0
    for share in (0, 2, 10, 25, 50, 75, 90, 100, 120):
        where = f"a build with room for {share}% of the index"
        for file in disk.iterdir():
            file.unlink()
        mount(disk, max(4096, whole * share // 100))
        code, _, said = trial.run("index", "--quiet", str(trial.docs))
        if code != 0:
            full += 1
            check_one_line(code, said, [trial.db.name, "space"], where)
            check(not trial.db.exists(), f"{where}: left half an index")
        mount(disk, roomy)
        trial.index()
        trial.expect_whole(where)
        trial.expect_as_undisturbed(where)
    builds = full
    for name, shares, prepare in (("an update", (0, 1, 5, 10, 25, 50, 75, 100, 150, 200), trial.change),
                                  ("a rebuild", (0, 10, 50, 100, 150, 300), lambda: make_outdated(trial.db))):
        for share in shares:
            where = f"{name} with room for {share}% of the index"
            (disk / "undisturbed.db").unlink(missing_ok=True)
            before = trial.content()
            prepare()
            mount(disk, used_bytes(disk) + whole * share // 100 // 4096 * 4096)
            code, _, said = trial.run("index", "--quiet", str(trial.docs))
            if code != 0:
                full += 1
                check_one_line(code, said, [trial.db.name, "space"], where)
                check(trial.content() == before, f"{where}: another index than before, while the disk is full")
                trial.expect_whole(where)
            mount(disk, roomy)
            if code != 0:
                check(trial.content() == before, f"{where}: another index than before, with room again")
            trial.index()
            trial.expect_whole(where)
            trial.expect_as_undisturbed(where)
            left = sorted(file.name for file in disk.iterdir() if file.name not in ("index.db", "undisturbed.db"))
            check(not left, f"{where}: left {', '.join(left)}")
    check(builds and full > builds, "no disk was too small: other shares have to be tried")
    print(f"{builds} builds and {full - builds} updates and rebuilds on a disk that filled up: one clear line each, the index as it"
          " was, and the same command ended well when there was room")


def make_outdated(db):
    """As if another version of the program had made the index: the next run builds it anew."""
    with sqlite3.connect(db) as connection:
        connection.execute("UPDATE meta SET value = '' WHERE key = 'made_by'")
    connection.close()


def together(program, work, options):
    trial = trial_in(work, program, options)
    turned_away = 0
    for number in range(options.rounds):
        if number % 2 == 0:
            trial.db.unlink(missing_ok=True)
        trial.change()
        runs = [subprocess.Popen([program, "index", "--quiet", "--db", str(trial.db), str(trial.docs)], stdout=subprocess.DEVNULL,
                                 stderr=subprocess.PIPE, text=True) for _ in range(options.runs)]
        ended = [(run.communicate()[1], run.returncode) for run in runs]
        check(any(code == 0 for _, code in ended), f"round {number}: no run ended well: {ended}")
        for said, code in ended:
            if code != 0:
                check_one_line(code, said, ["in use by another run", "try again"], f"round {number}")
                turned_away += 1
        trial.expect_whole(f"round {number}")
        trial.expect_as_undisturbed(f"round {number}")
    check(turned_away > 0, "no two runs met: try more of them")
    print(f"{options.rounds} rounds of {options.runs} runs at once: {turned_away} were turned away in one line each, the rest ended"
          " well, every index whole and as an undisturbed build")


def rebuild(program, work, options):
    trial = trial_in(work, program, options)
    trial.index()
    answers = longest = 0
    with subprocess.Popen([program, "search", "--batch", "-", "--json", "--db", str(trial.db)], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, text=True) as stays:
        for number in range(options.rounds):
            make_outdated(trial.db)
            run = subprocess.Popen([program, "index", "--quiet", "--db", str(trial.db), str(trial.docs)], stderr=subprocess.PIPE)
            while run.poll() is None:
                start = time.monotonic()
                stays.stdin.write("steun\n")
                stays.stdin.flush()
                check('"score"' in stays.stdout.readline(), f"rebuild {number}: who had the index open finds nothing")
                code, _, said = trial.run("search", "steun")
                check(code == 0, f"rebuild {number}: a search ended with {code}: {said}")
                longest = max(longest, time.monotonic() - start)
                answers += 2
            check(run.returncode == 0, f"rebuild {number}: exit code {run.returncode}: {run.stderr.read().decode()}")
            trial.expect_whole(f"rebuild {number}")
        stays.stdin.close()
    trial.expect_as_undisturbed("rebuild")
    print(f"{options.rounds} rebuilds with {answers} searches beside them, all answered; two together took {longest * 1000:.0f} ms at most")


TRIALS = {"tiny": tiny, "huge": huge, "full-disk": full_disk, "together": together, "rebuild": rebuild}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("trial", nargs="*", choices=[*TRIALS, []], help="default: all")
    parser.add_argument("--files", type=int, default=20000)
    parser.add_argument("--megabytes", type=int, default=1024)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--runs", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", help="where to try it, in a folder that is removed again (default: the system's)")
    options = parser.parse_args()
    program = str(pathlib.Path(options.program).resolve())
    for name in options.trial or TRIALS:
        with tempfile.TemporaryDirectory(dir=options.work) as work:
            try:
                TRIALS[name](program, pathlib.Path(work), options)
            finally:
                if IN_NAMESPACE in os.environ:
                    subprocess.run(["umount", f"{work}/disk"], check=True)


if __name__ == "__main__":
    main()
