// Single letters open what carries data-key. They wait a moment: a reader that types an MRZ is faster than people.
const ALONE_MS = 90;
const STORED = "lintas-keys-off";
let waiting = 0;

function isTyping(target) {
  return target.closest("input:not([type=checkbox], [type=radio], [type=file]), textarea, select, [contenteditable]");
}

function areOn() {
  return localStorage.getItem(STORED) !== "1";
}

// One element a key: what the page offers goes before the navigation, and of two on a page the first.
function listed() {
  const here = [...document.querySelectorAll("main [data-key]")];
  const around = [...document.querySelectorAll("[data-key]")].filter((element) => !here.includes(element));
  const byKey = new Map();
  for (const element of [...here, ...around]) {
    const isReachable = element.offsetParent !== null || element.closest("details");
    if (isReachable && !byKey.has(element.dataset.key)) byKey.set(element.dataset.key, element);
  }
  return [...byKey.values()];
}

function use(element) {
  for (let around = element.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
  // a summary is open by now: on to what it hides
  if (element.matches("summary")) (element.parentElement.querySelector("input:not([type=hidden]), select, textarea") || element).focus();
  else if (element.matches("a, button, label, [role=button]")) element.click();
  else element.focus();
  element.scrollIntoView({ block: "nearest" });
}

function showKeys() {
  const rows = listed().map((element) => {
    const row = document.createElement("tr");
    const key = document.createElement("kbd");
    key.textContent = element.dataset.key;
    const name = element.dataset.keyName || element.getAttribute("aria-label") || element.textContent;
    row.append(document.createElement("td"), document.createElement("td"));
    row.cells[0].append(key);
    row.cells[1].textContent = name.replace(/\s+/g, " ").trim();
    return row;
  });
  document.getElementById("keys-list").replaceChildren(...rows);
  document.getElementById("keys-on").checked = areOn();
  document.getElementById("keys").showModal();
}

export function takeKeys() {
  const dialog = document.getElementById("keys");
  if (!dialog) return;
  document.getElementById("show-keys").addEventListener("click", showKeys);
  document.getElementById("keys-on").addEventListener("change", (event) => {
    localStorage.setItem(STORED, event.target.checked ? "0" : "1");
  });
  document.addEventListener("keydown", (event) => {
    clearTimeout(waiting);
    if (event.ctrlKey || event.altKey || event.metaKey || event.key.length !== 1) return;
    if (isTyping(event.target) || dialog.open || document.body.classList.contains("shielded") || !areOn()) return;
    const wanted = event.key;
    waiting = setTimeout(() => {
      if (wanted === "?") return showKeys();
      const element = listed().find((each) => each.dataset.key === wanted.toLowerCase());
      return element && use(element);
    }, ALONE_MS);
  });
}
