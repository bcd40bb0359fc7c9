// SPDX-License-Identifier: EUPL-1.2
// Makes the pages quicker and puts them under the keys. Without it every page works by plain links and forms.
import { comeBack, follow } from "./navigation.js";
import { listen } from "./keys.js";
import { openPane } from "./pane.js";

document.addEventListener("submit", (event) => {
  const form = event.target;
  const isDownload = event.submitter?.hasAttribute("formaction");
  if (isDownload || !(form instanceof HTMLFormElement)) return;
  event.preventDefault();
  follow(form);
});

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!link || link.hasAttribute("download") || link.origin !== location.origin) return;
  if (openPane(link)) event.preventDefault();
});

addEventListener("popstate", comeBack);

listen();
