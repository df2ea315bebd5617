// Without a connection: one page of our own, from the files of the build. No page of a resident is kept.
const NAME = "plein-shell";

self.addEventListener("install", (event) => {
  const anonymous = self.SHELL.map((path) => new Request(path, { credentials: "omit", cache: "reload" }));
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(anonymous)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const isPage = request.mode === "navigate";
  const isShell = self.SHELL.includes(new URL(request.url).pathname);
  if (!isPage && !isShell) return;
  event.respondWith(fetch(request).catch(() => kept(isPage, request)));
});

// News: the same words for everything, so that a screen that others see tells nothing.
self.addEventListener("push", (event) => {
  const { title, body, badge } = event.data.json();
  const shown = self.registration.showNotification(title, { body, lang: "nl", tag: "nieuws", icon: self.ICON });
  event.waitUntil(Promise.all([shown, self.navigator.setAppBadge?.(badge)]));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open());
});

async function open() {
  const [page] = await self.clients.matchAll({ type: "window" });
  return page ? page.focus() : self.clients.openWindow(self.START);
}

async function kept(isPage, request) {
  const cache = await caches.open(NAME);
  const offline = self.SHELL.find((each) => each.startsWith("/zonder-internet"));
  return (await cache.match(isPage ? offline : request)) ?? Response.error();
}
