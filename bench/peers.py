# SPDX-License-Identifier: EUPL-1.2
"""The engines that bench/compare sets beside Vraagbaak, each as a user would set it up.

A peer builds its index of a folder of text files in a process of its own (`command`), so that its time and memory can be taken
from outside, and answers a list of queries (`latencies`). A query is a pair: its kind, and its words.
As a program: bench/peers.py ENGINE FOLDER INDEX builds the index of one engine.
"""
import importlib.util
import os
import pathlib
import pwd
import re
import shutil
import sqlite3
import subprocess
import sys
import time

TOP = 10  # results a query


def paragraphs(folder):
    """(file, text) of every paragraph below `folder`, in order: pieces between empty lines."""
    for path in sorted(pathlib.Path(folder).rglob("*.txt")):
        for text in re.split(r"\n[ \t]*\n", path.read_text(encoding="utf-8", errors="replace")):
            if text.strip():
                yield str(path), text


def size_of(path):
    if os.path.isdir(path):
        return sum(os.path.getsize(os.path.join(root, name)) for root, _, names in os.walk(path) for name in names)
    return os.path.getsize(path)


def in_fts5(kind, words):
    """The query in FTS5's syntax."""
    quoted = [f'"{word}"' for word in words]
    return {"and": " ".join(quoted), "or": " OR ".join(quoted), "ask": " OR ".join(quoted),
            "phrase": '"' + " ".join(words) + '"', "prefix": quoted[0] + "*"}[kind]


class Peer:
    name = ""
    unit = "paragraphs"

    def missing(self):
        """What has to be installed; '' where all is there."""
        return ""

    def command(self, folder, index):
        return [sys.executable, __file__, self.name, folder, index]

    def remove(self, index):
        shutil.rmtree(index, ignore_errors=True)
        pathlib.Path(index).unlink(missing_ok=True)

    def latencies(self, index, queries, runs):
        """Milliseconds of each query in each run, the first run left out for warmth; None: no way to ask in one process."""
        return None

    def process(self, index, words):
        """The command that answers one query (all words) from a cold process, or None."""
        return None


def timed(ask, queries, runs):
    rows = []
    for run in range(runs + 1):
        row = []
        for kind, words in queries:
            start = time.perf_counter()
            ask(kind, words)
            row.append((time.perf_counter() - start) * 1000)
        if run > 0:
            rows.append(row)
    return rows


class Fts5(Peer):
    """SQLite's FTS5 with its unicode61 tokenizer and its own bm25, text included, WAL, synchronous off."""
    name = "fts5"

    def build(self, folder, index):
        db = sqlite3.connect(index)
        db.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;"
                         "CREATE VIRTUAL TABLE paragraph USING fts5(file UNINDEXED, text, tokenize = 'unicode61');")
        db.executemany("INSERT INTO paragraph VALUES(?, ?)", paragraphs(folder))
        db.commit()
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.close()

    def latencies(self, index, queries, runs):
        db = sqlite3.connect(index)
        sql = f"SELECT file, text FROM paragraph WHERE paragraph MATCH ? ORDER BY rank LIMIT {TOP}"
        return timed(lambda kind, words: db.execute(sql, (in_fts5(kind, words),)).fetchall(), queries, runs)


class Xapian(Peer):
    """The Xapian library with Dutch stems, a document a paragraph."""
    name = "xapian"

    def missing(self):
        return "" if importlib.util.find_spec("xapian") else "python3-xapian"

    def build(self, folder, index):
        import xapian
        db = xapian.WritableDatabase(index, xapian.DB_CREATE_OR_OVERWRITE)
        terms = xapian.TermGenerator()
        terms.set_stemmer(xapian.Stem("dutch"))
        for _, text in paragraphs(folder):
            document = xapian.Document()
            document.set_data(text)
            terms.set_document(document)
            terms.index_text(text)
            db.add_document(document)
        db.close()

    def latencies(self, index, queries, runs):
        import xapian
        db = xapian.Database(index)
        parser = xapian.QueryParser()
        parser.set_stemmer(xapian.Stem("dutch"))
        parser.set_database(db)
        enquire = xapian.Enquire(db)

        def ask(kind, words):
            joined = {"and": " AND ", "prefix": " "}.get(kind, " OR ").join(words)
            text = '"' + " ".join(words) + '"' if kind == "phrase" else joined + ("*" if kind == "prefix" else "")
            flags = parser.FLAG_DEFAULT | parser.FLAG_WILDCARD
            enquire.set_query(parser.parse_query(text, flags))
            return [match.document.get_data() for match in enquire.get_mset(0, TOP)]
        return timed(ask, queries, runs)


class Omindex(Peer):
    """Xapian Omega's indexer, a document a file; its CGI program answers queries, so only the build is measured."""
    name = "omindex"
    unit = "files"

    def missing(self):
        return "" if shutil.which("omindex") else "xapian-omega"

    def command(self, folder, index):
        return ["omindex", "--db", index, "--url", "/", "--stemmer=dutch", folder]


