// Plein on the screen of a telephone: how it stands, kept in this browser while somebody is signed in.
const KEY = "plein-last-state";
const LASTS = 12 * 60 * 60 * 1000; // milliseconds; nobody stays signed in that long

export function keepLastState() {
  const state = document.querySelector("[data-keep-state]");
  if (state) {
    const { light, next, tasks } = state.dataset;
    localStorage.setItem(KEY, JSON.stringify({ at: Date.now(), light, next }));
    navigator.setAppBadge?.(Number(tasks)).catch(() => {});
  }
  if (document.querySelector("[data-signed-out]")) forget();
  if (document.querySelector("[data-has-app]")) navigator.serviceWorker?.register("/werker.js").catch(() => {});
  showLastState();
}

function forget() {
  localStorage.removeItem(KEY);
  navigator.clearAppBadge?.().catch(() => {});
}

function showLastState() {
  const place = document.querySelector("[data-last-state]");
  if (!place) return;
  const state = JSON.parse(localStorage.getItem(KEY) ?? "null");
  if (!state || Date.now() - state.at > LASTS) return forget();
  const day = new Intl.DateTimeFormat("nl-NL", { dateStyle: "long", timeStyle: "short" });
  place.querySelector("[data-state-at]").textContent = day.format(state.at);
  place.querySelector("[data-state-light]").textContent = state.light;
  place.querySelector("[data-state-next]").textContent = state.next ?? "";
  place.hidden = false;
}
