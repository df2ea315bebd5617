// Parts of a page that stay fresh: the server tells that something changed, and the part is asked
// for again. Without that connection the page asks by itself. Nothing is told but where to look.
const EVERY = 20_000;

export function stayFresh() {
  if (!document.querySelector("[data-live]")) return;
  let source, timer, last = "", over = false;

  const parts = (about) =>
    [...document.querySelectorAll("[data-live]")].filter((part) => !about || !part.dataset.about || part.dataset.about === about);

  const refresh = async (about) => {
    for (const part of parts(about)) await renew(part);
  };

  const renew = async (part) => {
    const headers = { "X-Plein-Background": "1", "If-None-Match": part.dataset.version };
    try {
      const answer = await fetch(location.href, { headers, cache: "no-store" });
      if (answer.redirected || answer.status === 403) return end(); // signed out
      if (answer.status === 200) swap(part, await answer.text());
      if (source?.readyState === EventSource.OPEN) rest();
    } catch {
      poll(); // no connection: asked again until it is there
    }
  };

  const swap = (part, text) => {
    const box = document.createElement("template");
    box.innerHTML = text;
    const fresh = box.content.querySelector(`#${part.id}`);
    const current = document.getElementById(part.id); // a form may have replaced it meanwhile
    if (!fresh || !current) return;
    const focused = current.contains(document.activeElement) && document.activeElement.getAttribute("href");
    current.replaceWith(fresh);
    if (focused) fresh.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus();
    const news = document.querySelector("[data-live-news]");
    if (news) news.textContent = news.dataset.liveNews;
  };

  const poll = () => { timer ??= setInterval(() => refresh(), EVERY); };
  const rest = () => { clearInterval(timer); timer = undefined; };
  const close = () => { source?.close(); source = undefined; rest(); };
  const end = () => { over = true; close(); };

  const connect = () => {
    if (over || source || document.hidden) return;
    const asked = new URLSearchParams({ sinds: last });
    const talk = document.querySelector("[data-talk]");
    if (talk) asked.set("gesprek", talk.dataset.talk);
    source = new EventSource(`${document.querySelector("[data-live]").dataset.live}?${asked}`);
    source.addEventListener("open", () => refresh());
    source.addEventListener("nieuws", (event) => { last = event.lastEventId; refresh(event.data); });
    source.addEventListener("einde", end);
    source.addEventListener("error", () => {
      poll();
      if (source?.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
      source = undefined;
      setTimeout(connect, EVERY);
    });
  };

  document.addEventListener("visibilitychange", () => (document.hidden ? close() : connect()));
  window.addEventListener("online", () => refresh());
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", connect);
}
