// SPDX-License-Identifier: EUPL-1.2
// What people do: ask, check, search, read; by mouse, by keys alone, without JavaScript, on paper.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { article, openContext, openPage, startBrowser, startServer, views } from "./support.js";

let server;
let browser;
let page;
before(async () => {
  server = await startServer();
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});
afterEach(async () => {
  await page.context().close();
  assert.deepEqual(page.faults, []);
});
const open = async (address, settings) => {
  page = await openPage(await openContext(browser, server, settings), server);
  await page.goto(address);
};
const focused = () => page.evaluate(() => document.activeElement.outerHTML.slice(0, 200));
// The page's own policy forbids Playwright's waitForFunction, which evaluates text.
const until = async (holds) => {
  for (let i = 0; i < 100 && !(await holds()); ++i) await new Promise((resolve) => setTimeout(resolve, 50));
  assert.ok(await holds());
};
const isInView = (selector) =>
  page.evaluate((selector) => {
    const box = document.querySelector(selector).getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight && box.width > 0;
  }, selector);

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`asking gives the answer with its proof, ${how}`, async () => {
    await open("/", { javaScriptEnabled });
    await page.fill("#q", "Hoeveel van het projectbudget van CONQUER is opgebruikt?");
    await page.press("#q", "Enter");
    await page.waitForSelector(".answer .value");
    assert.match(await page.textContent(".answer .value"), /270\.000 euro/);
    assert.match(await page.textContent(".quote mark.figure"), /270\.000|11,11/);
    assert.match(page.url(), /\/ask\?q=Hoeveel/);
    assert.match((await page.locator(".pane .cited").allTextContents()).join(""), /11,11%|270\.000/);
  });

  test(`a claim gets a verdict and an address, ${how}`, async () => {
    await open("/check", { javaScriptEnabled });
    await page.fill("#q", "Het project CONQUER kost 25 miljoen euro.");
    await page.click("main button[type=submit]");
    await page.waitForSelector(".verdict");
    assert.match(await page.getAttribute(".verdict", "class"), /refuted/);
    assert.match(page.url(), /\/check\?q=Het/);
  });

  test(`every figure of an article is marked, ${how}`, async () => {
    await open("/check", { javaScriptEnabled });
    await page.fill("#q", article);
    await page.click("main button[type=submit]");
    await page.waitForSelector(".checked");
    assert.equal(await page.locator("a.claimed").count(), await page.locator(".evidence .entries > li").count());
    assert.ok((await page.locator("a.claimed.refuted").count()) >= 1);
    await page.locator("a.claimed.refuted").first().click();
    assert.match(page.url(), /#figure\d+$/);
    assert.ok(await isInView(".evidence li:target .badge"));
  });

  test(`a table is sorted by the header of a column, ${how}`, async () => {
    await open("/tables", { javaScriptEnabled });
    const header = (state) => page.locator(`#table1 th[aria-sort=${state}] a`);
    const rows = () => page.locator("#table1 tbody th").allTextContents();
    const stated = await rows();
    const columns = await header("none").count();
    assert.ok(columns > 1 && stated.length > 2);
    await page.locator("#table1 thead a").first().click();
    await header("ascending").waitFor();
    const sorted = await rows();
    assert.notDeepEqual(sorted, stated);
    await page.locator("#table1 thead a").first().click();
    await header("descending").waitFor();
    assert.deepEqual(await rows(), sorted.toReversed());
    await page.locator("#table1 thead a").first().click();
    await until(async () => (await header("none").count()) === columns);
    assert.deepEqual(await rows(), stated);
  });

  test(`searching, narrowing and reading a hit, ${how}`, async () => {
    await open("/search", { javaScriptEnabled });
    await page.fill("#q", "subsidie");
    await page.press("#q", "Enter");
    await page.waitForSelector(".hits li");
    assert.ok((await page.locator(".snippet mark").count()) > 0);
    const before = await page.textContent("#found");
    await page.locator(".facets a").first().click();
    await page.waitForSelector(".chips");
    assert.ok(parseInt(await page.textContent("#found")) <= parseInt(before));
    await page.locator(".hits h3 a").first().click();
    await page.waitForSelector("#marked");
    assert.ok(await isInView("#marked"));
  });
}

test("by keys alone: box, answer, list, document, back", async () => {
  await open("/search?q=subsidie");
  await page.keyboard.press("/");
  assert.match(await focused(), /id="q"/);
  await page.keyboard.press("ArrowDown");
  assert.match(await focused(), /^<a/);
  await page.keyboard.press("Escape");
  assert.match(await focused(), /id="q"/);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("euro");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=euro/);
  await until(async () => /euro/i.test(await page.locator(".snippet mark").first().textContent()));
  for (let i = 0; i < 60 && !(await focused()).includes("/document/"); ++i) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#marked");
  await page.keyboard.press("n");
  assert.ok(await isInView(".hit.here"));
  const first = await page.getAttribute(".hit.here", "id");
  await page.keyboard.press("n");
  assert.notEqual(await page.getAttribute(".hit.here", "id"), first);
  await page.goBack();
  await page.waitForSelector(".hits li");
});

test("hits of a query are stepped through by buttons", async () => {
  await open("/document/schriftelijke-vraag-761-conquer.txt?q=project");
  const here = () => page.getAttribute(".hit.here", "id");
  await page.click("button[data-step='1']");
  assert.equal(await here(), "hit1");
  await page.click("button[data-step='1']");
  assert.equal(await here(), "hit2");
  assert.ok(await isInView(".hit.here"));
  await page.click("button[data-step='-1']");
  assert.equal(await here(), "hit1");
});

