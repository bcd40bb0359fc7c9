// SPDX-License-Identifier: EUPL-1.2
// The page under the keys: / to the box, arrows through a list, Enter opens, n and p step through hits, Esc goes
// back to the box or out of it.
import { offerPng } from "./chart.js";
import { showMarked } from "./pane.js";

const box = () => document.querySelector("main form #q");
const isTyping = (element) => element instanceof Element && element.matches("input, textarea, select, [contenteditable]");

// The links that arrows step through: one for each entry.
const entries = () =>
  [...document.querySelectorAll("main .entries > li, main .examples li, main table.list tbody tr")]
    .map((entry) => entry.querySelector("a[href]"))
    .filter((link) => link && !link.closest("details:not([open])"));

function step(direction) {
  const links = entries();
  if (links.length === 0) return false;
  const at = links.indexOf(document.activeElement);
  const next = at < 0 ? (direction > 0 ? 0 : links.length - 1) : at + direction;
  if (next < 0) {
    box()?.focus();
  } else if (next < links.length) {
    links[next].focus();
  }
  return true;
}

let hit = 0;
function stepHit(direction) {
  const hits = Number(document.querySelector("[data-hits]")?.dataset.hits ?? 0);
  if (hits === 0) return false;
  hit = ((hit - 1 + direction + hits) % hits) + 1;
  const target = document.getElementById(`hit${hit}`);
  target?.scrollIntoView({ block: "center" });
  document.querySelector(".hit.here")?.classList.remove("here");
  target?.classList.add("here");
  return true;
}

function offerSteps() {
  for (const button of document.querySelectorAll("button[data-step][hidden]")) {
    button.hidden = false;
    button.closest(".stepper").classList.add("live");
    button.addEventListener("click", () => stepHit(Number(button.dataset.step)));
  }
}

function onKey(event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target instanceof HTMLTextAreaElement) {
    event.target.form.requestSubmit();
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = isTyping(event.target);
  let done = false;
  if (event.key === "/" && !typing) {
    const input = box();
    input?.focus();
    input?.select();
    done = Boolean(input);
  } else if (event.key === "Escape") {
    if (typing) event.target.blur();
    else box()?.focus();
    done = true;
  } else if (event.key === "ArrowDown" && (!typing || event.target.matches("input[type=search]"))) {
    done = step(1);
  } else if (event.key === "ArrowUp" && !typing) {
    done = step(-1);
  } else if (event.key === "n" && !typing) {
    done = stepHit(1);
  } else if (event.key === "p" && !typing) {
    done = stepHit(-1);
  }
  if (done) event.preventDefault();
}

// After a page was put in place: where the reader's eye and the focus belong.
export function arrive(isBack) {
  hit = 0;
  if (!isBack) scrollTo(0, 0);
  const anchor = location.hash && document.getElementById(location.hash.slice(1));
  if (anchor && location.hash !== "#marked") anchor.scrollIntoView();
  showMarked();
  offerPng();
  offerSteps();
  const input = box();
  if (input?.hasAttribute("autofocus")) input.focus();
  else document.querySelector("main")?.focus({ preventScroll: true });
}

export function listen() {
  document.addEventListener("keydown", onKey);
  showMarked();
  offerPng();
  offerSteps();
}
