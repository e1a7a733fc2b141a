// The neutral view: one key or button, and nothing on the screen tells about anybody. It survives a reload.
const KEY = "F9";

function set(up) {
  document.cookie = `lintas_shield=${up ? 1 : 0}; path=/; SameSite=Strict${up ? "" : "; Max-Age=0"}`;
  document.body.classList.toggle("shielded", up);
  document.getElementById("shield").hidden = !up;
  document.title = up ? "Lintas" : document.body.dataset.title;
  if (up) document.getElementById("lower-shield").focus();
}

export function takeShield() {
  const raise = document.getElementById("raise-shield");
  if (!raise) return;
  const isUp = () => document.body.classList.contains("shielded");
  if (isUp()) document.title = "Lintas";
  raise.addEventListener("click", (event) => {
    event.preventDefault();
    set(true);
  });
  document.getElementById("lower-shield").addEventListener("click", () => set(false));
  document.addEventListener("keydown", (event) => {
    if (event.key !== KEY) return;
    event.preventDefault();
    document.getElementById("keys")?.close();
    set(!isUp());
  });
}
