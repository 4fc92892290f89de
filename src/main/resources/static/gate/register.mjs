// The register's side of a check: notes, checkpoints, witnesses, proofs of inclusion and receipts (C2SP signed-note,
// tlog-checkpoint, tlog-cosignature; RFC 9162, RFC 9942), as the Java packages `seal` and `register.proof` have them.
import { CoseSign1, SealFault, Table, base64, cbor, ed25519Key, hex, joined, keyId, same, sha256, strictText, unbase64, utf8,
  verifyEd25519 } from "./seal.mjs";
import { refuseUnknown } from "./claims.mjs";

const LARGEST_NOTE = 1_000_000;
const LAST_SECOND = 253_402_300_799n;
const COSIGNATURE = 76;

const parts = (vkey) => {
  const [name, id, ...rest] = vkey.trim().split("+");
  let typed = new Uint8Array();
  try {
    typed = unbase64(rest.join("+"));
  } catch {
    // of no length, so no key
  }
  return { name, id, typed, good: rest.length > 0 && name !== "" && !/\s/u.test(name) };
};

export const registerKey = async (vkey) => {
  const { name, id, typed, good } = parts(vkey);
  if (!good || typed.length !== 33 || typed[0] !== 1) {
    throw new SealFault("expected a verifier key `name+id+base64` for Ed25519");
  }
  const follows = await keyId(name, 1, typed.subarray(1));
  if (hex(follows) !== id) {
    throw new SealFault(`the key id \`${id}\` does not follow from name and key; expected \`${hex(follows)}\``);
  }
  return { name, id: follows, key: await ed25519Key(typed.subarray(1)), vkey };
};

/** A witness with a key that this browser cannot use (ML-DSA-44) is kept, and vouches for nothing here. */
export const witnessKey = async (vkey) => {
  const { name, id, typed, good } = parts(vkey);
  const ed25519 = typed.length === 33 && typed[0] === 4;
  if (!good || !(ed25519 || (typed.length === 1313 && typed[0] === 6))) {
    throw new SealFault("expected a witness's key `name+id+base64` for cosignatures with Ed25519 or ML-DSA-44");
  }
  const follows = await keyId(name, typed[0], typed.subarray(1));
  if (hex(follows) !== id) {
    throw new SealFault(`the key id \`${id}\` does not follow from name and key; expected \`${hex(follows)}\``);
  }
  return { name, id: follows, key: ed25519 ? await ed25519Key(typed.subarray(1)) : null, vkey };
};

export const parseNote = (text) => {
  const bytes = utf8(text);
  if (bytes.length > LARGEST_NOTE) {
    throw new SealFault(`a signed note of ${bytes.length} bytes is larger than any we read`);
  }
  if (/[\u0000-\u0009\u000b-\u001f]/.test(text) || strictText(bytes) !== text) {
    throw new SealFault("a signed note is UTF-8 text without control characters");
  }
  const split = text.lastIndexOf("\n\n");
  if (split < 0 || !text.endsWith("\n") || split + 2 === text.length) {
    throw new SealFault("a signed note is a text, an empty line and lines of signatures; found no signatures");
  }
  return { text: text.slice(0, split + 1), lines: text.slice(split + 2, -1).split("\n").map(line) };
};

const line = (text) => {
  const [dash, name, signature, ...more] = text.split(" ");
  if (dash === "—" && name && signature && more.length === 0) {
    try {
      const bytes = unbase64(signature);
      if (bytes.length > 4) {
        return { name, bytes };
      }
    } catch {
      // answered below, as for a line of another shape
    }
  }
  throw new SealFault(`found the signature line \`${text}\`; expected \`— name base64\``);
};

const checkpointText = (origin, size, root) => `${origin}\n${size}\n${base64(root)}\n`;

/** Reads a published checkpoint and checks that its register signed it. */
export const openCheckpoint = async (text, key) => {
  const note = parseNote(text);
  const lines = note.text.split("\n");
  if (lines.length !== 4 || lines[0] === "" || !/^(0|[1-9][0-9]{0,17})$/.test(lines[1])) {
    throw new SealFault("a checkpoint has three lines: origin, size and root in base64");
  }
  const root = digestOf(lines[2]);
  if (lines[0] !== key.name) {
    throw new SealFault(`the checkpoint is of the register \`${lines[0]}\`; expected \`${key.name}\``);
  }
  for (const one of note.lines.filter((it) => it.name === key.name && same(it.bytes.subarray(0, 4), key.id))) {
    if (await verifyEd25519(key.key, one.bytes.subarray(4), utf8(note.text))) {
      return { note, size: BigInt(lines[1]), root };
    }
  }
  throw new SealFault(`the checkpoint carries no valid signature of the key \`${key.vkey}\``);
};

