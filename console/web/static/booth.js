// The booth: pictures are dropped, chosen or photographed and stay in this browser; readers may type an MRZ anywhere.
import { onPrepare, onShown, send } from "./swap.js";

const LARGEST_BYTES = 8 * 1024 * 1024;
const LARGEST_PIXELS = 25e6;
const READER_GAP_MS = 80; // people are slower
const READER_QUIET_MS = 200;
const SHORTEST_MRZ = 28;
let held = null; // { file, url }: the picture that was sent last

function hold(file) {
  if (held) URL.revokeObjectURL(held.url);
  held = { file, url: URL.createObjectURL(file) };
}

// Phones make pictures that are larger than the service takes: those are made smaller here.
async function fitting(file) {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type)) return file;
  let bitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return file; // the service says what is wrong with it
  }
  const pixels = bitmap.width * bitmap.height;
  if (file.size <= LARGEST_BYTES && pixels <= LARGEST_PIXELS) return file;
  const scale = Math.min(1, Math.sqrt((LARGEST_PIXELS * 0.6) / pixels));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.9));
  return new File([blob], "page.jpg", { type: "image/jpeg" });
}

async function present(form, file) {
  if (!file) return;
  form.setAttribute("aria-busy", "true");
  const small = await fitting(file);
  form.removeAttribute("aria-busy");
  hold(small);
  await send(form);
}

function presenting() {
  return document.querySelector("form[data-present]");
}

function takePictures() {
  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-present]");
    if (form && event.target.type === "file") present(form, event.target.files[0]);
  });
  for (const kind of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(kind, (event) => {
      const form = presenting();
      if (!form) return;
      event.preventDefault();
      form.querySelector("[data-drop]").classList.toggle("over", kind === "dragover");
      if (kind === "drop") present(form, event.dataTransfer.files[0]);
    });
  }
  document.addEventListener("paste", (event) => {
    const file = event.clipboardData?.files[0];
    if (file && presenting()) present(presenting(), file);
  });
  onPrepare((event) => {
    const data = event.detail;
    const form = event.target;
    if (!held) return;
    if (form.matches("[data-with-picture]") && form.dataset.picture === "1") data.set("image", held.file, "page");
    if (form.matches("[data-present]") && !data.get("mrz_lines")) {
      data.delete("photo");
      data.set("image", held.file, "page");
    }
  });
}

function drawPicture() {
  const figure = document.getElementById("picture");
  if (!figure || !held || sessionStorage.getItem("lintas-picture-of") !== location.pathname) return;
  document.getElementById("again")?.setAttribute("data-picture", "1");
  const image = new Image();
  image.alt = "";
  image.addEventListener("load", () => {
    figure.hidden = false;
    if (!figure.dataset.band) return;
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const polygon = document.createElementNS("http://www.w3.org/2000/svg", "polygon");
    svg.setAttribute("viewBox", `0 0 ${image.naturalWidth} ${image.naturalHeight}`);
    polygon.setAttribute("points", figure.dataset.band);
    svg.append(polygon);
    figure.append(svg);
    const place = () => {
      svg.setAttribute("width", image.clientWidth);
      svg.setAttribute("height", image.clientHeight);
      svg.style.left = `${image.offsetLeft}px`;
      svg.style.top = `${image.offsetTop}px`;
    };
    new ResizeObserver(place).observe(image);
  });
  image.src = held.url;
  figure.prepend(image);
}

// A reader with a keyboard cable types faster than people do, wherever the cursor stands.
function takeReader() {
  let typed = "";
  let last = 0;
  let quiet = 0;
  const finish = () => {
    const lines = typed.split("\n").map((line) => line.trim()).filter(Boolean);
    typed = "";
    const form = presenting() || null;
    if (!lines.length || lines.some((line) => line.length < SHORTEST_MRZ || !/^[A-Z0-9<]+$/i.test(line))) return;
    if (!form) {
      sessionStorage.setItem("lintas-typed", lines.join("\n"));
      location.assign("/booth");
      return;
    }
    examineTyped(form, lines.join("\n"));
  };
  document.addEventListener("keydown", (event) => {
    if (event.target.closest("input:not([type=checkbox], [type=radio], [type=file]), textarea, select")) return;
    const now = event.timeStamp;
    if (now - last > READER_GAP_MS) typed = "";
    if (event.key === "Enter" && typed.length >= SHORTEST_MRZ) {
      typed += "\n";
      event.preventDefault();
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) typed += event.key;
    else return;
    last = now;
    clearTimeout(quiet);
    quiet = setTimeout(finish, READER_QUIET_MS);
  });
}

function examineTyped(form, text) {
  const area = form.querySelector("[data-mrz]");
  area.closest("details").open = true;
  area.value = text;
  send(form);
}

function takeFilters() {
  document.addEventListener("input", (event) => {
    const list = event.target.dataset.filter && document.getElementById(event.target.dataset.filter);
    if (!list) return;
    const words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const group of list.querySelectorAll("[data-filter-group]")) {
      let shown = 0;
      for (const item of group.querySelectorAll("[data-filter-item]")) {
        const text = item.textContent.toLowerCase();
        item.hidden = !words.every((word) => text.includes(word)) && !item.querySelector(":checked");
        shown += item.hidden ? 0 : 1;
      }
      group.hidden = shown === 0;
    }
  });
}

function shown() {
  // only the page that this picture led to shows it
  if (document.getElementById("picture") && held) sessionStorage.setItem("lintas-picture-of", location.pathname);
  drawPicture();
}

takePictures();
takeReader();
takeFilters();
onShown(shown);
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});
const waiting = sessionStorage.getItem("lintas-typed");
if (waiting && presenting()) {
  sessionStorage.removeItem("lintas-typed");
  examineTyped(presenting(), waiting);
}
