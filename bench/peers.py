# SPDX-License-Identifier: EUPL-1.2
"""Vraagbaak and the engines that bench/compare sets beside it, each as a user would set it up.

An engine builds its index of a folder in a process of its own (`command`), so that its time and memory can be taken from
outside, and answers a list of queries (`latencies`); bench/queries.py has the kinds.
As a program: bench/peers.py ENGINE FOLDER INDEX builds the index of one engine.
"""
import collections
import contextlib
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

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import queries as asked  # noqa: E402

TOP = 10  # results a query
# When the queries of a kind have taken so long in the first pass, no more than LEAST of them are asked.
KIND_SECONDS = 20
LEAST = 5

# Of one query: milliseconds in each run, and whether it found anything (None: the engine does not say).
Answer = collections.namedtuple("Answer", "milliseconds found")


def paragraphs(folder):
    """(file, text) of every paragraph below `folder`, in order: pieces between empty lines."""
    for path in sorted(pathlib.Path(folder).rglob("*.txt")):
        for text in asked.paragraphs(path):
            yield str(path), text


def size_of(path):
    if os.path.isdir(path):
        return sum(os.path.getsize(os.path.join(root, name)) for root, _, names in os.walk(path) for name in names)
    return os.path.getsize(path)


def timed(ask, queries, runs):
    """An Answer for each query, None for those of a kind that has had its time. A run before the first, for warmth, is left
    out."""
    spent = collections.Counter()
    asked_of = collections.Counter()
    answers = []
    for kind, words in queries:
        if spent[kind] > KIND_SECONDS and asked_of[kind] >= LEAST:
            answers.append(None)
            continue
        start = time.perf_counter()
        answers.append(Answer([], bool(ask(kind, words))))
        spent[kind] += time.perf_counter() - start
        asked_of[kind] += 1
    for _ in range(runs):
        for query, answer in zip(queries, answers):
            if answer:
                start = time.perf_counter()
                ask(*query)
                answer.milliseconds.append((time.perf_counter() - start) * 1000)
    return answers


class Engine:
    name = ""
    unit = "paragraphs"
    unable = ()  # kinds of queries that it has nothing for

    def missing(self):
        """What has to be installed; '' where all is there."""
        return ""

    def command(self, folder, index):
        """Builds the index."""
        return [sys.executable, __file__, self.name, folder, index]

    def update_command(self, folder, extra, index):
        """Brings the index of `folder` up to date with the files of `extra` as well; None: not measured."""
        return None

    def remove(self, index):
        shutil.rmtree(index, ignore_errors=True)
        pathlib.Path(index).unlink(missing_ok=True)

    def size(self, index):
        """Bytes."""
        return size_of(index)

    def open(self, index):
        """A context that gives ask(kind, words) → whether anything is found; None: there is no way to ask in one process."""
        return None

    def latencies(self, index, queries, runs):
        """An Answer for each query, None for those that the engine is not able to answer."""
        context = self.open(index)
        if context is None:
            return [None] * len(queries)
        able = [i for i, (kind, _) in enumerate(queries) if kind not in self.unable]
        answers = [None] * len(queries)
        with context as ask:
            for i, answer in zip(able, timed(ask, [queries[i] for i in able], runs)):
                answers[i] = answer
        return answers

    def process(self, index, words):
        """The command that answers one query (all words) from a cold process, or None."""
        return None


class Vraagbaak(Engine):
    """One process a command, asked through the pipe of `--batch -`: its times contain a JSON line and the pipe."""
    name = "vraagbaak"
    unit = "all that it reads"

    def __init__(self, program):
        self.program = program

    def missing(self):
        return "" if shutil.which(self.program) else f"{self.program}: build it first"

    def command(self, folder, index):
        return [self.program, "index", "--quiet", "--db", index, folder]

    def update_command(self, folder, extra, index):
        return [*self.command(folder, index), extra]

    @contextlib.contextmanager
    def open(self, index):
        with contextlib.ExitStack() as stack:
            processes = {}

            def process_of(kind):
                words = {"ask": ("ask",), "check": ("check",), "deep": ("search", "--offset", str(asked.DEEP))}.get(kind, ("search",))
                if words not in processes:
                    processes[words] = stack.enter_context(subprocess.Popen(
                        [self.program, *words, "--batch", "-", "--json", "--db", index], stdin=subprocess.PIPE,
                        stdout=subprocess.PIPE))
                    stack.callback(processes[words].stdin.close)
                return processes[words]

            def ask(kind, words):
                process = process_of(kind)
                process.stdin.write(self._in_our_syntax(kind, words).encode() + b"\n")
                process.stdin.flush()
                line = process.stdout.readline()
                if not line:
                    raise EOFError(f"vraagbaak ended at: {kind} {' '.join(words)}")
                return not re.search(rb'"results":\[\]|"(status|verdict)":"not_found"|"error":', line)
            yield ask

    @staticmethod
    def _in_our_syntax(kind, words):
        joined = " ".join(words)
        return {"or": " OR ".join(words), "hundred": " OR ".join(words), "common": " OR ".join(words), "phrase": f'"{joined}"',
                "near": f"NEAR({joined}, {asked.NEAR})", "prefix": words[0] + "*", "letter": words[0] + "*"}.get(kind, joined)

    def process(self, index, words):
        return [self.program, "search", "--json", "--db", index, *words]


