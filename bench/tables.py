# SPDX-License-Identifier: EUPL-1.2
"""Tables in Markdown of the rows that bench/compare and bench/growth write."""
import queries

UPDATED = 100  # documents in an update
SHARES = (50, 95, 99)  # percentiles

# Title, and the keys whose values stand in its cell.
ENGINE_LINES = (
    ("build, s", ("build_s",)), ("… of the processor, s", ("build_cpu_s",)), ("build, ratio to FTS5", ("build_wall_ratio",)),
    ("… of the processor", ("build_cpu_ratio",)), ("peak memory, MiB", ("memory_mib",)), ("index to text", ("index_to_text",)),
    *((f"{kind}, p50 / p95 / p99 ms", tuple(f"{kind}_p{share}_ms" for share in SHARES)) for kind in queries.KINDS),
    ("process, p50 / p95 ms", ("process_p50_ms", "process_p95_ms")),
    ("a run without changes, s", ("unchanged_s",)), (f"update of {UPDATED}, s", ("update_s",)),
    ("longest that a reader was locked out, ms", ("update_locked_ms",)),
    ("longest wait of a reader, beside it / before it, ms", ("update_wait_ms", "update_quiet_wait_ms")),
    ("… of a process", ("update_cold_wait_ms", "update_cold_quiet_wait_ms")))

# Title, unit, key of the row.
GROWTH = (("Building", "seconds", "build_s"), ("Peak memory of the build", "MiB", "memory_mib"),
          ("search, all words, median", "ms", "and_p50_ms"), ("search, all words, 95th percentile", "ms", "and_p95_ms"),
          ("ask, median", "ms", "ask_p50_ms"), ("Index to text", "", "index_to_text"), (f"Update of {UPDATED}", "seconds", "update_s"))
START_MIB = 25  # of a run that looks through an empty folder


def head(columns):
    return ["| " + " | ".join(columns) + " |", "|" + " --- |" * len(columns)]


def number(value):
    """Three digits that count, and all before the point."""
    if not isinstance(value, (int, float)):
        return str(value)
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def engines(rows):
    """A column an engine."""
    out = head(["", *(row["engine"] for row in rows)])
    for title, keys in ENGINE_LINES:
        cells = [" / ".join(number(row[key]) for key in keys if key in row) for row in rows]
        if any(cells):
            out.append(f"| {title} | " + " | ".join(cells) + " |")
    return out


def bytes_by_table(row):
    return ", ".join(f"`{name}` {size:.2f}" for name, size in row["tables"].items())


def remarks(rows):
    out = []
    most = {kind: max(row.get(f"{kind}_n", 0) for row in rows) for kind in queries.KINDS}
    for row in rows:
        fewer = [f"{kind} {row[f'{kind}_n']} of {most[kind]}" for kind in queries.KINDS if 0 < row.get(f"{kind}_n", 0) < most[kind]]
        if fewer:
            out.append(f"{row['engine']} was asked fewer, as they took it long: {', '.join(fewer)}")
        if "tables" in row:
            out.append(f"tables of {row['engine']}, to the text: {bytes_by_table(row)}")
        if "ask_to_bare" in row:
            out.append(f"ask: {row['ask_p50_ms']} ms; `search` for any of its words: {row['bare_p50_ms']} ms;"
                       f" ratio {row['ask_to_bare']}")
        nothing = [f"{kind} {row[f'{kind}_found']:.0%}" for kind in queries.KINDS if row.get(f"{kind}_found", 1) < 1]
        if nothing:
            out.append(f"{row['engine']} found something for: {', '.join(nothing)}; for all of the other kinds")
    return out


def growth(rows):
    """A row a size, Vraagbaak's values, and how they grow."""
    ours = [row for row in rows if row["engine"] == "vraagbaak"]
    out = head(["MB", *(f"{title}{', ' + unit if unit else ''}" for title, unit, _ in GROWTH)])
    for row in ours:
        out.append(f"| {row['size']:g} | " + " | ".join(number(row.get(key, "")) for _, _, key in GROWTH) + " |")
    out.append("")
    for before, after in zip(ours, ours[1:]):
        build, search = (after[key] / before[key] for key in ("build_s", "and_p50_ms"))
        out.append(f"From {before['size']:g} to {after['size']:g} MB: build {build:.1f} times, median of `search` {search:.1f} times."
                   + ("  " if after is not ours[-1] else ""))
    return out


def projection(rows, sizes):
    """Straight on from the largest corpus: bytes, passages and the cost of a word that is everywhere grow with the text."""
    last = max((row for row in rows if row["engine"] == "vraagbaak"), key=lambda row: row["size"])
    megabytes = last["megabytes"]
    kibibytes_a_file = max(0.0, last["unchanged_memory_mib"] - START_MIB) * 1024 / last["files"]
    lines = (("build, hours", lambda times: last["build_s"] * times / 3600),
             ("index, GB", lambda times: last["index_to_text"] * megabytes * times / 1000),
             ("passages, millions", lambda times: last["passages"] * times / 1e6),
             ("files, millions", lambda times: last["files"] * times / 1e6),
             ("a run without changes, minutes", lambda times: last["unchanged_s"] * times / 60),
             ("… its memory, GiB", lambda times: kibibytes_a_file * last["files"] * times / 1024 ** 2),
             ("`de OR het OR van`, median, s", lambda times: last["common_p50_ms"] * times / 1000),
             ("all words, 95th percentile, s", lambda times: last["and_p95_ms"] * times / 1000))
    out = head([f"from {last['size']:g} MB on", *(f"{size / 1000:g} GB" if size < 1e6 else f"{size / 1e6:g} TB" for size in sizes)])
    return out + [f"| {title} | " + " | ".join(number(value(size / megabytes)) for size in sizes) + " |" for title, value in lines]
