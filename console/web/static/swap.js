// Forms marked data-swap are sent without leaving the page; the answer's <main> takes the place of ours.
// A fault is shown above what is open, so nothing that was typed is lost.
const SHOWN = "lintas:shown";
const PREPARE = "lintas:prepare"; // others may add to the form's data before it is sent

export function onShown(act) {
  document.addEventListener(SHOWN, act);
}

export function onPrepare(act) {
  document.addEventListener(PREPARE, act);
}

export function parsed(html) {
  return new DOMParser().parseFromString(html, "text/html");
}

export function alertWith(node) {
  document.getElementById("alerts").replaceChildren(node);
  node.scrollIntoView({ block: "nearest" });
}

// what is wrong stands beside its field as well; it goes when the form is sent again
function unmark(form) {
  for (const note of form.querySelectorAll(".field-fault")) note.remove();
  for (const input of form.querySelectorAll("[data-faulty]")) {
    input.removeAttribute("aria-invalid");
    input.removeAttribute("data-faulty");
    if (input.dataset.describedby !== undefined) input.setAttribute("aria-describedby", input.dataset.describedby);
    else input.removeAttribute("aria-describedby");
  }
}

function mark(form, fault) {
  for (const told of fault.querySelectorAll("[data-field]")) {
    const input = form.querySelector(`[name="${CSS.escape(told.dataset.field)}"]:not([type=hidden], [type=radio], [type=checkbox])`);
    if (!input || input.dataset.faulty) continue;
    input.dataset.faulty = "1";
    input.setAttribute("aria-invalid", "true");
    for (let fold = input.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    const text = told.querySelector("span")?.textContent;
    if (!text) continue;
    if (input.id) {
      const label = told.firstChild.textContent.replace(/:\s*$/, "");
      told.firstChild.replaceWith(Object.assign(document.createElement("a"), { href: `#${input.id}`, textContent: label }), ": ");
    }
    const note = Object.assign(document.createElement("span"), { className: "hint field-fault", textContent: text });
    note.id = `fault-${told.dataset.field}`;
    const before = input.getAttribute("aria-describedby");
    if (before) input.dataset.describedby = before;
    input.setAttribute("aria-describedby", before ? `${before} ${note.id}` : note.id);
    input.after(note);
  }
  form.querySelector("[data-faulty]")?.focus({ preventScroll: true });
}

function unreachable() {
  alertWith(document.getElementById("unreachable").content.cloneNode(true).firstElementChild);
}

function show(page, url) {
  document.getElementById("alerts").replaceChildren();
  for (const id of ["main", "state"]) {
    const fresh = page.getElementById(id);
    const old = document.getElementById(id);
    if (fresh && old) old.replaceChildren(...fresh.childNodes);
  }
  if (!document.body.classList.contains("shielded")) document.title = page.title;
  document.body.dataset.title = page.title;
  if (url !== location.href) history.pushState({}, "", url);
  window.scrollTo(0, 0);
  document.getElementById("main").focus({ preventScroll: true });
  document.dispatchEvent(new CustomEvent(SHOWN));
}

export async function send(form, submitter) {
  if (form.getAttribute("aria-busy") === "true") return; // a second press while the first is under way
  form.setAttribute("aria-busy", "true");
  unmark(form);
  try {
    const data = new FormData(form, submitter);
    form.dispatchEvent(new CustomEvent(PREPARE, { bubbles: true, detail: data }));
    const multipart = form.enctype === "multipart/form-data";
    const body = multipart ? data : new URLSearchParams(data);
    // not form.action: a field of that name, as the desk has one, stands before it
    const response = await fetch(form.getAttribute("action"), { method: "POST", body, headers: { Accept: "text/html" } });
    const page = parsed(await response.text());
    const fault = page.getElementById("fault");
    if (new URL(response.url).pathname === "/login") location.assign(response.url);
    else if (!response.ok && fault) {
      mark(form, fault);
      alertWith(document.importNode(fault, true));
    }
    else if (page.getElementById("main")) show(page, response.url);
    else unreachable();
  } catch {
    unreachable();
  } finally {
    form.removeAttribute("aria-busy");
  }
}

export function takeForms() {
  document.body.dataset.title = document.title;
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("form[data-swap]")) {
      if (form.method === "post" && form.dataset.sent) event.preventDefault();
      form.dataset.sent = "1";
      return;
    }
    event.preventDefault();
    send(form, event.submitter);
  });
  window.addEventListener("pageshow", () => {
    for (const form of document.forms) delete form.dataset.sent;
  });
  window.addEventListener("popstate", () => location.reload());
}
