// Claims of a clearance and of a status list (docs/reference/token.md), read as the Java class ClaimsFormat reads them. A claim that
// is not known is refused: it might restrict what the known ones permit.
import { SealFault, Table, cbor, hex } from "./seal.mjs";

/** Something that this version does not know, in a well-formed message. */
export class Unknown extends SealFault {}

const LAST_SECOND = 253_402_300_799n;
const LARGEST_INDEX = 4_000_000n;
const MOST_ITEMS = 16;
const LONGEST_TEXT = 60;
const LONGEST_CONDITION = 500;

const shown = (key) => {
  if (typeof key === "bigint") {
    return String(key);
  }
  return typeof key === "string" && key.length <= 20 && /^[\x20-\x7e]*$/.test(key) ? `\`${key}\`` : "of another kind";
};

export const refuseUnknown = (table, known, what) => {
  for (const [key] of table.entries) {
    if (!known.includes(key)) {
      throw new Unknown(`it holds ${what}${shown(key)}`);
    }
  }
};

export const table = (value, what) => {
  if (value instanceof Table) {
    return value;
  }
  throw new SealFault(`${what} is not a map`);
};

/** In milliseconds since 1970. */
export const instant = (map, key) => {
  const seconds = map.get(key);
  if (typeof seconds === "bigint" && seconds >= 0n && seconds <= LAST_SECOND) {
    return Number(seconds) * 1000;
  }
  throw new SealFault(`claim ${key} is no instant in seconds since 1970`);
};

// What Java calls blank and control characters; one of the latter could rewrite what a screen shows.
const BLANK = /^(?:[\t-\r\x1c-\x1f]|(?![\u00a0\u2007\u202f])[\p{Zs}\p{Zl}\p{Zp}])*$/u;
const CONTROL = /[\x00-\x1f\x7f-\x9f]/;

const checked = (value, what, longest) => {
  if (typeof value === "string" && !BLANK.test(value) && value.length <= longest && !CONTROL.test(value)) {
    return value;
  }
  throw new SealFault(`${what} is no text of 1 to ${longest} characters`);
};

const text = (map, key, what) => checked(map.get(key), `${what}${key}`, LONGEST_TEXT);

const bytes = (map, key, what) => {
  const value = map.get(key);
  if (value instanceof Uint8Array) {
    return value;
  }
  throw new SealFault(`${what}${key} is no byte string`);
};

const sized = (value, length, what) => {
  if (value.length !== length) {
    throw new SealFault(`${what} has ${value.length} bytes; expected ${length}`);
  }
  return value;
};

const texts = (map, key, longest) => {
  const list = map.get(key);
  if (!Array.isArray(list) || list.length > MOST_ITEMS) {
    throw new SealFault(`field ${key} is no list of at most ${MOST_ITEMS} texts`);
  }
  return list.map((item) => checked(item, `field ${key}`, longest));
};

const declared = (map, key) => {
  const value = map.get(key);
  if (value === undefined || typeof value === "boolean") {
    return value;
  }
  throw new SealFault(`field ${key} is neither yes nor no`);
};

const status = (claim) => {
  const list = claim instanceof Table && claim.entries.length === 1 ? claim.get("status_list") : null;
  if (list instanceof Table && list.entries.length === 2) {
    const index = list.get("idx");
    const address = list.get("uri");
    if (typeof index === "bigint" && index >= 0n && index < LARGEST_INDEX && typeof address === "string") {
      return { list: checked(address, "the address of the status list", 200), index: Number(index) };
    }
  }
  throw new SealFault("claim 65535 is no reference to a status list");
};

const permitted = (map) => {
  refuseUnknown(map, [1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n, 9n, 10n, 11n, 12n, 13n, 14n, 15n], "field ");
  const address = map.get(4n) === undefined ? "" : hex(sized(bytes(map, 4n, "field "), 3, "field 4"));
  const mode = map.get(9n);
  if (mode !== 0n && mode !== 1n) {
    throw new SealFault("field 9 is neither 0 (real) nor 1 (exercise)");
  }
  return {
    address, exercise: mode === 1n,
    state: text(map, 1n, "field "), type: text(map, 2n, "field "), tail: text(map, 3n, "field "),
    callSign: text(map, 5n, "field "), purpose: text(map, 6n, "field "), crewed: declared(map, 7n),
    armed: declared(map, 8n), departure: text(map, 10n, "field "), landing: text(map, 11n, "field "),
    exits: texts(map, 12n, LONGEST_TEXT), entries: texts(map, 13n, LONGEST_TEXT), ...conditions(map),
    assessment: hex(sized(bytes(map, 15n, "field "), 32, "field 15")),
  };
};

/** All of them, or the digest under which they are kept elsewhere. */
const conditions = (map) => {
  const given = map.get(14n);
  return given instanceof Uint8Array
    ? { conditions: [], conditionsDigest: hex(sized(given, 32, "field 14")) }
    : { conditions: texts(map, 14n, LONGEST_CONDITION), conditionsDigest: "" };
};

/** A clearance's claims (RFC 8392). */
export const readClaims = (payload) => {
  const map = table(cbor(payload), "the payload");
  refuseUnknown(map, [1n, 4n, 5n, 6n, 7n, 65535n, -65537n], "claim ");
  const from = instant(map, 5n);
  const until = instant(map, 4n);
  if (from >= until) {
    throw new SealFault("claim 4 (expiry) is not after claim 5 (not before)");
  }
  const number = String.fromCharCode(...bytes(map, 7n, "claim ").subarray(0, 100));
  if (!/^[A-Z0-9][A-Z0-9-]{0,39}\/[0-9]{1,6}$/.test(number)) {
    throw new SealFault("claim 7 is no number of a clearance");
  }
  return { issuer: text(map, 1n, "claim "), number, issuedAt: instant(map, 6n), from, until,
    status: status(map.get(65535n)), permitted: permitted(table(map.get(-65537n), "claim -65537")) };
};
