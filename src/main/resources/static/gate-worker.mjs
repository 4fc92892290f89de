// Keeps the gate's page for when there is no network: these files, no others, of one version. Everything else goes to the network.
const VERSION = "a7a01135b964";
const KEPT = ["/gate", "/nullaosta.css", "/mark.svg", "/gate/gate.css", "/gate/check.mjs", "/gate/claims.mjs", "/gate/device.mjs",
  "/gate/keeping.mjs", "/gate/page.mjs", "/gate/register.mjs", "/gate/scan.mjs", "/gate/seal.mjs", "/gate/store.mjs", "/gate/trust.mjs",
  "/gate/words.mjs", "/vendor/qr-0.7.0/decode.js", "/vendor/qr-0.7.0/index.js"];
const CACHE = `nullaosta-gate-${VERSION}`;

// A version that could not be fetched whole does not take the place of the one that is here.
self.addEventListener("install", (event) => event.waitUntil((async () => {
  const cache = await caches.open(CACHE);
  for (const path of KEPT) {
    const answer = await fetch(path, { cache: "reload", redirect: "error" });
    if (!answer.ok) {
      throw new Error(`${path} is not there`);
    }
    await cache.put(path, answer);
  }
})()));

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("nullaosta-gate-") && name !== CACHE).map((name) => caches.delete(name)));
})()));

self.addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (event.request.method === "GET" && origin === self.location.origin && KEPT.includes(pathname)) {
    event.respondWith((async () => (await (await caches.open(CACHE)).match(pathname)) ?? fetch(event.request))());
  }
});