/** The standard base64 of 32 bytes in its one spelling. */
export const digestOf = (text) => {
  try {
    const bytes = unbase64(text);
    if (bytes.length === 32 && base64(bytes) === text) {
      return bytes;
    }
  } catch {
    // answered below, as for a wrong length
  }
  throw new SealFault(`found \`${text}\`; expected a SHA-256 digest in base64`);
};

/** How many witnesses cosigned the note. */
export const vouching = async (note, witnesses) => {
  let count = 0;
  for (const witness of witnesses) {
    count += (await cosigned(note, witness)) ? 1 : 0;
  }
  return count;
};

const cosigned = async (note, witness) => {
  for (const one of note.lines) {
    if (witness.key !== null && one.name === witness.name && one.bytes.length === COSIGNATURE
      && same(one.bytes.subarray(0, 4), witness.id)) {
      const seconds = new DataView(one.bytes.buffer, one.bytes.byteOffset).getBigInt64(4);
      if (seconds >= 0n && seconds <= LAST_SECOND && await verifyEd25519(witness.key, one.bytes.subarray(12),
        utf8(`cosignature/v1\ntime ${seconds}\n${note.text}`))) {
        return true;
      }
    }
  }
  return false;
};

const LEAF = [0];
const NODE = [1];

/** The leaf of an issue: canonical JSON of kind, token and version. */
export const issueLeaf = (token) => sha256(LEAF, utf8(`{"kind":"Issue","token":"${token}","v":1}`));

/** The root that follows for the leaf (RFC 9162, clause 2.1.3); null when the path cannot belong to this index and size. */
export const rootOf = async ({ index, size, path }, leaf) => {
  if (index < 0n || index >= size) {
    return null;
  }
  let node = index;
  let last = size - 1n;
  let root = leaf;
  for (const neighbour of path) {
    if (last === 0n) {
      return null;
    }
    if ((node & 1n) === 1n || node === last) {
      root = await sha256(NODE, neighbour, root);
      while ((node & 1n) === 0n && node !== 0n) {
        node >>= 1n;
        last >>= 1n;
      }
    } else {
      root = await sha256(NODE, root, neighbour);
    }
    node >>= 1n;
    last >>= 1n;
  }
  return last === 0n ? root : null;
};

const STRUCTURE = 395n;
const PROOFS = 396n;
const COSIGNATURES = -65537n;

const receiptProof = (header) => {
  const list = header instanceof Table && header.entries.length === 1 ? header.get(-1n) : null;
  if (Array.isArray(list) && list.length === 1 && list[0] instanceof Uint8Array) {
    const [size, index, path, ...more] = [cbor(list[0])].flat(1);
    if (more.length === 0 && typeof size === "bigint" && typeof index === "bigint" && index >= 0n && index < size
      && Array.isArray(path) && path.length <= 63) {
      if (!path.every((hash) => hash instanceof Uint8Array && hash.length === 32)) {
        throw new SealFault("a hash of the receipt's path does not have 32 bytes");
      }
      return { size, index, path };
    }
  }
  throw new SealFault("the receipt holds no proof of inclusion");
};

const receiptCosignatures = (header) => {
  if (header === undefined) {
    return [];
  }
  if (Array.isArray(header) && header.length > 0 && header.length <= 16) {
    if (!header.every((one) => one instanceof Uint8Array && one.length === COSIGNATURE)) {
      throw new SealFault("a cosignature of the receipt does not have 76 bytes");
    }
    return header;
  }
  throw new SealFault("the receipt's cosignatures are no list of 1 to 16");
};

export const readReceipt = (bytes) => {
  const message = CoseSign1.decode(bytes);
  refuseUnknown(message.headers, [1n, 4n, STRUCTURE], "receipt header ");
  refuseUnknown(message.open, [PROOFS, COSIGNATURES], "receipt header ");
  if (message.headers.get(STRUCTURE) !== 1n) {
    throw new SealFault("the receipt is not one of a tree as in RFC 9162");
  }
  return { message, proof: receiptProof(message.open.get(PROOFS)),
    cosignatures: receiptCosignatures(message.open.get(COSIGNATURES)) };
};

/** The note that a receipt shows the leaf under, with the lines of known witnesses; null where the register did not sign it. */
export const receiptNote = async (receipt, leaf, trust) => {
  const root = await rootOf(receipt.proof, leaf);
  if (root === null || receipt.message.kid !== hex(trust.register.id)
    || !(await receipt.message.signedByRegister(trust.register.key, root))) {
    return null;
  }
  return {
    text: checkpointText(trust.register.name, receipt.proof.size, root),
    lines: receipt.cosignatures.flatMap((bytes) => trust.witnesses
      .filter((witness) => same(bytes.subarray(0, 4), witness.id)).map((witness) => ({ name: witness.name, bytes }))),
  };
};
