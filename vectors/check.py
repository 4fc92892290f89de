# Verifies the vector valid-with-receipt with Python's cbor2 and cryptography, and none of our code.
# Run in this folder: pip install cbor2 cryptography && python3 check.py
import base64, hashlib, json, struct, cbor2
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
def base45(text):
    out = b""
    for i in range(0, len(text), 3):
        part = [ALPHABET.index(c) for c in text[i:i + 3]]
        number = sum(digit * 45 ** n for n, digit in enumerate(part))
        out += number.to_bytes(len(part) - 1, "big")
    return out

trust = json.load(open("clearance/trust.json"))
cose = cbor2.loads(base45(open("clearance/valid-with-receipt.txt").read()[4:]))
protected, unprotected, payload, signature = cose.value

# the issuer's signature
key = serialization.load_der_public_key(base64.b64decode(trust["issuerKeys"][0]["spki"]))
r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
key.verify(encode_dss_signature(r, s), cbor2.dumps(["Signature1", protected, b"", payload]), ec.ECDSA(hashes.SHA256()))
print("signed:", cbor2.loads(payload)[7].decode())

# what the register holds of it
digest = hashlib.sha256(cbor2.dumps(cbor2.CBORTag(18, [protected, {}, payload, signature]))).hexdigest()
entry = json.dumps({"kind": "Issue", "token": digest, "v": 1}, separators=(",", ":")).encode()
node = hashlib.sha256(b"\0" + entry).digest()
assert node.hex() == open("clearance/valid.leaf.hex").read().strip()

# the receipt: RFC 9162, clause 2.1.3.2, then the register's signature over the root
receipt = cbor2.loads(unprotected[394][0]).value
size, index, path = cbor2.loads(receipt[1][396][-1][0])
fn, sn = index, size - 1
for hash in path:
    if fn & 1 or fn == sn:
        node = hashlib.sha256(b"\1" + hash + node).digest()
        while not fn & 1 and fn:
            fn, sn = fn >> 1, sn >> 1
    else:
        node = hashlib.sha256(b"\1" + node + hash).digest()
    fn, sn = fn >> 1, sn >> 1
assert sn == 0
def ed25519(vkey):
    return Ed25519PublicKey.from_public_bytes(base64.b64decode(vkey.split("+", 2)[2])[1:])
ed25519(trust["register"]["key"]).verify(receipt[3], cbor2.dumps(["Signature1", receipt[0], b"", node]))

# the witnesses, over the checkpoint of that size and root
checkpoint = f"{trust['register']['origin']}\n{size}\n{base64.b64encode(node).decode()}\n"
for line, vkey in zip(receipt[1][-65537], trust["witnesses"]):
    seconds = struct.unpack(">Q", line[4:12])[0]
    ed25519(vkey).verify(line[12:], f"cosignature/v1\ntime {seconds}\n{checkpoint}".encode())
    print("vouched for:", vkey.split("+")[0])
assert open("register/sound/checkpoint").read().startswith(checkpoint)
print("entry", index, "of", size)