class Fts5(Engine):
    """SQLite's FTS5 with its unicode61 tokenizer and its own bm25, text included, WAL, synchronous off: built by a program of
    ours (bench/fts5_build.cc), asked from Python, whose part in a query is some hundredths of a millisecond."""
    name = "fts5"

    def __init__(self, builder):
        self.builder = builder

    def missing(self):
        return "" if shutil.which(self.builder) else f"{self.builder}: build it first"

    def command(self, folder, index):
        return [self.builder, folder, index]

    def update_command(self, folder, extra, index):
        return self.command(extra, index)

    @contextlib.contextmanager
    def open(self, index):
        with contextlib.closing(sqlite3.connect(index, check_same_thread=False)) as db:
            sql = f"SELECT file, text FROM paragraph WHERE paragraph MATCH ? ORDER BY rank LIMIT {TOP} OFFSET ?"
            yield lambda kind, words: db.execute(sql, (self.in_its_syntax(kind, words), asked.DEEP * (kind == "deep"))).fetchall()

    @staticmethod
    def in_its_syntax(kind, words):
        quoted = [f'"{word}"' for word in words]
        return {"and": " ".join(quoted), "phrase": '"' + " ".join(words) + '"', "near": f"NEAR({' '.join(quoted)}, {asked.NEAR})",
                "prefix": quoted[0] + "*", "letter": quoted[0] + "*"}.get(kind, " OR ".join(quoted))


class Xapian(Engine):
    """The Xapian library with Dutch stems, a document a paragraph."""
    name = "xapian"

    def missing(self):
        return "" if importlib.util.find_spec("xapian") else "python3-xapian"

    @staticmethod
    def build(folder, index):
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

    @contextlib.contextmanager
    def open(self, index):
        import xapian
        db = xapian.Database(index)
        parser = xapian.QueryParser()
        parser.set_stemmer(xapian.Stem("dutch"))
        parser.set_database(db)
        enquire = xapian.Enquire(db)
        flags = parser.FLAG_DEFAULT | parser.FLAG_WILDCARD | parser.FLAG_PHRASE

        def ask(kind, words):
            text = {"and": " AND ".join(words), "phrase": '"' + " ".join(words) + '"', "near": f" NEAR/{asked.NEAR} ".join(words),
                    "prefix": words[0] + "*", "letter": words[0] + "*"}.get(kind, " OR ".join(words))
            enquire.set_query(parser.parse_query(text, flags))
            return [match.document.get_data() for match in enquire.get_mset(asked.DEEP * (kind == "deep"), TOP)]
        yield ask


class Omindex(Engine):
    """Xapian Omega's indexer, a document a file; its CGI program answers queries, so only the build is measured."""
    name = "omindex"
    unit = "files"

    def missing(self):
        return "" if shutil.which("omindex") else "xapian-omega"

    def command(self, folder, index):
        return ["omindex", "--db", index, "--url", "/", "--stemmer=dutch", folder]


class Recoll(Engine):
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


class Postgres(Engine):
    """PostgreSQL in a cluster of its own that lives as long as the run: text, stored tsvector, GIN index; by psql over a
    Unix socket. Its build is the time of psql; its memory is the server's and not taken."""
    name = "postgres"
    unable = ("near",)  # its distances are exact

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

    def size(self, index):
        return int(subprocess.run(self._psql("-At", "-c", "SELECT pg_total_relation_size('paragraph')"), check=True,
                                  capture_output=True, text=True).stdout)

    def latencies(self, index, queries, runs):
        def term(kind, words):
            if kind == "phrase":
                return f"phraseto_tsquery('dutch', '{' '.join(words)}')"
            joined = (" & " if kind == "and" else " | ").join(words) + (":*" if kind in ("prefix", "letter") else "")
            return f"to_tsquery('dutch', '{joined}')"
        able = [i for i, (kind, _) in enumerate(queries) if kind not in self.unable]
        statements = [f"SELECT file, text FROM paragraph, {term(*queries[i])} q WHERE terms @@ q ORDER BY ts_rank(terms, q) DESC"
                      f" LIMIT {TOP} OFFSET {asked.DEEP * (queries[i][0] == 'deep')};" for i in able]
        script = "\\timing on\n\\o /dev/null\n" + "\n".join(statements * (runs + 1)) + "\n"
        out = subprocess.run(self._psql(), input=script, check=True, capture_output=True, text=True,
                             env={**os.environ, "LC_ALL": "C.UTF-8"}).stdout
        times = [float(ms) for ms in re.findall(r"^Time: ([\d.]+) ms", out, re.MULTILINE)]
        answers = [None] * len(queries)
        for at, i in enumerate(able):
            answers[i] = Answer(times[at::len(able)][1:], None)
        return answers


if __name__ == "__main__":
    {"xapian": Xapian}[sys.argv[1]].build(sys.argv[2], sys.argv[3])
