// Keeps the page's files, so that after one visit it works without its server.
//
// What the server has is always taken first: a newer version shows at once. Nothing of another origin is kept or asked for.

const CACHE = "newsmark";

addEventListener("install", () => self.skipWaiting());

addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// The page tells what it has loaded: on the first visit that was before this script was here.
addEventListener("message", (event) => event.waitUntil(keep(event.data)));

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(self.registration.scope)) event.respondWith(answer(request));
});

/** @param {Request} request */
async function answer(request) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(request, { ignoreSearch: true });
    if (kept) return kept;
    throw error;
  }
}

/** @param {unknown} addresses */
async function keep(addresses) {
  if (!Array.isArray(addresses)) return;
  const cache = await caches.open(CACHE);
  const own = addresses.filter((address) => typeof address === "string" && address.startsWith(self.registration.scope));
  await Promise.allSettled(own.map(async (address) => (await cache.match(address)) ?? cache.add(address)));
}
