// News of one's own session: an event says that something changed, the page is asked for again. Comes back by itself.
import { onPrepare, onShown, parsed } from "./swap.js";

let stream = null;
let draft = null; // what was chosen and typed but not yet decided: asking another question must not take it away

async function again() {
  const play = document.getElementById("play");
  if (!play || (play.contains(document.activeElement) && document.activeElement.matches("textarea, select"))) return;
  const response = await fetch("/play", { headers: { Accept: "text/html" } });
  if (!response.ok) return;
  const fresh = parsed(await response.text()).getElementById("play");
  // while a case is open nothing is taken out of the trainee's hands
  if (fresh && (!document.querySelector("#decide") || !fresh.querySelector("#decide"))) play.replaceChildren(...fresh.childNodes);
}

function listen() {
  const play = document.querySelector("#play[data-news]");
  if (!play || (stream && stream.readyState !== EventSource.CLOSED)) return;
  stream = new EventSource(play.dataset.news);
  stream.addEventListener("changed", () => setTimeout(() => again().catch(() => {}), Math.random() * 200));
  stream.addEventListener("open", () => again().catch(() => {}));
  stream.addEventListener("error", () => {
    if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 1500 + Math.random() * 1500);
  });
}

function decideForm() {
  return document.querySelector("form[action='/play/decide']");
}

function keepDraft() {
  const form = decideForm();
  draft = form && { session: form.dataset.session, slot: form.elements.slot.value, outcome: form.elements.outcome.value, confidence: form.elements.confidence.value, reason: form.elements.reason.value };
}

function bringBack() {
  const form = decideForm();
  if (!form || !draft || form.elements.slot.value !== draft.slot || form.dataset.session !== draft.session) return;
  for (const name of ["outcome", "confidence", "reason"]) form.elements[name].value = draft[name];
}

// the light and the document are links: what is typed goes along, in this tab only
draft = JSON.parse(sessionStorage.getItem("draft") ?? "null");
bringBack();
onPrepare(keepDraft);
onShown(bringBack);
listen();
window.addEventListener("online", () => { stream?.close(); listen(); });
window.addEventListener("pagehide", () => {
  keepDraft();
  sessionStorage.setItem("draft", JSON.stringify(draft));
  stream?.close();
});
document.addEventListener("visibilitychange", () => { if (!document.hidden) listen(); });
