// Bytes, base45, deterministic CBOR and signatures, as the Java package `seal` has them: what was signed has one spelling, and
// anything else is refused with the same words. Integers are BigInt, maps are Table, so that nothing is read twice or rounded.
export class SealFault extends Error {}

/** The bytes end before what they began. */
export class EarlyEnd extends SealFault {}

export class Table {
  constructor(entries = []) {
    this.entries = entries;
  }

  get(label) {
    return this.entries.find(([key]) => key === label)?.[1];
  }
}

export class Tagged {
  constructor(tag, value) {
    Object.assign(this, { tag, value });
  }
}

export const utf8 = (text) => new TextEncoder().encode(text);
export const hex = (bytes) => Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
export const unhex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
export const same = (one, other) => one.length === other.length && one.every((b, i) => b === other[i]);

export const joined = (...parts) => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0);
  return all;
};

/** Like Java's basic decoder: no blanks, padding right or missing. */
export const unbase64 = (text) => {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) {
    throw new SealFault("this is not base64");
  }
  try {
    return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  } catch {
    throw new SealFault("this is not base64");
  }
};

export const base64 = (bytes) => {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
};

export const sha256 = async (...parts) => new Uint8Array(await crypto.subtle.digest("SHA-256", joined(...parts)));

export const strictText = (bytes) => {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new SealFault("these bytes are not UTF-8 text");
  }
};

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

const digit = (text, at) => {
  const found = text[at];
  const value = ALPHABET.indexOf(found);
  if (value < 0) {
    const code = found.charCodeAt(0);
    const shown = code < 0x20 || (code >= 0x7f && code < 0xa0)
      ? `U+${code.toString(16).toUpperCase().padStart(4, "0")}` : `\`${found}\``;
    throw new SealFault(`character ${at + 1}: ${shown} is not a character of base45`);
  }
  return value;
};

/** RFC 9285: two bytes to three characters. */
export const unbase45 = (text) => {
  if (text.length % 3 === 1) {
    throw new EarlyEnd(`a base45 text of ${text.length} characters cannot be whole`);
  }
  const out = [];
  for (let i = 0; i < text.length; i += 3) {
    const pair = i + 2 < text.length;
    const number = digit(text, i) + 45 * digit(text, i + 1) + (pair ? 2025 * digit(text, i + 2) : 0);
    if (number > (pair ? 0xffff : 0xff)) {
      throw new SealFault(`character ${i + 1}: no bytes have this base45 spelling`);
    }
    if (pair) {
      out.push(number >> 8);
    }
    out.push(number & 0xff);
  }
  return Uint8Array.from(out);
};

const DEEPEST = 32;
const SIGNED_LONGS = 1n << 63n;

class Reader {
  constructor(bytes) {
    Object.assign(this, { bytes, at: 0, depth: 0 });
  }

  document() {
    const value = this.value();
    if (this.at < this.bytes.length) {
      throw this.fault(this.at, "something follows the end of the value");
    }
    return value;
  }

  value() {
    if (++this.depth > DEEPEST) {
      throw this.fault(this.at, `values are nested deeper than ${DEEPEST} levels`);
    }
    const start = this.at;
    const initial = this.next();
    const major = initial >> 5;
    const value = major === 7 ? this.simple(initial, start) : this.ofMajor(major, this.argument(initial, start), start);
    this.depth--;
    return value;
  }

  ofMajor(major, argument, start) {
    switch (major) {
      case 0: return argument;
      case 1: return -1n - argument;
      case 2: return this.take(argument);
      case 3: return this.text(this.take(argument), start);
      case 4: return this.items(argument);
      case 5: return this.table(argument);
      default: return new Tagged(argument, this.value());
    }
  }

  items(count) {
    this.refuseMoreThanLeft(count);
    const items = [];
    for (let i = 0n; i < count; i++) {
      items.push(this.value());
    }
    return items;
  }

  table(count) {
    this.refuseMoreThanLeft(count);
    const entries = [];
    let previous = null;
    for (let i = 0n; i < count; i++) {
      const start = this.at;
      const key = this.value();
      const encoded = hex(this.bytes.subarray(start, this.at));
      if (previous !== null && previous >= encoded) {
        throw this.fault(start, "a map's key is out of order or stands twice");
      }
      previous = encoded;
      entries.push([key, this.value()]);
    }
    return new Table(entries);
  }

  simple(initial, start) {
    switch (initial) {
      case 0xf4: return false;
      case 0xf5: return true;
      case 0xf6: return null;
      default: throw this.fault(start, "a kind of value that is not used here (float, undefined or other)");
    }
  }

  argument(initial, start) {
    const low = initial & 31;
    if (low < 24) {
      return BigInt(low);
    }
    if (low > 27) {
      throw this.fault(start, low === 31 ? "a length is left open; it must be stated" : "a head that no document defines");
    }
    const width = 1 << (low - 24);
    let value = 0n;
    for (let i = 0; i < width; i++) {
      value = (value << 8n) | BigInt(this.next());
    }
    if (value >= SIGNED_LONGS) {
      throw this.fault(start, "an integer beyond 64 bits with sign");
    }
    if (value < (width === 1 ? 24n : 1n << BigInt(4 * width))) {
      throw this.fault(start, "a number is not in its shortest form");
    }
    return value;
  }

