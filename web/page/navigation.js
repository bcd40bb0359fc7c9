// SPDX-License-Identifier: EUPL-1.2
// Fetches a page of ours and puts its main part in the place of the one that is shown. The page comes from this
// server alone, where every value is escaped, and the content policy lets no script in it run.
import { arrive } from "./keys.js";

let running = null;
const here = () => location.pathname + location.search;
let shown = here();

function showProgress() {
  const bar = document.createElement("div");
  bar.className = "progress";
  bar.setAttribute("role", "progressbar");
  bar.setAttribute("aria-label", document.documentElement.lang === "en" ? "Working" : "Bezig");
  document.body.append(bar);
  document.body.classList.add("busy");
  return () => {
    bar.remove();
    document.body.classList.remove("busy");
  };
}

async function fetchPage(address, options) {
  const response = await fetch(address, { headers: { Accept: "text/html" }, ...options });
  const type = response.headers.get("content-type") ?? "";
  if (!type.startsWith("text/html")) throw new TypeError(type);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  // A page that looks again by itself has to be the browser's own.
  if (page.querySelector("meta[http-equiv=refresh]")) throw new TypeError("refresh");
  return { page, address: response.url };
}

function show(page) {
  document.title = page.title;
  for (const selector of ["header.site", "main", "footer.site"]) {
    const now = document.querySelector(selector);
    const next = page.querySelector(selector);
    if (now && next) now.replaceWith(document.adoptNode(next));
  }
}

// Goes to an address of ours. Where that fails the browser goes there itself and shows why.
export async function visit(address, { isBack = false, ...options } = {}) {
  running?.abort();
  const controller = new AbortController();
  running = controller;
  const waiting = setTimeout(() => (hide = showProgress()), 120);
  let hide = () => {};
  try {
    const { page, address: arrived } = await fetchPage(address, { ...options, signal: controller.signal });
    if (!isBack && arrived !== location.href) history.pushState(null, "", arrived);
    shown = here();
    show(page);
    arrive(isBack);
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address);
  } finally {
    clearTimeout(waiting);
    hide();
  }
}

// The browser went back or forward, or to another place of this page, which needs nothing.
export function comeBack() {
  if (here() !== shown) visit(location.href, { isBack: true });
}

// Sends a form.
export function follow(form) {
  const data = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value !== "") data.append(name, value);
  if (form.method === "post") return visit(form.action, { method: "POST", body: data });
  const address = new URL(form.action);
  address.search = data;
  return visit(address.href);
}
