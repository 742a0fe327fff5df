// Caches the page's files, so that the page works offline after one visit.
//
// The server's answer always comes first, so a newer version appears at once. A file that the server reports as unchanged is not written again.
// Nothing from another origin is cached or requested.

const CACHE = "newsmark";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

worker.addEventListener("install", () => worker.skipWaiting());

worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

// The page tells what it has loaded: on the first visit that was before this script was here.
worker.addEventListener("message", (event) => event.waitUntil(keep(event.data)));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(worker.registration.scope)) event.respondWith(answer(event));
});

/** @param {FetchEvent} event */
async function answer(event) {
  const { request } = event;
  const keeping = caches.match(request, { cacheName: CACHE, ignoreSearch: true });
  try {
    const response = await fetch(request);
    if (response.ok && !isSame(response, await keeping)) event.waitUntil(put(request, response.clone()));
    return response;
  } catch (error) {
    const kept = await keeping;
    if (kept) return kept;
    throw error;
  }
}

/** The page waits for no file to be written. @param {Request} request  @param {Response} response */
async function put(request, response) {
  await (await caches.open(CACHE)).put(request, response);
}

/** Whether a server says that a file is the one kept. @param {Response} response  @param {Response | undefined} kept */
function isSame(response, kept) {
  const same = (/** @type {string} */ name) => response.headers.get(name) === kept?.headers.get(name);
  const isTold = response.headers.has("etag") || response.headers.has("last-modified");
  return isTold && ["etag", "last-modified", "content-length"].every(same);
}

/** @param {unknown} addresses */
async function keep(addresses) {
  if (!Array.isArray(addresses)) return;
  const cache = await caches.open(CACHE);
  const own = addresses.filter((address) => typeof address === "string" && address.startsWith(worker.registration.scope));
  await Promise.allSettled(own.map(async (address) => (await cache.match(address)) ?? cache.add(address)));
}
