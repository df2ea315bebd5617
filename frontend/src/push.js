// A word on this device when there is news: asked only after a tap, and sent on as a plain form.
export function offerPush() {
  const form = document.querySelector("form[data-push]");
  if (!form || !("PushManager" in window) || !navigator.serviceWorker) return;
  form.hidden = false;
  document.querySelector("[data-no-push]").hidden = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    subscribe(form).catch(() => show(form, "failed"));
  });
}

async function subscribe(form) {
  if ((await Notification.requestPermission()) !== "granted") return show(form, "denied");
  const worker = await navigator.serviceWorker.register("/werker.js");
  const { endpoint, keys } = (
    await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: form.dataset.push })
  ).toJSON();
  Object.assign(form.elements.endpoint, { value: endpoint });
  for (const name of ["p256dh", "auth"]) form.elements[name].value = keys[name];
  form.submit();
}

function show(form, problem) {
  for (const each of ["denied", "failed"]) form.querySelector(`[data-push-${each}]`).hidden = each !== problem;
}
