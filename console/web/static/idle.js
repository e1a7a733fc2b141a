// Whoever is at work stays signed in; a screen that nobody touches tells nothing any more once the session has ended.
const SIGN_OF_LIFE_MS = 240_000;
const LOOK_EVERY_MS = 5_000;
let touchedAt = Date.now();
let toldAt = Date.now();

function look(idleMs) {
  const now = Date.now();
  if (now - touchedAt > idleMs + LOOK_EVERY_MS) return location.replace("/login?done=session_over");
  if (touchedAt > toldAt && now - toldAt > SIGN_OF_LIFE_MS) {
    toldAt = now;
    fetch("/state").catch(() => {});
  }
  return undefined;
}

export function watchIdle() {
  const idleMs = Number(document.body.dataset.idleS) * 1000;
  if (!idleMs) return; // nobody is signed in
  for (const kind of ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"]) {
    document.addEventListener(kind, () => (touchedAt = Date.now()), { passive: true });
  }
  setInterval(() => look(idleMs), LOOK_EVERY_MS);
}
