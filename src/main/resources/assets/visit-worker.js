// Answers for the form of a visit while there is no network: the page and what it is dressed in, as they were last fetched.
const KEPT = "duban-visit";
const PATIENCE = 8000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));

// A network that takes the request and never answers is no network.
const asked = request => Promise.race([fetch(request), new Promise((_, fail) => setTimeout(() => fail(new Error("no answer")), PATIENCE))]);

const kept = async (request, cause) => {
    const found = await caches.match(request, {cacheName: KEPT, ignoreSearch: request.mode === "navigate", ignoreVary: true});
    if (!found) throw cause;
    return found;
};

self.addEventListener("fetch", event => {
    const request = event.request;
    const path = new URL(request.url).pathname;
    const dress = path.startsWith("/assets/") || path.startsWith("/webjars/");
    if (request.method !== "GET" || request.mode !== "navigate" && !dress) return;
    event.respondWith(asked(request).catch(cause => kept(request, cause)));
});
