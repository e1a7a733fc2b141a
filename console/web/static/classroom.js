// News of one's own session: an event says that something changed, the page is asked for again. Comes back by itself.
import { onPrepare, onShown, parsed } from "./swap.js";

let stream = null;
let draft = null; // what was chosen and typed but not yet decided: asking another question must not take it away

// What the trainer does is shown at once, also to somebody who is typing: what was typed is kept, and comes back.
async function again() {
  const play = document.getElementById("play");
  if (!play) return;
  const response = await fetch("/play", { headers: { Accept: "text/html" } });
  if (!response.ok) return;
  const fresh = parsed(await response.text()).getElementById("play");
  if (!fresh) return;
  const state = (part) => part.querySelector("#held")?.dataset.state;
  const isSteered = state(fresh) !== state(play);
  const isInUse = play.contains(document.activeElement) && document.activeElement.matches("textarea, select");
  // while a case is open nothing else is taken out of the trainee's hands
  const isOpen = play.querySelector("#decide") && fresh.querySelector("#decide");
  if (isSteered || (!isInUse && !isOpen)) {
    keepDraft();
    play.replaceChildren(...fresh.childNodes);
    bringBack();
  } else {
    const told = fresh.querySelector("#happened");
    const old = play.querySelector("#happened");
    if (told && old && told.childElementCount !== old.childElementCount) old.replaceChildren(...told.childNodes);
  }
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
  if (!form) return; // a page that only waits takes nothing away
  draft = { session: form.dataset.session, slot: form.elements.slot.value, outcome: form.elements.outcome.value, confidence: form.elements.confidence.value, reason: form.elements.reason.value };
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
