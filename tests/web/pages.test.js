// SPDX-License-Identifier: EUPL-1.2
// Every view in both languages, both themes, on a wide and a narrow screen: nothing that axe objects to, nothing
// cut off, nothing in the console, nothing fetched from elsewhere.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { openContext, openPage, startBrowser, startServer, views } from "./support.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let server;
let browser;
before(async () => {
  server = await startServer();
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  assert.equal(await server?.stop(), 0, "SIGTERM ends the server cleanly");
});

// Each language, theme and width meets axe on every view; any two of them meet in one of these.
const settings = [
  { language: "nl", theme: "light", width: 1440, axe: true },
  { language: "en", theme: "dark", width: 360, axe: true },
  { language: "en", theme: "light", width: 360 },
  { language: "nl", theme: "dark", width: 1440 },
];

// The views that the other combinations are looked at on.
const main = ["home", "answer", "article", "search", "figures", "document"];

// What axe objects to.
async function violations(page) {
  // The content policy keeps foreign scripts out of the page itself; axe goes in by the debugger.
  await page.evaluate(axe);
  const report = await page.evaluate((tags) => globalThis.axe.run({ runOnly: tags }), rules);
  return report.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n  ")}`);
}

for (const setting of settings) {
  describe(`${setting.language}, ${setting.theme}, ${setting.width} px`, () => {
    let context;
    before(async () => (context = await openContext(browser, server, setting)));
    after(() => context.close());
    for (const [name, address] of Object.entries(views)) {
      if (!setting.axe && !main.includes(name)) continue;
      test(name, async () => {
        const page = await openPage(context, server);
        try {
          await page.goto(address);
          assert.equal(await page.getAttribute("html", "lang"), setting.language);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(overflow <= 0, `${overflow} px beyond the screen`);
          if (setting.axe) assert.deepEqual(await violations(page), []);
          const faults = page.faults.filter((fault) => name !== "error" || !fault.includes("404"));
          assert.deepEqual(faults, []);
        } finally {
          await page.close();
        }
      });
    }
  });
}
