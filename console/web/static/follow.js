// One stream a tab. An event only says that something changed: the page then asks again for the parts that follow it.
import { onShown, parsed, alertWith } from "./swap.js";

const JITTER_MS = 120;
const LOST_AFTER_MS = 4000;
let stream = null;
let followed = "";
let lostTimer = 0;

function parts() {
  return [...document.querySelectorAll("[data-topic][id]")];
}

function isInUse(part) {
  return part.contains(document.activeElement) && document.activeElement.matches("input, textarea, select");
}

async function again(url, wanted) {
  const response = await fetch(url, { headers: { Accept: "text/html" } });
  if (new URL(response.url).pathname === "/login") return location.assign(response.url);
  if (!response.ok) return undefined;
  const page = parsed(await response.text());
  for (const id of wanted) {
    const fresh = page.getElementById(id);
    const old = document.getElementById(id);
    if (fresh && old && !isInUse(old)) old.replaceChildren(...fresh.childNodes);
  }
  return undefined;
}

function changed(topic) {
  const wanted = parts().filter((part) => part.dataset.topic === topic).map((part) => part.id);
  setTimeout(() => {
    if (topic === "state") again("/state", ["state"]).catch(() => {});
    if (wanted.length) again(location.href, wanted).catch(() => {});
  }, Math.random() * JITTER_MS);
}

function everything() {
  for (const topic of new Set(["state", ...parts().map((part) => part.dataset.topic)])) changed(topic);
}

function lost() {
  lostTimer ||= setTimeout(() => {
    if (document.body.dataset.lost) return;
    document.body.dataset.lost = "1";
    alertWith(document.getElementById("unreachable").content.cloneNode(true).firstElementChild);
  }, LOST_AFTER_MS);
}

function found() {
  clearTimeout(lostTimer);
  lostTimer = 0;
  if (!document.body.dataset.lost) return;
  delete document.body.dataset.lost;
  document.getElementById("alerts").replaceChildren();
  everything();
}

function connect() {
  const topics = [...new Set(["state", ...parts().map((part) => part.dataset.topic)])].sort();
  const query = new URLSearchParams(topics.map((topic) => ["topic", topic])).toString();
  if (stream && stream.readyState !== EventSource.CLOSED && query === followed) return;
  stream?.close();
  followed = query;
  stream = new EventSource(`/events?${query}`);
  stream.addEventListener("open", found);
  stream.addEventListener("changed", (event) => changed(JSON.parse(event.data).topic));
  stream.addEventListener("error", () => {
    lost();
    if (stream.readyState === EventSource.CLOSED) setTimeout(connect, 2000 + Math.random() * 2000);
  });
}

export function follow() {
  if (!document.getElementById("state")) return; // nobody is signed in
  connect();
  onShown(connect);
  window.addEventListener("online", connect);
  window.addEventListener("pagehide", () => stream?.close());
  // browsers allow six connections to a host: tabs that nobody looks at give theirs back
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      stream?.close();
      clearTimeout(lostTimer);
      lostTimer = 0;
    } else {
      connect();
      everything();
    }
  });
}
