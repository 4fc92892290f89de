// What the device takes from the server when there is a network, and what it hands over: trust file and pack in, records out.
import { device, fingerprint, markSent } from "./device.mjs";
import { SealFault, canonical, hex, sha256, utf8 } from "./seal.mjs";
import { keep, kept, records } from "./store.mjs";
import { parsePack, parseTrust } from "./trust.mjs";
import { Gate } from "./check.mjs";

const SENT_AT_ONCE = 200;
const PATIENCE = 10_000;

const ask = (address, more = {}) => fetch(address, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE), ...more });

/** The trust file without the pack that came along: what is compared and pinned. */
const bare = (text) => {
  const { pack, ...rest } = JSON.parse(text);
  return canonical(rest);
};

export const trustPrint = async (text) => fingerprint(hex(await sha256(utf8(text))));

let last = {};

/** The gate by what is kept; null before anything was. Its signatures are verified once for each trust file and pack. */
export const gate = async () => {
  const [trust, pack] = [await kept("trust"), await kept("pack")];
  if (trust === undefined) {
    return null;
  }
  if (last.trust !== trust || last.pack !== pack) {
    last = { trust, pack, gate: await Gate.of(await parseTrust(trust), pack === undefined ? null : parsePack(pack)) };
  }
  return last.gate;
};

/** The first trust file is taken; another one waits until a person takes it, for it says whom to believe. */
const takeTrust = async () => {
  const answer = await ask("/trust.json");
  if (!answer.ok) {
    return;
  }
  const text = bare(await answer.text());
  await parseTrust(text);
  const known = await kept("trust");
  if (known === undefined) {
    await keep("trust", text);
  } else {
    await keep("offered", known === text ? undefined : text);
  }
};

export const offered = () => kept("offered");

export const takeOffered = async () => {
  await keep("trust", await kept("offered"));
  await keep("offered", undefined);
};

/** A pack takes the kept one's place if it is what the host published and no older. */
const takePack = async () => {
  const answer = await ask("/pack.json");
  if (!answer.ok) {
    return "";
  }
  return offerPack(await answer.text());
};

/** From the server or from a stick; answers what was wrong, or nothing. */
export const offerPack = async (text) => {
  const trust = await parseTrust(await kept("trust"));
  const fresh = await Gate.of(trust, parsePack(text));
  if (fresh.faults.length > 0) {
    return fresh.faults[0].words;
  }
  const held = await gate();
  const now = Date.now();
  if (held.pack === null || held.faults.length > 0 || held.age(now) < 0 || fresh.age(now) <= held.age(now)) {
    await keep("pack", text);
  }
  return "";
};

/** Who is signed in, of which base, and how this device stands there; null without a network or where nobody is. */
const standing = async () => {
  const own = await device();
  const answer = await ask(`/gate/standing?device=${own.id}`, { redirect: "error" });
  return answer.ok ? answer.json() : null;
};

const post = async (address, body, { header, token }) => {
  const answer = await ask(address, { method: "POST", body: JSON.stringify(body),
    headers: { "Content-Type": "application/json", [header]: token } });
  const said = await answer.json();
  if (!answer.ok) {
    throw Object.assign(new Error(said.detail), { said });
  }
  return said;
};

export const enrol = async (state, name) => {
  const own = await device();
  return post("/api/v1/gate/devices", { key: own.spki, name }, state.forgery);
};

/** Hands over the records that the server has not; they stay here too. */
const send = async (state) => {
  const own = await device();
  const waiting = (await records()).filter((it) => it.number > state.last);
  for (let at = 0; at < waiting.length; at += SENT_AT_ONCE) {
    const some = waiting.slice(at, at + SENT_AT_ONCE);
    await post("/api/v1/gate/checks", { device: own.id,
      records: some.map(({ text, signature }) => ({ record: text, signature })) }, state.forgery);
    await markSent(some.at(-1).number);
  }
  await markSent(state.last);
};

/** One round with the server: what came of it, in words for people. Nothing of it is needed to check a paper. */
export const synchronise = async () => {
  let state = null;
  const told = [];
  try {
    await takeTrust();
    const wrong = await takePack();
    if (wrong !== "") {
      told.push(`What the server sent is not taken: ${wrong}`);
    }
  } catch (fault) {
    told.push(fault instanceof SealFault
      ? `What the server sent is not taken: ${fault.message}` : "No network. Checks go on with the kept pack.");
    return { state, told };
  }
  try {
    state = await standing();
    if (state === null) {
      told.push("Nobody is signed in. Checks go on; to send them, sign in again.");
    } else if (state.device === "ENROLLED") {
      await send(state);
    }
  } catch (fault) {
    told.push(fault.said ? `Not sent: ${fault.message}` : "The server did not take the checks. They stay on this device.");
  }
  return { state, told };
};
