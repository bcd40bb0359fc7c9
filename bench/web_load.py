#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Loads `vraagbaak serve` with requests that read the index, and says how quick it is and what memory it holds.

usage: bench/web_load.py PROGRAM FOLDER… [--requests 100000] [--connections 16] [--seconds 20]
                         [--threads N]

Indexes the folders into a file of its own, serves it on a free port, and lets wrk (Debian: wrk) ask, search and
list figures in turn, by the subjects of the figures in the index, until so many requests are answered. Each round
prints the requests, how many were answered in a second, the 99th percentile, errors, the memory of the server
(resident, from /proc) and the processor time it took. Ends with 1 where an answer was an error.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request

LUA = """
local paths = {}
for line in io.lines(os.getenv("VRAAGBAAK_PATHS")) do paths[#paths + 1] = line end
local next = 0
request = function()
  next = next % #paths + 1
  return wrk.format("GET", paths[next])
end
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d\\n", summary.requests, summary.duration,
    latency:percentile(99), latency:percentile(50), e.connect + e.read + e.write + e.status + e.timeout))
end
"""


def paths_of(address):
    """An ask, a search and a list of figures for each of some hundred subjects."""
    with urllib.request.urlopen(f"{address}/figures.ndjson?limit=20000") as answer:
        subjects = sorted({json.loads(line).get("subject", "") for line in answer} - {""})
    if not subjects:
        sys.exit("web_load: the documents hold no figure with a subject: give others")
    step = max(1, len(subjects) // 400)
    paths = []
    for subject in subjects[::step]:
        words = urllib.parse.quote(subject)
        paths.append(f"/api/ask?q=Hoeveel%20{words}%20waren%20er%3F")
        paths.append(f"/ask?q={words}")
        paths.append(f"/search?q={words}")
        paths.append(f"/api/search?q={words}&sort=newest")
        paths.append(f"/api/figures?q={words}&kind=count")
    return paths


def memory(pid):
    """MiB that are resident."""
    with open(f"/proc/{pid}/status") as status:
        return int(re.search(r"VmRSS:\s+(\d+)", status.read())[1]) / 1024


def processor_seconds(pid):
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--requests", type=int, default=100_000)
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--seconds", type=int, default=20, help="of a round")
    parser.add_argument("--threads", help="workers of the server (default: its own)")
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        db = os.path.join(folder, "index.db")
        subprocess.run([options.program, "index", "--quiet", "--db", db, *options.folders], check=False)
        server = subprocess.Popen([options.program, "serve", "--port", "0", "--db", db,
                                   *(["--threads", options.threads] if options.threads else [])], stdout=subprocess.PIPE,
                                  text=True)
        try:
            address = server.stdout.readline().split(": ", 1)[1].strip().rstrip("/")
            script = os.path.join(folder, "load.lua")
            listed = os.path.join(folder, "paths")
            paths = paths_of(address)
            with open(script, "w") as file:
                file.write(LUA)
            with open(listed, "w") as file:
                file.write("\n".join(paths))
            print(f"{len(paths)} different requests, {options.connections} connections")
            print("requests  total     per second  p50 ms  p99 ms  errors  memory MiB  processor ms per request")
            total = 0
            print(f"{0:8}  {0:8}  {'':10}  {'':6}  {'':6}  {'':6}  {memory(server.pid):10.1f}")
            while total < options.requests:
                before = processor_seconds(server.pid)
                run = subprocess.run(
                    ["wrk", "-t", "1", "-c", str(options.connections), "-d", f"{options.seconds}s", "--timeout",
                     "30s", "-s", script, address],
                    env={**os.environ, "VRAAGBAAK_PATHS": listed}, capture_output=True, text=True, check=True)
                count, micros, p99, p50, errors = map(int, re.search(r"RESULT (.*)", run.stdout)[1].split())
                total += count
                failed += errors
                used = (processor_seconds(server.pid) - before) * 1000 / max(1, count)
                print(f"{count:8}  {total:8}  {count * 1e6 / micros:10.0f}  {p50 / 1000:6.1f}  {p99 / 1000:6.1f}"
                      f"  {errors:6}  {memory(server.pid):10.1f}  {used:.2f}", flush=True)
        finally:
            server.terminate()
            server.wait()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
