// Wakes this browser, and shows the bridge as it was last seen when there is no network. Keeps nothing longer than a login.
"use strict";
const CACHE = "bridge", ICON = "{icon}", KEPT = 24 * 60 * 60 * 1000;

const forget = () => caches.delete(CACHE);
const keep = (key, answer) => caches.open(CACHE).then((cache) => cache.put(key, answer));

// Whether the answer shows that nobody is logged in here any more.
const locked = (answer) => answer.redirected || answer.type === "opaqueredirect" || answer.status === 401;

// A page is asked for twice: a phone that changes its network loses a request, not its connection.
const page = (request) => fetch(request).catch(() => new Promise((go) => setTimeout(go, 500)).then(() => fetch(request)));

const bridge = async (event) => {
  try {
    const answer = await page(event.request);
    if (locked(answer)) event.waitUntil(forget());
    else if (answer.ok) event.waitUntil(keep("/", answer.clone()));
    return answer;
  } catch (error) {
    return event.request.mode === "navigate" ? last() : Response.error();
  }
};

// The bridge as it was, with the line that says so.
const last = async () => {
  const kept = await caches.match("/");
  const age = kept ? Date.now() - Date.parse(kept.headers.get("date")) : NaN;
  if (!(age < KEPT)) return Response.error();
  const headers = new Headers(kept.headers);
  headers.delete("content-length");
  const text = await kept.text();
  return new Response(text.replace('id="offline" data-live hidden', 'id="offline" data-live'), { headers });
};

const asset = async (event) => {
  try {
    const answer = await fetch(event.request);
    if (answer.ok) event.waitUntil(keep(event.request, answer.clone()));
    return answer;
  } catch (error) {
    return (await caches.match(event.request)) || Response.error();
  }
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  await self.clients.claim();
  await forget();
  const answer = await fetch("/").catch(() => null);
  if (answer && answer.ok && !locked(answer)) await keep("/", answer);
})()));

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== location.origin) return;
  // A drill is another world: nothing of it is kept, and no live page stands in for one of its own.
  if (url.pathname.startsWith("/drill/")) return;
  if (url.pathname === "/logout" || url.pathname === "/login") event.waitUntil(forget());
  else if (event.request.method !== "GET") return;
  else if (url.pathname === "/") event.respondWith(bridge(event));
  else if (url.pathname.startsWith("/assets/")) event.respondWith(asset(event));
  else if (event.request.mode === "navigate") event.respondWith(page(event.request).catch(last));
});

// Only our own pages are opened, whatever a message says.
const own = (link) => {
  try {
    const url = new URL(link, location.origin);
    return url.origin === location.origin ? url.href : location.origin;
  } catch (error) {
    return location.origin;
  }
};

self.addEventListener("push", (event) => {
  let note = {};
  try { note = event.data.json(); } catch (error) { /* A browser that was woken must show something. */ }
  const text = (value) => (typeof value === "string" ? value : "");
  event.waitUntil(self.registration.showNotification(text(note.title) || "Vigie", {
    body: text(note.body),
    lang: text(note.lang),
    tag: text(note.story) || "vigie",
    renotify: true,
    requireInteraction: note.waking === true,
    icon: ICON,
    badge: ICON,
    data: { link: own(text(note.link)) },
  }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(own(event.notification.data && event.notification.data.link)));
});
