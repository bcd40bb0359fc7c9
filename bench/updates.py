# SPDX-License-Identifier: EUPL-1.2
"""Documents put into an index that is there, while others read it: what the update takes, and how long a reader waits.

Two readers poll all the while: one keeps its index open (`Engine.open`) and asks a search every few milliseconds; the other
starts a process for each search. Both have asked for a while before, so that what the machine does to them is told beside what
the update does. A third only looks, without waiting, whether SQLite lets it read: how long it is kept out is what the update
does to readers, whatever else the machine has to do.
"""
import contextlib
import itertools
import sqlite3
import subprocess
import threading
import time

PAUSE = 0.005  # seconds between two searches of the reader that stays
LOOK_PAUSE = 0.0005
COLD_PAUSE = 0.1
QUIET = 3.0  # seconds of reading before the update


class Reader(threading.Thread):
    """Asks the queries over and over until told to stop. A failure ends it and is kept."""

    def __init__(self, ask, queries, pause):
        super().__init__(daemon=True)
        self.ask, self.queries, self.pause = ask, queries, pause
        self.longest = 0.0  # ms, since it was last set to 0
        self.asked = 0
        self.failure = None
        self.stops = threading.Event()

    def run(self):
        try:
            for query in itertools.cycle(self.queries):
                start = time.perf_counter()
                self.ask(*query)
                self.longest = max(self.longest, (time.perf_counter() - start) * 1000)
                self.asked += 1
                if self.stops.wait(self.pause):
                    return
        except (OSError, EOFError, ValueError) as error:
            self.failure = error


class LockWatch(threading.Thread):
    """Opens an SQLite file over and over and reads a row, to see for how long that is refused."""

    def __init__(self, index):
        super().__init__(daemon=True)
        self.index = index
        self.longest = 0.0  # ms
        self.stops = threading.Event()

    def run(self):
        refused = None
        while not self.stops.wait(LOOK_PAUSE):
            now = time.perf_counter()
            try:
                with contextlib.closing(sqlite3.connect(f"file:{self.index}?mode=ro", uri=True, timeout=0)) as db:
                    db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
                if refused is not None:
                    self.longest = max(self.longest, (now - refused) * 1000)
                    refused = None
            except sqlite3.OperationalError:
                refused = now if refused is None else refused


def measure_update(engine, index, update, queries):
    """Runs `update` (seconds and more of it come back) beside readers of the index. {"update_s", "wait_ms": the longest that an
    open reader waited, "quiet_wait_ms": before the update, "cold_wait_ms", "cold_quiet_wait_ms": the same of processes,
    "locked_ms": the longest that SQLite refused to read}."""
    def cold(_, words):
        done = subprocess.run(engine.process(index, words), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, check=False)
        if done.returncode not in (0, 1):
            raise ValueError(done.stderr.decode(errors="replace").strip())
    searches = [query for query in queries if query[0] == "and"]
    with engine.open(index) as ask:
        for query in searches:  # warm
            ask(*query)
        readers = {"": Reader(ask, searches, PAUSE)}
        if engine.process(index, ["een"]):
            readers["cold_"] = Reader(cold, searches, COLD_PAUSE)
        for reader in readers.values():
            reader.start()
        time.sleep(QUIET)
        told = {}
        for name, reader in readers.items():
            told[name + "quiet_wait_ms"] = reader.longest
            reader.longest = 0.0
        watch = LockWatch(index)
        watch.start()
        try:
            told["update_s"] = update()
        finally:
            for thread in (watch, *readers.values()):
                thread.stops.set()
            for thread in (watch, *readers.values()):
                thread.join()
        told["locked_ms"] = watch.longest
        for name, reader in readers.items():
            if reader.failure:
                raise SystemExit(f"compare: a reader of {engine.name} failed beside an update: {reader.failure}")
            told[name + "wait_ms"] = reader.longest
    return told