class Recoll(Peer):
    """recoll, a document a file, Dutch stems; a query is a process of recollq."""
    name = "recoll"
    unit = "files"

    def missing(self):
        return "" if shutil.which("recollindex") and shutil.which("recollq") else "recollcmd"

    def command(self, folder, index):
        os.makedirs(index, exist_ok=True)
        pathlib.Path(index, "recoll.conf").write_text(
            f"topdirs = {os.path.abspath(folder)}\nindexstemminglanguages = dutch\nnoaspell = 1\nloglevel = 1\n"
            "idxloglevel = 1\n")
        return ["recollindex", "-c", index, "-z"]

    def process(self, index, words):
        return ["recollq", "-c", index, "-s", "dutch", "-n", str(TOP), *words]


class Postgres(Peer):
    """PostgreSQL in a cluster of its own that lives as long as the run: text, stored tsvector, GIN index; by psql over a
    Unix socket. Its build is the time of psql; its memory is the server's and not taken."""
    name = "postgres"

    def __init__(self, folder):
        found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"))
        self.programs = found[-1].parent if found and shutil.which("psql") else None
        self.home = folder
        self.runs = False

    def missing(self):
        if os.geteuid() == 0 and "postgres" not in [user.pw_name for user in pwd.getpwall()]:
            return "user postgres"
        return "" if self.programs else "postgresql"

    def _server(self, *command):
        # The server refuses to be root.
        as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        subprocess.run([*as_user, *map(str, command)], check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, cwd="/")

    def start(self):
        os.makedirs(self.home, exist_ok=True)
        if os.geteuid() == 0:
            shutil.chown(self.home, "postgres")
        self._server(self.programs / "initdb", "-D", f"{self.home}/data", "-U", "bench", "-A", "trust", "-E", "UTF8")
        self._server(self.programs / "pg_ctl", "-D", f"{self.home}/data", "-w", "-l", f"{self.home}/log", "-o",
                     f"-c listen_addresses='' -c unix_socket_directories={self.home} -c fsync=off"
                     " -c shared_buffers=256MB -c max_wal_size=4GB", "start")
        self.runs = True

    def stop(self):
        if self.runs:
            self._server(self.programs / "pg_ctl", "-D", f"{self.home}/data", "-m", "immediate", "stop")
            self.runs = False

    def _psql(self, *options):
        return ["psql", "-X", "-q", "-h", self.home, "-U", "bench", "-d", "postgres", "-v", "ON_ERROR_STOP=1", *options]

    def command(self, folder, index):
        if not self.runs:
            self.start()
        rows = index + ".rows"
        escapes = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
        with open(rows, "w", encoding="utf-8") as file:
            for path, text in paragraphs(folder):
                file.write(f"{path.translate(escapes)}\t{text.translate(escapes)}\n")
        return self._psql(
            "-c", "DROP TABLE IF EXISTS paragraph",
            "-c", "CREATE TABLE paragraph(file text, text text, terms tsvector"
                  " GENERATED ALWAYS AS (to_tsvector('dutch', text)) STORED)",
            "-c", f"\\copy paragraph(file, text) FROM '{rows}'",
            "-c", "CREATE INDEX ON paragraph USING gin(terms)", "-c", "ANALYZE paragraph")

    def size(self):
        return int(subprocess.run(self._psql("-At", "-c", "SELECT pg_total_relation_size('paragraph')"), check=True,
                                  capture_output=True, text=True).stdout)

    def latencies(self, index, queries, runs):
        def term(kind, words):
            if kind == "phrase":
                return f"phraseto_tsquery('dutch', '{' '.join(words)}')"
            joined = (" & " if kind == "and" else " | ").join(words) + (":*" if kind == "prefix" else "")
            return f"to_tsquery('dutch', '{joined}')"
        statements = [f"SELECT file, text FROM paragraph, {term(kind, words)} q WHERE terms @@ q"
                      f" ORDER BY ts_rank(terms, q) DESC LIMIT {TOP};" for kind, words in queries]
        script = "\\timing on\n\\o /dev/null\n" + "\n".join(statements * (runs + 1)) + "\n"
        out = subprocess.run(self._psql(), input=script, check=True, capture_output=True, text=True,
                             env={**os.environ, "LC_ALL": "C.UTF-8"}).stdout
        times = [float(ms) for ms in re.findall(r"^Time: ([\d.]+) ms", out, re.MULTILINE)]
        n = len(queries)
        return [times[run * n:(run + 1) * n] for run in range(1, runs + 1)]


if __name__ == "__main__":
    {"fts5": Fts5, "xapian": Xapian}[sys.argv[1]]().build(sys.argv[2], sys.argv[3])
