package nullaosta.clearance.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import nullaosta.register.proof.Checkpoint;
import nullaosta.register.proof.ConsistencyProof;
import nullaosta.register.proof.InclusionProof;
import nullaosta.register.proof.Merkle;
import nullaosta.register.proof.ProofFile;
import nullaosta.register.proof.TileTree;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import nullaosta.seal.NoteKey;
import nullaosta.seal.SealFault;
import nullaosta.seal.SignedNote;
import nullaosta.seal.WitnessPolicy;

/** Makes what is about the register alone: trees, checkpoints, policies, proofs as files. */
final class RegisterVectors {

    private static final List<Integer> SIZES = List.of(1, 2, 255, 256, 257);

    private final Vectors vectors;
    private final TestHost host;

    RegisterVectors(Vectors vectors) {
        this.vectors = vectors;
        this.host = vectors.host;
    }

    void all(ClearanceToken valid) throws SealFault {
        for (int size : SIZES) {
            vectors.files.put("tree/" + size + ".json", tree(size));
        }
        policies();
        checkpoints();
        proofs(valid);
    }

    // Trees, of entries `entry 0`, `entry 1`, …

    private byte[] tree(int size) {
        TestHost plain = new TestHost(host.issuer, host.register, List.of());
        List<Digest> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            byte[] entry = ("entry " + i).getBytes(StandardCharsets.UTF_8);
            leaves.add(Merkle.leaf(entry));
            plain.enter(entry);
        }
        TileTree tree = new TileTree(size, plain.log.tiles());
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("size", size);
        map.put("root", tree.root().base64());
        List<Map<String, Object>> inclusion = new ArrayList<>();
        for (int index : new TreeSet<>(List.of(0, size / 2, size - 1))) {
            InclusionProof proof = tree.inclusion(index);
            inclusion.add(Map.of("entry", "entry " + index, "index", index, "leaf", leaves.get(index).base64(), "path",
                    base64(proof.path())));
        }
        map.put("inclusion", inclusion);
        List<Map<String, Object>> consistency = new ArrayList<>();
        for (int from : SIZES) {
            if (from <= size) {
                ConsistencyProof proof = tree.consistency(from);
                consistency.add(Map.of("from", from, "root", Merkle.root(leaves.subList(0, from)).base64(), "path",
                        base64(proof.path())));
            }
        }
        map.put("consistency", consistency);
        return CanonicalJson.bytes(map);
    }

    private static List<String> base64(List<Digest> hashes) {
        return hashes.stream().map(Digest::base64).toList();
    }

    // Policies

    private void policies() {
        String log = "log " + host.register.verifier().vkey() + "\n";
        String parliament = "witness parliament " + host.witnesses.get(0).verifier().vkey() + "\n";
        String state = "witness state " + host.witnesses.get(1).verifier().vkey() + " https://state.example/witness\n";
        policy("both", "# both must have seen it\n" + log + parliament + state
                + "group both all parliament state\nquorum both\n", "");
        policy("either", log + parliament + state + "group either any parliament state\nquorum either\n", "");
        policy("parliament", log + parliament + state + "quorum parliament\n", "");
        policy("nobody", log + "quorum none\n", "");
        policy("no-quorum", log, "line 1: the policy ends without a quorum; expected a line `quorum NAME`, or "
                + "`quorum none`");
        policy("unknown-member", log + parliament + "group g all parliament state\nquorum g\n",
                "line 3: found the name `state`; expected a witness or group of a line before");
        policy("key-twice", log + parliament + parliament.replace("witness parliament", "witness senate")
                + "group g 2 parliament senate\nquorum g\n",
                "line 3: the key of the witness `senate` stands there twice");
        policy("member-twice", log + parliament + "group g 2 parliament parliament\nquorum g\n",
                "line 3: `parliament` is a member of `g` already; expected it in one group, once");
        policy("threshold-too-high", log + parliament + "group g 2 parliament\nquorum g\n",
                "line 3: the group `g` asks for 2 of its 1; expected any, all or a number from 1 to 1");
        vectors.files.put("policy/cases.json", Vectors.lines(policies));
    }

    private final List<Map<String, Object>> policies = new ArrayList<>();

    private void policy(String name, String text, String fault) {
        vectors.text("policy/" + name + ".txt", text);
        policies.add(fault.isEmpty()
                ? Map.of("policy", name + ".txt", "sound", true)
                : Map.of("policy", name + ".txt", "sound", false, "says", fault));
    }

    // Checkpoints

    private final List<Map<String, Object>> checkpoints = new ArrayList<>();

    private void checkpoints() throws SealFault {
        Checkpoint head = Checkpoint.open(host.note(0), host.register.verifier());
        checkpoint("signed", host.note(0), List.of(), "");
        checkpoint("one-witness", host.note(1), List.of("parliament"), "");
        checkpoint("both-witnesses", host.note(2), List.of("parliament", "state"), "");
        checkpoint("root-altered", replaced(host.note(2), head.root().base64(), Digest.of().base64()), List.of(),
                "the checkpoint carries no valid signature of the key `" + host.register.verifier().vkey() + "`");
        checkpoint("size-altered", replaced(host.note(2), "\n300\n", "\n301\n"), List.of(),
                "the checkpoint carries no valid signature of the key `" + host.register.verifier().vkey() + "`");
        checkpoint("other-key", head.sign(other()).bytes(), List.of(),
                "the checkpoint carries no valid signature of the key `" + host.register.verifier().vkey() + "`");
        checkpoint("other-origin", SignedNote.sign(head.text().replace("/register", "/other"), host.register).bytes(),
                List.of(), "the checkpoint is of the register `nullaosta.example/other`; expected `"
                        + Vectors.ORIGIN + "`");
        checkpoint("extension-line", SignedNote.sign(head.text() + "more\n", host.register).bytes(), List.of(),
                "a checkpoint has three lines: origin, size and root in base64");
        checkpoint("leading-zero", SignedNote.sign(head.text().replace("\n300\n", "\n0300\n"), host.register).bytes(),
                List.of(), "a checkpoint has three lines: origin, size and root in base64");
        checkpoint("unsigned", head.text().getBytes(StandardCharsets.UTF_8), List.of(),
                "a signed note is a text, an empty line and lines of signatures; found no signatures");
        vectors.files.put("checkpoints/cases.json", Vectors.lines(checkpoints));
    }

    private void checkpoint(String name, byte[] note, List<String> cosigners, String fault) throws SealFault {
        vectors.files.put("checkpoints/" + name + ".txt", note);
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("checkpoint", name + ".txt");
        one.put("sound", fault.isEmpty());
        if (fault.isEmpty()) {
            one.put("cosigners", cosigners);
            Map<String, Object> satisfies = new TreeMap<>();
            for (String policy : List.of("both", "either", "parliament", "nobody")) {
                byte[] text = vectors.files.get("policy/" + policy + ".txt");
                satisfies.put(policy + ".txt", WitnessPolicy
                        .parse(new String(text == null ? new byte[0] : text, StandardCharsets.UTF_8))
                        .satisfied(SignedNote.parse(note)));
            }
            one.put("satisfies", satisfies);
        } else {
            one.put("says", fault);
        }
        checkpoints.add(one);
    }

    private static NoteKey other() throws SealFault {
        try {
            return NoteKey.parse(Vectors.ORIGIN, Vectors.key("other-register"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] replaced(byte[] text, String from, String to) {
        return new String(text, StandardCharsets.UTF_8).replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    // Proofs as files

    private final List<Map<String, Object>> proofs = new ArrayList<>();

    private void proofs(ClearanceToken valid) throws SealFault {
        InclusionProof proof = host.proof(valid);
        ProofFile both = ProofFile.of(proof, SignedNote.parse(host.note(2)));
        String entry = "clearance/valid.entry.json";
        proof("both-witnesses", both.bytes(), "both", entry, 0, "PROVEN",
                "the entry stands in the register under the signed checkpoint");
        proof("with-extra", both.withExtra("IT".getBytes(StandardCharsets.UTF_8)).bytes(), "both", entry, 0, "PROVEN",
                "the entry stands in the register under the signed checkpoint");
        proof("one-witness", ProofFile.of(proof, SignedNote.parse(host.note(1))).bytes(), "both", entry, 4,
                "UNWITNESSED", "the entry stands in the register, but too few witnesses vouch that others see the "
                        + "same");
        proof("no-entry", both.bytes(), "both", "", 4, "UNKNOWN", "the checkpoint is signed, but which entry the "
                + "proof is of cannot be told without it; give it with --entry");
        proof("other-entry", both.bytes(), "both", "register/key", 2, "FALSE", "the proof does not lead from "
                + "this entry to the checkpoint: it is of another entry, or one of the two was altered");
        proof("other-index", new ProofFile(Optional.empty(), proof.index() + 1, proof.path(), both.checkpoint())
                .bytes(), "both", entry, 2, "FALSE",
                "the proof does not lead from this entry to the checkpoint: it "
                        + "is of another entry, or one of the two was altered");
        proof("index-beyond-the-size", new ProofFile(Optional.empty(), 300, proof.path(), both.checkpoint()).bytes(),
                "both", entry, 2, "FALSE", "the proof is of entry 300, but the checkpoint counts 300");
        proof("path-cut", new ProofFile(Optional.empty(), proof.index(), proof.path().subList(1, proof.path().size()),
                both.checkpoint()).bytes(), "both", entry, 2, "FALSE", "the proof does not lead from this entry to "
                        + "the checkpoint: it is of another entry, or one of the two was altered");
        proof("other-key", ProofFile.of(proof, Checkpoint.open(host.note(0), host.register.verifier()).sign(other()))
                .bytes(), "nobody", entry, 2, "FALSE",
                "the checkpoint carries no valid signature of the key `"
                        + host.register.verifier().vkey() + "`");
        proof("other-version", replaced(both.bytes(), "@v1", "@v2"), "both", entry, 1, "",
                "line 1: found `c2sp.org/tlog-proof@v2`; expected `c2sp.org/tlog-proof@v1`");
        proof("leading-zero", replaced(both.bytes(), "\nindex ", "\nindex 0"), "both", entry, 1, "",
                "line 2: found `index 0" + proof.index() + "`; expected `index` and a whole number from 0");
        proof("short-hash", replaced(both.bytes(), proof.path().getFirst().base64(), "AAAA"), "both", entry, 1, "",
                "line 3: found `AAAA`; expected a SHA-256 digest in base64");
        proof("no-empty-line", replaced(both.bytes(), "\n\n", "\n"), "both", entry, 1, "",
                "a proof is lines, an empty line and a checkpoint; found no empty line");
        vectors.files.put("proof/cases.json", Vectors.lines(proofs));
    }

    private void proof(String name, byte[] file, String policy, String entry, int exit, String outcome, String says) {
        vectors.files.put("proof/" + name + ".tlog-proof", file);
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("proof", name + ".tlog-proof");
        one.put("policy", policy + ".txt");
        if (!entry.isEmpty()) {
            one.put("entry", entry);
        }
        one.put("exit", exit);
        if (!outcome.isEmpty()) {
            one.put("outcome", outcome);
        }
        one.put("says", says);
        proofs.add(one);
    }
}
