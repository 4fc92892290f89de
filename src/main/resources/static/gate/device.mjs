// The device's own key and the chain of records it signs (docs/reference/gate.md). The private half cannot be read out, not even by this
// page.
import { base64, canonical, hex, sha256, utf8 } from "./seal.mjs";
import { append, keep, kept, mark, records } from "./store.mjs";

const NONE = "0".repeat(64);

/** Two tabs of one device must not give one number twice. */
const alone = (work) => navigator.locks.request("nullaosta-gate", work);

/** The key of this device, made when it is first asked for. */
export const device = () => alone(async () => {
  const known = await kept("device");
  if (known !== undefined) {
    return known;
  }
  const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign", "verify"]);
  const spki = new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey));
  const made = { secret: pair.privateKey, spki: base64(spki), id: hex(await sha256(spki)) };
  await keep("device", made);
  return made;
});

/** Twelve digits in threes, short enough to read out: `4f2-09a-bb1-7c3`. */
export const fingerprint = (id) => id.slice(0, 12).match(/.../g).join("-");

/** Signs one check and adds it to the chain; it is kept before this answers. */
export const enter = async (check) => {
  const own = await device();
  return alone(async () => {
    const last = (await records()).at(-1);
    const content = { ...check, device: own.id, kind: "GateCheck", number: (last?.number ?? 0) + 1,
      previous: last?.digest ?? NONE, v: 1 };
    const text = canonical(content);
    const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, own.secret, utf8(text));
    const record = { number: content.number, text, signature: base64(new Uint8Array(signature)),
      digest: hex(await sha256(utf8(text))), sent: false };
    await append(record);
    return record;
  });
};

export const history = async () => (await records()).map((record) => ({ ...record, check: JSON.parse(record.text) }));

/** What this device let go on the same paper before. */
export const released = async (token) => (await history()).filter(({ check }) => check.token === token && check.call === "RELEASE");

export const markSent = async (last) => {
  for (const record of (await records()).filter((it) => !it.sent && it.number <= last)) {
    await mark({ ...record, sent: true });
  }
};