test("the first key press after opening reaches the box", async () => {
  await open("/");
  await page.keyboard.type("budget spent on CONQUER");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".answer .value");
});

// Whoever comes for the first time clicks an example and has the sentence; or types, and clicks the source.
for (const settings of [{}, { javaScriptEnabled: false }, { width: 360 }]) {
  test(`one click from a question to the marked sentence, ${JSON.stringify(settings)}`, async () => {
    await open("/", settings);
    if (settings.width) {
      await page.fill("#q", "budget spent on CONQUER");
      await page.press("#q", "Enter");
      await page.locator(".answer .source a").click();
      await page.waitForSelector(".document-text #marked");
      assert.ok(await isInView("#marked"));
    } else {
      await page.locator(".examples a").first().click();
      await page.waitForSelector(".pane #marked");
      await until(() => isInView(".pane #marked"));
      assert.match(await page.textContent(".pane h2"), /\S/);
    }
  });
}

const isDrawn = (selector) =>
  page.evaluate((selector) => {
    const image = document.querySelector(selector);
    return Boolean(image?.complete) && image.naturalWidth > 500 && image.naturalHeight > image.naturalWidth;
  }, selector);

for (const javaScriptEnabled of [true, false]) {
  test(`the page of a PDF itself, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async () => {
    await open(views["answer from a PDF"], { javaScriptEnabled });
    assert.match(await page.textContent(".answer .value"), /17 miljoen/);
    assert.equal(await page.locator(".folded-page img").first().isVisible(), false);
    await page.locator(".pane .folded-page summary").click();
    await until(() => isDrawn(".pane .folded-page img"));
    assert.match(await page.getAttribute(".pane .folded-page img", "alt"), /Bladzijde 3/);
    await page.goto(views["printed pages"]);
    assert.equal(await page.locator(".printed-page").count(), 3);
    assert.match(await page.textContent("#page3"), /17 miljoen euro/);
    await page.locator("#page3 img").scrollIntoViewIfNeeded();
    await until(() => isDrawn("#page3 img"));
    assert.equal(await page.locator("main [style]").count(), 0);
  });
}

test("one click from an answer to the whole document", async () => {
  await open(views.answer);
  assert.ok(await isInView(".pane #marked"), "it is in sight beside the answer");
  await page.locator(".answer .source a").click();
  await page.waitForSelector(".pane #marked");
  assert.ok(await isInView(".pane #marked"));
  await page.locator(".pane a.whole").click();
  await page.waitForSelector(".document-text #marked");
  assert.ok(await isInView(".document-text #marked"));
});

test("going back and forward shows what was there", async () => {
  await open("/ask?q=budget+spent+on+CONQUER");
  await page.fill("#q", "Hoeveel kangoeroes wonen er op Mars?");
  await page.press("#q", "Enter");
  await page.waitForSelector(".answer.none");
  await page.goBack();
  await page.waitForSelector(".answer:not(.none)");
  assert.equal(await page.inputValue("#q"), "budget spent on CONQUER");
});

test("nothing found is said, with what to do", async () => {
  await open(views["nothing found"]);
  assert.match(await page.textContent(".results"), /Niets gevonden/);
  await page.goto("/figures?min=900mld");
  assert.match(await page.textContent(".message"), /ruimer/);
});

test("language and theme are kept, the address stays", async () => {
  await open("/ask?q=budget+spent+on+CONQUER");
  await page.click(".switch[lang=en]");
  await page.waitForSelector("html[lang=en]");
  assert.match(page.url(), /\/ask\?q=budget%20spent%20on%20CONQUER$/);
  await page.locator(".switch").last().click();
  await page.waitForSelector("html[data-theme=dark]");
  await page.goto("/");
  assert.equal(await page.getAttribute("html", "lang"), "en");
  assert.equal(await page.getAttribute("html", "data-theme"), "dark");
});

test("on paper stand the answer, the quote and the source", async () => {
  await open(views.answer);
  await page.emulateMedia({ media: "print" });
  for (const selector of [".answer .value", ".answer .quote", ".answer .source", ".pane #marked"])
    assert.ok(await page.locator(selector).first().isVisible(), selector);
  for (const selector of ["header.site nav", "main form", ".downloads"])
    assert.ok(!(await page.locator(selector).first().isVisible()), selector);
});

test("markup in documents and questions stays text", async () => {
  await open("/ask?q=Hoeveel+kost+de+brug+aan+de+Vaart%3F");
  assert.match(await page.textContent(".answer"), /12 miljoen/);
  for (const address of ["/documents", "/search?q=brug", "/document/gevaar%20%3Cb%3E.txt?figures=1&names=1&q=brug",
    "/search?q=%3Cscript%3Ealert(9)%3C/script%3E", "/ask?q=%22%3E%3Cimg%20src=x%20onerror=alert(9)%3E"]) {
    await page.goto(address);
    assert.equal(await page.locator("main img, main script, main svg[onload]").count(), 0, address);
  }
});

test("the first view is small and comes from here alone", async () => {
  page = await openPage(await openContext(browser, server), server);
  let bytes = 0;
  const sizes = [];
  page.on("requestfinished", (request) => sizes.push(request.sizes()));
  await page.goto("/", { waitUntil: "networkidle" });
  for (const size of await Promise.all(sizes)) bytes += size.responseBodySize + size.responseHeadersSize;
  assert.ok(sizes.length >= 4);
  assert.ok(bytes <= 100_000, `${bytes} bytes`);
});

test("files are downloaded", async () => {
  await open("/figures?kind=money");
  for (const [ending, name] of [["csv", "figures.csv"], ["xlsx", "figures.xlsx"]]) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.click(`.downloads a[href*=".${ending}"]`)]);
    assert.equal(download.suggestedFilename(), name);
  }
});