  text(bytes, start) {
    try {
      return strictText(bytes);
    } catch {
      throw this.fault(start, "a text string is not UTF-8");
    }
  }

  take(length) {
    this.refuseMoreThanLeft(length);
    this.at += Number(length);
    return this.bytes.slice(this.at - Number(length), this.at);
  }

  next() {
    this.refuseMoreThanLeft(1n);
    return this.bytes[this.at++];
  }

  refuseMoreThanLeft(count) {
    if (count > BigInt(this.bytes.length - this.at)) {
      throw new EarlyEnd(`byte ${this.bytes.length}: the bytes end too early`);
    }
  }

  fault(where, what) {
    return new SealFault(`byte ${where}: ${what}`);
  }
}

/** Reads exactly one value in its deterministic encoding (RFC 8949, clause 4.2.1), and nothing after it. */
export const cbor = (bytes) => new Reader(bytes).document();

const head = (major, length) => {
  const first = major << 5;
  if (length < 24) {
    return [first | length];
  }
  return length < 256 ? [first | 24, length]
    : length < 65536 ? [first | 25, length >> 8, length & 255]
      : [first | 26, (length >>> 24) & 255, (length >> 16) & 255, (length >> 8) & 255, length & 255];
};
const bytesItem = (bytes) => joined(head(2, bytes.length), bytes);
const textItem = (text) => joined(head(3, utf8(text).length), utf8(text));

/** A message with one signature (COSE_Sign1, RFC 9052 clause 4.2), tagged 18. */
export class CoseSign1 {
  constructor(headerBytes, headers, open, payload, signature) {
    Object.assign(this, { headerBytes, headers, open, payload, signature });
  }

  static decode(bytes) {
    const read = cbor(bytes);
    const parts = read instanceof Tagged && read.tag === 18n && Array.isArray(read.value) ? read.value : [];
    const [headerBytes, open, payload, signature] = parts;
    if (parts.length !== 4 || !(headerBytes instanceof Uint8Array) || !(open instanceof Table)
      || !(signature instanceof Uint8Array) || !(payload === null || payload instanceof Uint8Array)) {
      throw new SealFault("these bytes are CBOR, but not a message with one signature (COSE_Sign1)");
    }
    return new CoseSign1(headerBytes, CoseSign1.header(headerBytes), open, payload, signature);
  }

  static header(bytes) {
    if (bytes.length === 0) {
      return new Table();
    }
    const read = cbor(bytes);
    if (read instanceof Table && read.entries.length > 0) {
      return read;
    }
    throw new SealFault("the protected header is not a map");
  }

  /** The COSE number of the algorithm; 0 (reserved) where the header names none. */
  get algorithm() {
    const named = this.headers.get(1n);
    return typeof named === "bigint" ? named : 0n;
  }

  get kid() {
    const id = this.headers.get(4n);
    return id instanceof Uint8Array ? hex(id) : "";
  }

  /** Sig_structure, RFC 9052 clause 4.4. */
  toBeSigned(payload) {
    return joined(head(4, 4), textItem("Signature1"), bytesItem(this.headerBytes), bytesItem(new Uint8Array()),
      bytesItem(payload));
  }

  async signedByIssuer(key) {
    return this.payload !== null && this.algorithm === -7n && this.signature.length === 64
      && crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, this.signature, this.toBeSigned(this.payload));
  }

  async signedByRegister(key, detached) {
    return this.payload === null && this.algorithm === -8n && verifyEd25519(key, this.signature, this.toBeSigned(detached));
  }

  /** The message with an empty unprotected header, which a token is known by. */
  withoutOpen() {
    return joined(head(6, 18), head(4, 4), bytesItem(this.headerBytes), head(5, 0),
      this.payload === null ? [0xf6] : bytesItem(this.payload), bytesItem(this.signature));
  }
}

const P256 = "3059301306072a8648ce3d020106082a8648ce3d030107034200";

export const issuerKey = async (spki) => {
  try {
    const bytes = unbase64(spki);
    if (hex(bytes).startsWith(P256)) {
      const key = await crypto.subtle.importKey("spki", bytes, { name: "ECDSA", namedCurve: "P-256" }, true, ["verify"]);
      return { key, kid: hex((await sha256(bytes)).subarray(0, 8)) };
    }
  } catch {
    // answered below, as for another kind of key
  }
  throw new SealFault("this is not a public key for ES256");
};

export const ed25519Key = (point) => crypto.subtle.importKey("raw", point, { name: "Ed25519" }, true, ["verify"]);

export const verifyEd25519 = async (key, signature, message) =>
  signature.length === 64 && crypto.subtle.verify({ name: "Ed25519" }, key, signature, message);

/** SHA-256(name ‖ 0A ‖ type ‖ key), its first four bytes (C2SP signed-note, "Verifier keys"). */
export const keyId = async (name, type, point) => (await sha256(utf8(`${name}\n`), [type], point)).subarray(0, 4);

/** RFC 8785 for what JSON.parse reads: the only spelling in which a trust file or a pack is taken. */
export const canonical = (value) => {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(",")}]`;
  }
  if (value !== null && typeof value === "object") {
    return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
  }
  return JSON.stringify(value);
};
