// SPDX-License-Identifier: EUPL-1.2
// How long people wait: from the key Enter to the answer on the screen, in a real browser.
// usage: VRAAGBAAK_BINARY=… CHROMIUM=… node tests/web/measure.js FOLDER…
import { readFileSync } from "node:fs";
import { openContext, startBrowser, startServer } from "./support.js";

const rounds = 5; // each question is asked so often
const questions = 40;

const quantile = (values, share) => values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))];

// Milliseconds of processor time that a process has had.
function processorTime(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function questionsOf(server) {
  const lines = (await (await fetch(`${server.address}/figures.ndjson?limit=5000&kind=count`)).text()).split("\n");
  const subjects = [...new Set(lines.filter(Boolean).map((line) => JSON.parse(line).subject))].filter(Boolean);
  const step = Math.max(1, Math.floor(subjects.length / questions));
  return subjects.filter((_, i) => i % step === 0).slice(0, questions).map((subject) => `Hoeveel ${subject} waren er?`);
}

// From the key to the frame after the one in which the answer stands there.
async function wait(page, question) {
  await page.fill("#q", question);
  const shown = page.evaluate(
    (question) =>
      new Promise((resolve) => {
        let pressed = 0;
        addEventListener("keydown", (event) => event.key === "Enter" && (pressed = performance.now()), { once: true, capture: true });
        const watcher = new MutationObserver(() => {
          if (!document.title.startsWith(question) || !document.querySelector(".answer")) return;
          watcher.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressed)));
        });
        watcher.observe(document.documentElement, { childList: true, subtree: true, characterData: true });
      }),
    question,
  );
  await page.press("#q", "Enter");
  return shown;
}

const server = await startServer(process.argv.slice(2));
const browser = await startBrowser();
try {
  const asked = await questionsOf(server);
  const page = await (await openContext(browser, server)).newPage();
  await page.goto("/");
  await wait(page, "Hoeveel vragen zijn dit om te beginnen?");
  const times = [];
  const before = processorTime(server.pid);
  for (let round = 0; round < rounds; ++round) for (const question of asked) times.push(await wait(page, question));
  const used = (processorTime(server.pid) - before) / times.length;
  const [fast, median, slow] = [0.1, 0.5, 0.95].map((share) => quantile(times, share).toFixed(0));
  console.log(`${times.length} questions, from Enter to the answer: median ${median} ms, 10th percentile ${fast} ms, ` +
    `95th ${slow} ms; ${used.toFixed(0)} ms of the server's processor each`);
} finally {
  await browser.close();
  await server.stop();
}
