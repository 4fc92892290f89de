// Whether a clearance holds, as far as that can be known without a network: the same remarks in the same order and the same light as the Java
// class TokenCheck. What is not known is never green.
import { CoseSign1, EarlyEnd, SealFault, Table, cbor, hex, same, sha256, unbase45 } from "./seal.mjs";
import { Unknown, instant, readClaims, refuseUnknown, table } from "./claims.mjs";
import { issueLeaf, openCheckpoint, readReceipt, receiptNote, rootOf, vouching } from "./register.mjs";
import { newer } from "./trust.mjs";

const LONGEST = 16_384;
const CLOCKS = 5 * 60_000;
const LARGEST_LIST = 2_000_000;
const MOST = 4_000_000n;

/** Code, light and sentence; the graver first, as docs/reference/token.md lists them. */
export const REASONS = [
  ["no-prefix", "RED", "this is no clearance: a clearance begins with NA1:"],
  ["not-base45", "RED", "the text holds characters that no clearance holds"],
  ["cut-short", "RED", "the text ends before the clearance does: it was cut short or altered"],
  ["malformed", "RED", "the text is not in the one form that a clearance has"],
  ["wrong-algorithm", "RED", "it is not signed with ES256"],
  ["unknown-content", "RED", "it says something that this verifier does not know"],
  ["key-unknown", "RED", "no key of the trust file signed it"],
  ["signature-wrong", "RED", "the signature is wrong: the clearance was altered, or somebody else signed it"],
  ["other-issuer", "RED", "another host issued it"],
  ["other-data-mode", "RED", "exercise and real clearances never mix"],
  ["key-out-of-time", "RED", "the key that signed it was not valid when it was issued"],
  ["not-yet-valid", "RED", "it is not valid yet"],
  ["expired", "RED", "it has expired"],
  ["revoked", "RED", "the clearance was revoked"],
  ["suspended", "RED", "the clearance is suspended"],
  ["replaced", "RED", "a later clearance replaces this one"],
  ["receipt-false", "RED", "the receipt that it carries does not prove that it is in the register"],
  ["not-in-register", "RED", "the register did not hold it, though it says that it was issued before"],
  ["pack-too-old", "RED", "the pack is too old to check anything by: get a new one"],
  ["pack-missing", "AMBER", "no pack was given, so nobody here knows whether it was withdrawn: call the host"],
  ["pack-false", "AMBER", "the pack is not what the host published: get a new one, or call the host"],
  ["pack-old", "AMBER", "the pack is older than the host allows: call the host"],
  ["clock-wrong", "AMBER", "this clock or that of the host is wrong: set it, then check again"],
  ["status-unknown", "AMBER", "the status list does not speak of it: call the host"],
  ["receipt-missing", "AMBER", "nothing here proves that it is in the register: get a new pack or its receipt"],
  ["quorum-not-reached", "AMBER", "too few witnesses vouch for the register: call the host"],
  ["conditions-elsewhere", "AMBER", "its conditions do not stand on it: ask the host for them"],
  ["operator-alone", "GREEN", "no witness vouches for the register; its operator alone does"],
].map(([code, light, sentence]) => ({ code, light, sentence }));

const LIGHTS = ["GREEN", "AMBER", "RED"];

class Faulty extends Error {
  constructor(code, found) {
    super(code);
    this.remark = remark(code, found);
  }
}

const remark = (code, found = "") => {
  const reason = REASONS.find((it) => it.code === code);
  return { ...reason, found, words: found === "" ? reason.sentence : `${reason.sentence}: ${found}` };
};

const two = (number) => String(number).padStart(2, "0");
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export const zulu = (at) => {
  const on = new Date(at);
  return `${on.getUTCDate()} ${MONTHS[on.getUTCMonth()]} ${on.getUTCFullYear()} ${two(on.getUTCHours())}:${
    two(on.getUTCMinutes())}:${two(on.getUTCSeconds())}Z`;
};

