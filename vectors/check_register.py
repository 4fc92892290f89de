# Verifies the trees and one proof with Python's standard library and the program openssl, and none of our code.
# Run in this folder: python3 check_register.py
import glob, hashlib, json, os, subprocess, tempfile
from base64 import b64decode as plain

def digest(data):
    return hashlib.sha256(data).digest()

def rise(fn, sn):
    while not fn & 1 and fn:
        fn, sn = fn >> 1, sn >> 1
    return fn, sn

def included(leaf, index, size, path):  # RFC 9162, clause 2.1.3.2: the root that follows
    fn, sn, node = index, size - 1, leaf
    for other in path:
        assert sn > 0
        if fn & 1 or fn == sn:
            node = digest(b"\1" + other + node)
            fn, sn = rise(fn, sn)
        else:
            node = digest(b"\1" + node + other)
        fn, sn = fn >> 1, sn >> 1
    assert sn == 0
    return node

def continues(older, size, first, second, path):  # RFC 9162, clause 2.1.4.2
    if older == size:
        return not path and first == second
    path = ([first] if older & (older - 1) == 0 else []) + path
    fn, sn = older - 1, size - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    one = other = path[0]
    for node in path[1:]:
        assert sn > 0
        if fn & 1 or fn == sn:
            one, other = digest(b"\1" + node + one), digest(b"\1" + node + other)
            fn, sn = rise(fn, sn)
        else:
            other = digest(b"\1" + other + node)
        fn, sn = fn >> 1, sn >> 1
    return one == first and other == second and sn == 0

def signed(vkey, message, signature):  # Ed25519
    with tempfile.TemporaryDirectory() as folder:
        files = {"key": bytes.fromhex("302a300506032b6570032100") + plain(vkey.split("+", 2)[2])[1:],
                 "message": message, "signature": signature}
        for name, content in files.items():
            with open(os.path.join(folder, name), "wb") as out:
                out.write(content)
        subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "key", "-rawin", "-in",
                        "message", "-sigfile", "signature"], cwd=folder, check=True, capture_output=True)

proofs = 0
for file in sorted(glob.glob("tree/*.json")):
    tree = json.load(open(file))
    for one in tree["inclusion"]:
        leaf = digest(b"\0" + one["entry"].encode())
        assert included(leaf, one["index"], tree["size"], [plain(h) for h in one["path"]]) == plain(tree["root"])
        proofs += 1
    for one in tree["consistency"]:
        assert continues(one["from"], tree["size"], plain(one["root"]), plain(tree["root"]),
                         [plain(h) for h in one["path"]])
        proofs += 1
print("trees:", proofs, "proofs")

head, checkpoint = open("proof/both-witnesses.tlog-proof").read().split("\n\n", 1)
first, index, *path = head.split("\n")
text, lines = checkpoint.split("\n\n")
origin, size, root = text.split("\n")
entry = open("clearance/valid.entry.json", "rb").read()
assert first == "c2sp.org/tlog-proof@v1"
assert included(digest(b"\0" + entry), int(index[6:]), int(size), [plain(h) for h in path]) == plain(root)
keys = {word.split("+")[0]: word for line in open("policy/both.txt") for word in line.split() if "+" in word}
for line in lines.strip().split("\n"):
    name, signature = line.split(" ")[1], plain(line.split(" ")[2])
    assert signature[:4].hex() == keys[name].split("+")[1]
    if name == origin:
        signed(keys[name], (text + "\n").encode(), signature[4:])
    else:
        seconds = int.from_bytes(signature[4:12], "big")
        signed(keys[name], f"cosignature/v1\ntime {seconds}\n{text}\n".encode(), signature[12:])
    print("signed:", name)
print("entry", index[6:], "of", size)
