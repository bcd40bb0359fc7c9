// SPDX-License-Identifier: EUPL-1.2
// A link to a place in a document, beside an answer on a wide screen, shows the place there instead of leaving.

const wide = matchMedia("(min-width: 64rem)");

// Brings the marked place into sight, within whatever scrolls.
export function showMarked(root = document) {
  const marked = root.querySelector("#marked");
  if (!marked) return;
  const scroller = marked.closest(".pane-text");
  if (scroller && scroller.scrollHeight > scroller.clientHeight) {
    const offset = marked.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    scroller.scrollTop += offset - scroller.clientHeight / 3;
  } else if (!scroller) {
    marked.scrollIntoView({ block: "center" });
  }
}

// True where the link is shown in the pane.
export function openPane(link) {
  const pane = document.querySelector("#pane");
  const isPlace = link.pathname.startsWith("/document/") && new URLSearchParams(link.search).has("start");
  if (!pane || !wide.matches || !isPlace || pane.contains(link)) return false;
  load(link.href, pane);
  return true;
}

async function load(href, pane) {
  const address = new URL(href);
  address.searchParams.set("view", "pane");
  try {
    const response = await fetch(address, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.querySelector("#pane");
    if (!response.ok || !fresh) throw new Error(response.statusText);
    pane.replaceWith(document.adoptNode(fresh));
    showMarked();
  } catch {
    location.assign(href);
  }
}