/** `2 h 05 min`, cut to whole minutes; seconds only under one minute. */
export const inWords = (age) => {
  if (age < 0) {
    return `${inWords(-age)} in the future`;
  }
  const minutes = Math.floor(age / 60_000);
  if (minutes === 0) {
    return `${Math.floor(age / 1000)} s`;
  }
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`;
};

const timeInWords = ({ notBefore, notAfter }) => [notBefore > -Infinity ? `from ${zulu(notBefore)}` : "",
  notAfter < Infinity ? `until ${zulu(notAfter)}` : ""].filter((part) => part !== "").join(" ");

const opened = (text) => {
  if (!text.startsWith("NA1:")) {
    throw new Faulty("no-prefix");
  }
  if (text.length > LONGEST) {
    throw new Faulty("malformed", `it has ${text.length} characters; a clearance has at most ${LONGEST}`);
  }
  const message = attempt(() => CoseSign1.decode(attempt(() => unbase45(text.slice(4)), "not-base45", "behind NA1:, ")),
    "malformed", "");
  if (message.algorithm !== -7n) {
    throw new Faulty("wrong-algorithm", `it names algorithm ${message.algorithm}; expected -7`);
  }
  attempt(() => {
    refuseUnknown(message.headers, [1n, 4n], "header ");
    refuseUnknown(message.open, [394n], "unsigned header ");
  }, "unknown-content", "");
  return message;
};

/** What a reader refuses becomes a remark; a text that ends too early has one of its own. */
const attempt = (read, code, before) => {
  try {
    return read();
  } catch (fault) {
    if (fault instanceof EarlyEnd) {
      throw new Faulty("cut-short");
    }
    throw fault instanceof SealFault ? new Faulty(code, before + fault.message) : fault;
  }
};

const claimed = (message) => {
  if (message.payload === null) {
    throw new Faulty("malformed", "it carries no claims");
  }
  try {
    return { message, claims: readClaims(message.payload), receipt: receiptOf(message.open.get(394n)) };
  } catch (fault) {
    if (fault instanceof SealFault) {
      throw new Faulty(fault instanceof Unknown ? "unknown-content" : "malformed", fault.message);
    }
    throw fault;
  }
};

const receiptOf = (header) => {
  if (header === undefined) {
    return null;
  }
  if (Array.isArray(header) && header.length === 1 && header[0] instanceof Uint8Array) {
    return readReceipt(header[0]);
  }
  throw new SealFault("unsigned header 394 holds no single receipt");
};

/** Reads what one of the keys signed; nothing in it is looked at before that is known. */
const read = async (text, issuers) => {
  const message = opened(text);
  const issuer = issuers.get(message.kid);
  if (issuer === undefined) {
    const kid = message.kid;
    const named = kid === "" ? "no key" : `the key ${kid.length > 32 ? `${kid.slice(0, 32)}…` : kid}`;
    throw new Faulty("key-unknown", `it names ${named}; known are ${[...issuers.keys()].sort().join(", ")}`);
  }
  if (!(await message.signedByIssuer(issuer.key))) {
    throw new Faulty("signature-wrong");
  }
  return { ...claimed(message), keyTime: issuer };
};

/** Never makes more than the count calls for, however much the input would swell to. */
const inflated = async (compressed, expected) => {
  const plain = new Uint8Array(expected);
  let at = 0;
  try {
    const reader = new Blob([compressed]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      if (at + chunk.value.length > expected) {
        await reader.cancel();
        throw new SealFault("the status list's bits are not as many as its count says");
      }
      plain.set(chunk.value, at);
      at += chunk.value.length;
    }
  } catch (fault) {
    throw fault instanceof SealFault ? fault : new SealFault("the status list's bits are not compressed as ZLIB does");
  }
  if (at !== expected) {
    throw new SealFault("the status list's bits are not as many as its count says");
  }
  return plain;
};

const STATUSES = ["valid", "revoked", "suspended", "replaced"];

const readStatusList = async (bytes, issuers) => {
  if (bytes.length > LARGEST_LIST) {
    throw new SealFault(`a status list of ${bytes.length} bytes; expected at most ${LARGEST_LIST}`);
  }
  const message = CoseSign1.decode(bytes);
  refuseUnknown(message.headers, [1n, 4n, 16n], "header ");
  refuseUnknown(message.open, [], "unsigned header ");
  const issuer = issuers.get(message.kid);
  if (issuer === undefined) {
    throw new SealFault("no key of the trust file signed the status list");
  }
  if (message.payload === null || !(await message.signedByIssuer(issuer.key))) {
    throw new SealFault("the signature of the status list is wrong");
  }
  if (message.headers.get(16n) !== "application/statuslist+cwt") {
    throw new SealFault("what is signed there is no status list");
  }
  const claims = table(cbor(message.payload), "the status list");
  refuseUnknown(claims, [2n, 6n, 65533n, -65537n], "claim ");
  const [address, count, list] = [claims.get(2n), claims.get(-65537n), claims.get(65533n)];
  if (typeof address !== "string" || typeof count !== "bigint" || count < 0n || count > MOST
    || !(list instanceof Table) || list.entries.length !== 2 || list.get("bits") !== 2n
    || !(list.get("lst") instanceof Uint8Array)) {
    throw new SealFault("the status list does not state its subject, its count and two bits for each clearance");
  }
  const packed = await inflated(list.get("lst"), Number((count + 3n) / 4n));
  if (count % 4n !== 0n && packed[packed.length - 1] >> Number(2n * (count % 4n)) !== 0) {
    throw new SealFault("the status list says something behind its last clearance");
  }
  const issuedAt = instant(claims, 6n);
  if (issuedAt < issuer.notBefore || issuedAt > issuer.notAfter) {
    throw new SealFault(`the key that signed the status list was not valid then, but ${timeInWords(issuer)}`);
  }
  return { address, issuedAt, count: Number(count),
    status: (index) => (index < Number(count) ? STATUSES[(packed[index >> 2] >> (2 * (index % 4))) & 3] : null) };
};

const orFault = async (faults, work) => {
  try {
    return await work();
  } catch (fault) {
    if (!(fault instanceof SealFault)) {
      throw fault;
    }
    faults.push(remark("pack-false", fault.message));
    return null;
  }
};

/** What a base checks with; the signatures of its pack are verified once. */
export class Gate {
  static async of(trust, given) {
    const gate = new Gate();
    const pack = newer(trust.pack, given);
    const faults = [];
    const checkpoint = pack && await orFault(faults, () => openCheckpoint(pack.checkpoint, trust.register));
    return Object.assign(gate, {
      trust, pack, faults, checkpoint,
      vouching: checkpoint ? await vouching(checkpoint.note, trust.witnesses) : 0,
      statusList: pack && await orFault(faults, () => readStatusList(pack.statusList, trust.issuers)),
    });
  }

  /** How old what is looked at is: the older of what is signed and what the maker says; null where nothing can be. */
  age(now) {
    return this.statusList ? now - Math.min(this.statusList.issuedAt, this.pack.madeAt) : null;
  }

  async listed(token, leaf) {
    for (const issue of this.checkpoint ? (this.pack.issues ?? []).filter((it) => it.token === token) : []) {
      const root = await rootOf({ ...issue, size: this.checkpoint.size }, leaf);
      if (root !== null && same(root, this.checkpoint.root)) {
        return true;
      }
    }
    return false;
  }

  /** @param text as scanned or typed, without the line's end; @param now in milliseconds */
  async check(text, now) {
    const remarks = this.trust.quorum === 0 ? [remark("operator-alone")] : [];
    let token = null;
    try {
      token = await read(text, this.trust.issuers);
    } catch (fault) {
      if (!(fault instanceof Faulty)) {
        throw fault;
      }
      return verdict([...remarks, fault.remark], null, null);
    }
    const digest = hex(await sha256(token.message.withoutOpen()));
    remarks.push(...paper(token, this.trust, now), ...this.faults);
    if (!this.pack) {
      remarks.push(remark("pack-missing"));
    }
    const age = this.age(now);
    if (this.statusList) {
      remarks.push(...statusRemarks(token.claims.status, this.statusList), ...ageRemarks(age, this.trust));
    }
    remarks.push(...await registered(token, digest, this));
    return verdict(remarks, { claims: token.claims, digest }, age);
  }
}

const order = new Map(REASONS.map((reason, i) => [reason.code, i]));

const verdict = (remarks, clearance, packAge) => {
  remarks.sort((a, b) => order.get(a.code) - order.get(b.code));
  const light = remarks.reduce((worst, it) => Math.max(worst, LIGHTS.indexOf(it.light)), 0);
  return { light: LIGHTS[light], remarks, clearance, packAge };
};

const paper = ({ claims, keyTime }, trust, now) => {
  const remarks = [];
  if (claims.issuer !== trust.host) {
    remarks.push(remark("other-issuer", `it is of ${claims.issuer}, the trust file of ${trust.host}`));
  }
  if (claims.permitted.exercise !== trust.exercise) {
    remarks.push(remark("other-data-mode", claims.permitted.exercise
      ? "this is an exercise clearance, checked for a real flight"
      : "this is a real clearance, checked in an exercise"));
  }
  if (claims.issuedAt < keyTime.notBefore || claims.issuedAt > keyTime.notAfter) {
    remarks.push(remark("key-out-of-time",
      `issued at ${zulu(claims.issuedAt)}, the key is valid ${timeInWords(keyTime)}`));
  }
  if (now < claims.from) {
    remarks.push(remark("not-yet-valid", `from ${zulu(claims.from)}; now is ${zulu(now)}`));
  }
  if (now >= claims.until) {
    remarks.push(remark("expired", `until ${zulu(claims.until)}; now is ${zulu(now)}`));
  }
  if (claims.issuedAt > now + CLOCKS) {
    remarks.push(remark("clock-wrong",
      `the clearance says that it was issued at ${zulu(claims.issuedAt)}; now is ${zulu(now)}`));
  }
  if (claims.permitted.conditionsDigest !== "") {
    remarks.push(remark("conditions-elsewhere", `their SHA-256 is ${claims.permitted.conditionsDigest}`));
  }
  return remarks;
};

const statusRemarks = (reference, list) => {
  if (list.address !== reference.list) {
    return [remark("status-unknown", `the pack holds the list ${list.address}, the clearance names ${reference.list}`)];
  }
  const status = list.status(reference.index);
  if (status === null) {
    return [remark("status-unknown", `it holds ${list.count}, this one has index ${reference.index}`)];
  }
  return status === "valid" ? [] : [remark(status)];
};

const ageRemarks = (age, trust) => {
  if (age > trust.amber) {
    return [remark("pack-too-old", `${inWords(age)} old; at most ${inWords(trust.amber)}`)];
  }
  if (age > trust.green) {
    return [remark("pack-old", `${inWords(age)} old; fresh until ${inWords(trust.green)}`)];
  }
  return age < -CLOCKS ? [remark("clock-wrong", `the pack was made ${inWords(-age)} from now`)] : [];
};

/** The better of the two proofs counts; a receipt that proves nothing is a forgery, whatever the pack says. */
const registered = async ({ claims, receipt }, digest, gate) => {
  const remarks = [];
  const leaf = await issueLeaf(digest);
  const note = receipt && await receiptNote(receipt, leaf, gate.trust);
  if (receipt && !note) {
    remarks.push(remark("receipt-false"));
  }
  const listed = await gate.listed(digest, leaf);
  if (!note && !listed) {
    const telling = gate.checkpoint && gate.pack.issues !== null && claims.issuedAt + CLOCKS < gate.pack.madeAt
      && claims.until > gate.pack.madeAt;
    if (telling) {
      remarks.push(remark("not-in-register",
        `issued at ${zulu(claims.issuedAt)}, the pack was made at ${zulu(gate.pack.madeAt)}`));
    } else if (!receipt) {
      remarks.push(remark("receipt-missing"));
    }
    return remarks;
  }
  const { witnesses, quorum } = gate.trust;
  let seen = listed ? gate.vouching : 0;
  if (seen < quorum && note) {
    seen = Math.max(seen, await vouching(note, witnesses));
  }
  if (seen < quorum) {
    remarks.push(remark("quorum-not-reached", `${seen} of ${witnesses.length}; expected ${quorum}`));
  }
  return remarks;
};
