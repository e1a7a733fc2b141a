// Search as you type, and the law of the chosen category. Without it the form's button does the same.
import { onShown, parsed } from "./swap.js";

const PAUSE_MS = 120;
let waiting = 0;
let asked = 0;

async function ask(form) {
  const results = document.querySelector("#results[data-source]");
  if (!results) return;
  const mine = ++asked;
  const query = new URLSearchParams(new FormData(form));
  const response = await fetch(`${results.dataset.source}?${query}`, { headers: { Accept: "text/html" } });
  if (mine !== asked || !response.ok) return; // a later question is on its way, or the banner tells
  const fresh = parsed(await response.text()).getElementById("results");
  if (fresh) results.replaceChildren(...fresh.childNodes);
  history.replaceState({}, "", `${form.getAttribute("action")}?${query}`);
}

function law(select) {
  for (const each of document.querySelectorAll("#law [data-category]")) each.hidden = each.dataset.category !== select.value;
}

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-live]");
  if (!form) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => ask(form).catch(() => {}), PAUSE_MS);
});
document.addEventListener("change", (event) => {
  if (event.target.matches("#category")) law(event.target);
});
document.addEventListener("submit", (event) => {
  if (event.target.enctype === "multipart/form-data") event.target.setAttribute("aria-busy", "true");
});
onShown(() => clearTimeout(waiting));
