// Two minutes before the session ends: say so, and let people stay (WCAG 2.2.1).
const NOTICE = 120;

export function warnBeforeSessionEnds() {
  const warning = document.querySelector("[data-session-warning]");
  if (!warning) return;
  const button = warning.querySelector("button");
  let timer;

  const start = () => {
    clearTimeout(timer);
    warning.hidden = true;
    timer = setTimeout(() => { warning.hidden = false; }, (warning.dataset.idleSeconds - NOTICE) * 1000);
  };

  const extend = async () => {
    const token = warning.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
    try {
      const answer = await fetch(warning.dataset.extendUrl, { method: "POST", headers: { "X-CSRFToken": token } });
      if (answer.ok && !answer.redirected) return start();
    } catch { /* no connection: the page below still says what to do */ }
    location.reload();
  };

  button.addEventListener("click", extend);
  document.addEventListener("htmx:afterRequest", start); // every answer starts the clock again
  start();
}
