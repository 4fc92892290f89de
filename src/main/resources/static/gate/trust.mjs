// The trust file and the pack (docs/reference/token.md), as the Java classes Trust and Pack read them; only in canonical JSON, the form in
// which hosts write them, so that no field can stand twice.
import { SealFault, base64, canonical, issuerKey, unbase64 } from "./seal.mjs";
import { digestOf, registerKey, witnessKey } from "./register.mjs";

const LARGEST = 64_000_000;
const MONTH_OF_MINUTES = 31 * 24 * 60;

const wrong = (where, found, expected) => new SealFault(`${where}: found ${found === undefined ? "nothing"
  : `\`${String(JSON.stringify(found)).slice(0, 60)}\``}; expected ${expected}`);

const document = (text) => {
  if (text.length > LARGEST) {
    throw new SealFault(`found ${text.length} characters; expected at most ${LARGEST}`);
  }
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SealFault("this is no JSON");
  }
  if (canonical(value) !== text.trim()) {
    throw new SealFault("this is not JSON in its canonical form (RFC 8785)");
  }
  return value;
};

const fields = (where, value, names) => {
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    throw wrong(where, value, "an object");
  }
  const other = Object.keys(value).find((name) => !names.includes(name));
  if (other !== undefined) {
    throw new SealFault(`${where}: found the field \`${other}\`; expected only ${names.join(", ")}`);
  }
  return value;
};

const text = (where, value) => {
  if (typeof value !== "string" || value.trim() === "") {
    throw wrong(where, value, "a text");
  }
  return value;
};

const list = (where, value) => {
  if (!Array.isArray(value)) {
    throw wrong(where, value, "a list");
  }
  return value;
};

const number = (where, value, lowest, highest) => {
  if (!Number.isSafeInteger(value) || value < lowest || value > highest) {
    throw wrong(where, value, `a whole number from ${lowest} to ${highest}`);
  }
  return value;
};

/** In milliseconds; what is beyond them is cut, which makes a pack older and never younger. */
export const parseInstant = (where, value) => {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(at)) {
    throw wrong(where, value, "an instant such as `2016-03-01T18:00:00Z`");
  }
  return at;
};

const issuers = async (given) => {
  const keys = new Map();
  for (const [i, one] of list("/issuerKeys", given).entries()) {
    const where = `/issuerKeys/${i}`;
    fields(where, one, ["kid", "spki", "notBefore", "notAfter"]);
    const { key, kid } = await issuerKey(text(`${where}/spki`, one.spki));
    if (one.kid !== kid) {
      throw wrong(`${where}/kid`, one.kid, `\`${kid}\`, which follows from the key`);
    }
    const notBefore = one.notBefore === undefined ? -Infinity : parseInstant(`${where}/notBefore`, one.notBefore);
    const notAfter = one.notAfter === undefined ? Infinity : parseInstant(`${where}/notAfter`, one.notAfter);
    if (notAfter < notBefore) {
      throw wrong(`${where}/notAfter`, one.notAfter, "an instant from notBefore on");
    }
    keys.set(kid, { key, notBefore, notAfter });
  }
  if (keys.size === 0) {
    throw new SealFault("/issuerKeys: found none; expected at least one");
  }
  return keys;
};

export const readPack = (given) => {
  fields("/pack", given, ["madeAt", "checkpoint", "statusList", "issues"]);
  const bits = unbase64(text("/pack/statusList", given.statusList));
  if (base64(bits) !== given.statusList) {
    throw wrong("/pack/statusList", given.statusList, "base64");
  }
  return {
    madeAt: parseInstant("/pack/madeAt", given.madeAt), checkpoint: text("/pack/checkpoint", given.checkpoint),
    statusList: bits, issues: given.issues === undefined ? null : list("/pack/issues", given.issues).map(issue),
  };
};

const issue = (given, i) => {
  const where = `/pack/issues/${i}`;
  fields(where, given, ["token", "index", "path"]);
  if (!/^[0-9a-fA-F]{64}$/.test(given.token)) {
    throw wrong(`${where}/token`, given.token, "a SHA-256 digest of 64 hexadecimal digits");
  }
  return { token: given.token.toLowerCase(), index: BigInt(number(`${where}/index`, given.index, 0, Number.MAX_SAFE_INTEGER)),
    path: list(`${where}/path`, given.path).map((hash) => digestOf(text(`${where}/path`, hash))) };
};

export const parsePack = (json) => readPack(document(json));

export const parseTrust = async (json) => {
  const given = fields("", document(json), ["host", "name", "dataMode", "issuerKeys", "register", "witnesses", "quorum",
    "packGreenMinutes", "packAmberMinutes", "pack", "appointingKey"]);
  const witnesses = [];
  for (const vkey of list("/witnesses", given.witnesses)) {
    const witness = await witnessKey(text("/witnesses", vkey));
    if (witnesses.some((known) => known.vkey.trim() === witness.vkey.trim())) {
      throw new SealFault(`/witnesses/${witnesses.length}: this witness stands there twice`);
    }
    witnesses.push(witness);
  }
  if (!["REAL", "EXERCISE"].includes(given.dataMode)) {
    throw wrong("/dataMode", given.dataMode, "one of REAL, EXERCISE");
  }
  const green = number("/packGreenMinutes", given.packGreenMinutes, 1, MONTH_OF_MINUTES);
  const register = fields("/register", given.register, ["origin", "key"]);
  const key = await registerKey(text("/register/key", register.key));
  if (register.origin !== key.name) {
    throw wrong("/register/origin", register.origin, `\`${key.name}\`, the name of its key`);
  }
  return {
    host: text("/host", given.host), name: text("/name", given.name), exercise: given.dataMode === "EXERCISE",
    issuers: await issuers(given.issuerKeys), register: key, witnesses,
    quorum: number("/quorum", given.quorum, 0, witnesses.length), green: green * 60_000,
    amber: number("/packAmberMinutes", given.packAmberMinutes, green, MONTH_OF_MINUTES) * 60_000,
    pack: given.pack === undefined ? null : readPack(given.pack),
  };
};

/** The one made later. */
export const newer = (one, other) => (one && other ? (one.madeAt < other.madeAt ? other : one) : one ?? other);
