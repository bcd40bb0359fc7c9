// SPDX-License-Identifier: EUPL-1.2
// A real server on the sample documents, and a real browser in front of it.
import { spawn, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const program = process.env.VRAAGBAAK_BINARY;
const source = process.env.VRAAGBAAK_SOURCE;

// A document that tries to be markup wherever a page shows it.
const hostile = `RAPPORT <img src=x onerror=alert(1)>

1. Brug <script>alert(2)</script>
De brug aan de Vaart kost 12 miljoen euro <svg onload=alert(3)>.
`;

// A PDF of plain pages in Helvetica (ISO 32000-1, 7.5), each a list of lines in ASCII without brackets.
export function buildPdf(pages) {
  const objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"];
  const kids = [];
  for (const lines of pages) {
    const content = `BT /F1 12 Tf 16 TL 72 760 Td ${lines.map((line) => `(${line}) Tj T*`).join(" ")} ET`;
    kids.push(`${objects.length + 1} 0 R`);
    objects.push("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> " +
      `/Contents ${objects.length + 2} 0 R >>`);
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  objects[1] = `<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(" ")}] >>`;
  let pdf = "%PDF-1.4\n";
  let table = "0000000000 65535 f \n";
  objects.forEach((object, i) => {
    table += `${String(pdf.length).padStart(10, "0")} 00000 n \n`;
    pdf += `${i + 1} 0 obj\n${object}\nendobj\n`;
  });
  return `${pdf}xref\n0 ${objects.length + 1}\n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\n` +
    `startxref\n${pdf.length}\n%%EOF\n`;
}

// Serves the folders, or the sample documents and some of the tests' own.
export async function startServer(folders = []) {
  const folder = mkdtempSync(join(tmpdir(), "vraagbaak-web-"));
  mkdirSync(join(folder, "docs"));
  writeFileSync(join(folder, "docs", "gevaar <b>.txt"), hostile);
  writeFileSync(join(folder, "docs", "nota.pdf"), buildPdf([
    ["Nota over de haven", "De kade aan de Schelde is 1250 meter lang."],
    [],
    ["De sluis in Wintam kostte in 2016 nog 17 miljoen euro."],
  ]));
  const db = join(folder, "index.db");
  const indexed = folders.length > 0 ? folders : [join(source, "corpus"), join(folder, "docs")];
  execFileSync(program, ["index", "--quiet", "--db", db, ...indexed]);
  const child = spawn(program, ["serve", "--port", "0", "--db", db], { stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`serve ended with ${code}`)));
    createInterface(child.stdout).once("line", (line) => resolve(line.replace(/^Vraagbaak: (.*)\/$/, "$1")));
  });
  return {
    address,
    pid: child.pid,
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      const code = await ended;
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}

export function startBrowser() {
  // A test machine may run as root, where Chromium's sandbox does not work; only our own server is opened.
  return chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
}

export function openContext(browser, server, settings = {}) {
  const { language = "nl", theme = "light", width = 1440, ...more } = settings;
  return browser.newContext({
    baseURL: server.address,
    locale: language === "en" ? "en-GB" : "nl-BE",
    colorScheme: theme,
    reducedMotion: "reduce",
    viewport: { width, height: 900 },
    ...more,
  });
}

// A page that remembers whatever goes wrong in it or leaves the server.
export async function openPage(context, server) {
  const page = await context.newPage();
  page.faults = [];
  page.on("console", (message) => message.type() === "error" && page.faults.push(message.text()));
  page.on("pageerror", (error) => page.faults.push(String(error)));
  page.on("dialog", (dialog) => page.faults.push(`dialog: ${dialog.message()}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(server.address)) page.faults.push(`elsewhere: ${request.url()}`);
  });
  return page;
}

export const article =
  "Het project CONQUER kost 25 miljoen euro. Daarvan komt 1 miljoen euro uit het EFRO.\n" +
  "Volgens de oppositie stonden er 4.812 olifanten langs de weg.";

const place = "schriftelijke-vraag-761-conquer.txt?start=3000&end=3073";

// Every view, by an address that fills it.
export const views = {
  home: "/",
  answer: "/ask?q=budget+spent+on+CONQUER",
  "no answer": "/ask?q=Hoeveel+kangoeroes+wonen+er+op+Mars%3F",
  check: "/check",
  verdict: "/check?q=Het+project+CONQUER+kost+3+miljoen+euro.",
  article: `/check?q=${encodeURIComponent(article)}`,
  "search box": "/search",
  search: "/search?q=euro",
  narrowed: "/search?q=euro&kind=money&min=1mln&sort=newest",
  "nothing found": "/search?q=kangoeroe",
  figures: "/figures?kind=money",
  tables: "/tables",
  entities: "/entities",
  audit: "/audit?all=1",
  "trend box": "/trend",
  trend: "/trend?q=kmo-portefeuille",
  "no trend": "/trend?q=kangoeroe",
  conflicts: "/conflicts",
  unanswered: "/unanswered?all=1",
  documents: "/documents",
  document: `/document/${place}&q=budget`,
  "marked document": "/document/schriftelijke-vraag-761-conquer.txt?figures=1&names=1",
  pairs: "/document/schriftelijke-vraag-761-conquer.txt?view=pairs",
  "printed pages": "/document/nota.pdf?view=pages",
  "answer from a PDF": "/ask?q=Hoeveel+kostte+de+sluis+in+Wintam%3F",
  "table document": "/document/begrotingsgids-economie-2023.txt",
  error: "/nergens",
};
