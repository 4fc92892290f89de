package nullaosta.clearance.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nullaosta.clearance.token.StatusList.Status;
import nullaosta.register.MemoryLog;
import nullaosta.register.proof.TilePath;
import nullaosta.seal.Base45;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Cbor;
import nullaosta.seal.CoseSign1;
import nullaosta.seal.Digest;
import nullaosta.seal.IssuerKey;
import nullaosta.seal.NoteKey;
import nullaosta.seal.SealFault;
import nullaosta.seal.TestWitness;
import org.jspecify.annotations.Nullable;

/**
 * Makes the files under {@code vectors/}. ES256 signatures are random, so what was once signed is taken from the files
 * that are there, and everything else is made again from it.
 */
final class Vectors {

    static final Path FOLDER = Path.of("vectors");
    static final Instant NOW = TestHost.NOW;
    private static final Digest CONDITIONS = Digest.of(CanonicalJson.bytes(List.of("a condition", "another")));
    static final String ORIGIN = "nullaosta.example/register";

    /** One check: what is looked at, by which files, when, and what must come of it. */
    record Case(String name, String token, String trust, Optional<String> pack, Instant at, Light light,
            List<String> says) {

        Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("name", name);
            map.put("token", token);
            map.put("trust", trust);
            pack.ifPresent(file -> map.put("pack", file));
            map.put("at", at.toString());
            map.put("light", light.name());
            map.put("says", says);
            return map;
        }
    }

    /** Files by their path under the folder. */
    final Map<String, byte[]> files = new TreeMap<>();
    final List<Case> cases = new ArrayList<>();
    /** Payloads of what ES256 signed, by path; a file that is there must carry the same. */
    final Map<String, byte[]> payloads = new TreeMap<>();

    final TestHost host;
    private final IssuerKey stranger;
    private final boolean anew;

    private Vectors(boolean anew) throws SealFault, IOException {
        this.anew = anew;
        this.host = new TestHost(IssuerKey.parse(key("issuer")), NoteKey.parse(ORIGIN, key("register")),
                List.of(TestWitness.parse("parliament.example/witness", key("witness-parliament")),
                        TestWitness.parse("state.example/witness", key("witness-state"))));
        this.stranger = IssuerKey.parse(key("stranger"));
    }

    /** @param anew whether to sign again what is signed already */
    static Vectors make(boolean anew) throws SealFault, IOException {
        Vectors vectors = new Vectors(anew);
        vectors.all();
        return vectors;
    }

    /** New keys, from a seed as far as the Java platform takes one; the files are what counts. */
    static void makeKeys() throws Exception {
        SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
        random.setSeed(20160222);
        Files.createDirectories(FOLDER.resolve("keys"));
        IssuerKey.generate(random).save(FOLDER.resolve("keys/issuer.pem"));
        IssuerKey.generate(random).save(FOLDER.resolve("keys/stranger.pem"));
        NoteKey.generate(ORIGIN, random).save(FOLDER.resolve("keys/register.pem"));
        NoteKey.generate(ORIGIN, random).save(FOLDER.resolve("keys/other-register.pem"));
        for (String name : List.of("parliament", "state")) {
            Files.writeString(FOLDER.resolve("keys/witness-" + name + ".pem"),
                    TestWitness.generate(name + ".example/witness", random).pem());
        }
    }

    static String key(String name) throws IOException {
        return Files.readString(FOLDER.resolve("keys/" + name + ".pem"));
    }

    private void all() throws SealFault {
        ClearanceToken valid = sign("valid", TestHost.claims(0));
        ClearanceToken revoked = sign("revoked", TestHost.claims(1));
        ClearanceToken suspended = sign("suspended", TestHost.claims(2));
        ClearanceToken replaced = sign("replaced", TestHost.claims(3));
        ClearanceToken far = sign("index-beyond-the-list", TestHost.claims(5));
        ClearanceToken elsewhere = sign("conditions-elsewhere", TestHost.claims(4,
                new Claims.Conditions.Elsewhere(CONDITIONS)));
        Random random = new Random(20160222);
        List<ClearanceToken> issued = List.of(valid, revoked, suspended, replaced, far, elsewhere);
        for (int i = 0; i < 300; i++) {
            if (i % 50 == 7) {
                host.register(issued.get(i / 50));
            } else {
                byte[] entry = new byte[40 + random.nextInt(80)];
                random.nextBytes(entry);
                host.enter(entry);
            }
        }
        ClearanceToken[] known = issued.toArray(ClearanceToken[]::new);
        packs(known);
        trusts();
        Receipt receipt = host.receipt(valid, 2);
        text("clearance/valid-with-receipt.txt", valid.withReceipt(receipt).text());
        text("clearance/valid.receipt.hex", HexFormat.of().formatHex(receipt.bytes()) + "\n");
        text("clearance/valid-with-uncosigned-receipt.txt", valid.withReceipt(host.receipt(valid, 0)).text());
        text("clearance/receipt-of-another.txt", valid.withReceipt(host.receipt(revoked, 2)).text());
        readable(valid);
        whatHolds();
        withdrawn();
        broken(valid);
        forged();
        register(host.log, "register/sound");
        text("register/key", host.register.verifier().vkey() + "\n");
        brokenRegister();
        new MalformedVectors(this).all(valid);
        new RegisterVectors(this).all(valid);
        new CompanyVectors(this).all();
        files.put("clearance/cases.json", pretty());
    }

    // What is signed

    ClearanceToken sign(String name, Claims claims) throws SealFault {
        byte[] payload = ClaimsFormat.write(claims);
        CoseSign1 message = signed(name, new Cbor.Table(Map.of()), payload, host.issuer);
        return new ClearanceToken(message, claims, Optional.empty());
    }

    CoseSign1 signed(String name, Cbor.Table headers, byte[] payload, IssuerKey key) throws SealFault {
        String path = "clearance/" + name + ".txt";
        CoseSign1 message = committed(path).isPresent()
                ? CoseSign1.decode(Base45.decode(committed(path).get().substring(4)))
                : CoseSign1.sign(headers, payload, key);
        payloads.put(path, payload);
        text(path, ClearanceToken.PREFIX + Base45.encode(message.encode()));
        return message;
    }

    byte[] statusList(String name, Instant at, Status... statuses) throws SealFault {
        String path = "clearance/" + name + ".status.hex";
        byte[] list = committed(path).isPresent()
                ? HexFormat.of().parseHex(committed(path).get().strip())
                : host.statusList(at, statuses);
        text(path, HexFormat.of().formatHex(list) + "\n");
        return list;
    }

    private Optional<String> committed(String path) {
        try {
            Path file = FOLDER.resolve(path);
            return anew || !Files.exists(file) ? Optional.empty() : Optional.of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // What a base has

    private void packs(ClearanceToken... known) throws SealFault {
        byte[] list = statusList("pack", TestHost.PACKED, Status.VALID, Status.REVOKED, Status.SUSPENDED,
                Status.REPLACED, Status.VALID);
        files.put("clearance/pack.json", host.pack(TestHost.PACKED, list, 2, known).bytes());
        files.put("clearance/pack-one-witness.json", host.pack(TestHost.PACKED, list, 1, known).bytes());
        Pack silent = host.pack(TestHost.PACKED, list, 2);
        files.put("clearance/pack-without-issues.json",
                new Pack(silent.madeAt(), silent.checkpoint(), silent.statusList(), Optional.empty()).bytes());
        byte[] altered = list.clone();
        altered[altered.length - 1] ^= 1;
        files.put("clearance/pack-altered.json", host.pack(TestHost.PACKED, altered, 2, known).bytes());
        files.put("clearance/pack-ahead.json",
                host.pack(NOW.plus(Duration.ofMinutes(10)),
                        statusList("pack-ahead", NOW.plus(Duration.ofMinutes(10)), Status.VALID), 2, known).bytes());
    }

    private void trusts() {
        files.put("clearance/trust.json", host.trust(2).bytes());
        files.put("clearance/trust-operator-alone.json", host.trust(0).bytes());
        Trust plain = host.trust(2);
        files.put("clearance/trust-real.json",
                new Trust("IT", "Italy", false, plain.issuers(), plain.register(), plain.witnesses(), 2, plain.green(),
                        plain.amber(), Optional.empty()).bytes());
        files.put("clearance/trust-of-another-host.json",
                new Trust("MT", "Malta", true, plain.issuers(), plain.register(), plain.witnesses(), 2, plain.green(),
                        plain.amber(), Optional.empty()).bytes());
    }

    // What must come of it

    private void whatHolds() {
        add("valid", "valid", NOW, Light.GREEN);
        add("valid, with receipt", "valid-with-receipt", "trust", "pack-without-issues", NOW, Light.GREEN);
        add("valid, no witness asked for", "valid", "trust-operator-alone", "pack", NOW, Light.GREEN,
                "no witness vouches for the register; its operator alone does");
        add("no pack", "valid-with-receipt", "trust", null, NOW, Light.AMBER,
                "no pack was given, so nobody here knows whether it was withdrawn: call the host");
        add("neither pack nor receipt", "valid", "trust", null, NOW, Light.AMBER,
                "no pack was given, so nobody here knows whether it was withdrawn: call the host",
                "nothing here proves that it is in the register: get a new pack or its receipt");
        add("pack an hour old", "valid", TestHost.PACKED.plusSeconds(3600), Light.GREEN);
        add("pack older", "valid", TestHost.PACKED.plusSeconds(3601), Light.AMBER,
                "the pack is older than the host allows: call the host: 1 h 00 min old; fresh until 1 h 00 min");
        add("pack altered", "valid-with-receipt", "trust", "pack-altered", NOW, Light.AMBER,
                "the pack is not what the host published: get a new one, or call the host: "
                        + "the signature of the status list is wrong");
        add("pack from the future", "valid", "trust", "pack-ahead", NOW, Light.AMBER,
                "this clock or that of the host is wrong: set it, then check again: the pack was made 10 min from now");
        add("one witness of two", "valid", "trust", "pack-one-witness", NOW, Light.AMBER,
                "too few witnesses vouch for the register: call the host: 1 of 2; expected 2");
        add("receipt of the operator alone", "valid-with-uncosigned-receipt", "trust", "pack-without-issues", NOW,
                Light.AMBER, "too few witnesses vouch for the register: call the host: 0 of 2; expected 2");
        add("index beyond the list", "index-beyond-the-list", NOW, Light.AMBER,
                "the status list does not speak of it: call the host: it holds 5, this one has index 5");
        add("conditions elsewhere", "conditions-elsewhere", NOW, Light.AMBER,
                "its conditions do not stand on it: ask the host for them: their SHA-256 is "
                        + CONDITIONS.hex());
    }

    private void withdrawn() throws SealFault {
        add("revoked", "revoked", NOW, Light.RED, "the clearance was revoked");
        add("suspended", "suspended", NOW, Light.RED, "the clearance is suspended");
        add("replaced", "replaced", NOW, Light.RED, "a later clearance replaces this one");
        add("before its window", "valid", TestHost.FROM.minusSeconds(1), Light.RED,
                "it is not valid yet: from 1 Mar 2016 18:00:00Z; now is 1 Mar 2016 17:59:59Z",
                "this clock or that of the host is wrong: set it, then check again: the pack was made 5 min from now");
        add("after its window", "valid", TestHost.UNTIL, Light.RED,
                "it has expired: until 2 Mar 2016 04:00:00Z; now is 2 Mar 2016 04:00:00Z",
                "the pack is older than the host allows: call the host: 9 h 55 min old; fresh until 1 h 00 min");
        Claims lasting = TestHost.during(TestHost.claims(0), TestHost.ISSUED, TestHost.FROM,
                TestHost.FROM.plus(Duration.ofDays(9)));
        sign("lasting", lasting);
        add("pack days old", "lasting", "trust", "pack-without-issues", NOW.plus(Duration.ofDays(2)), Light.RED,
                "the pack is too old to check anything by: get a new one: 48 h 05 min old; at most 24 h 00 min",
                "nothing here proves that it is in the register: get a new pack or its receipt");
        add("exercise against real", "valid", "trust-real", "pack", NOW, Light.RED,
                "exercise and real clearances never mix: this is an exercise clearance, checked for a real flight");
        add("another host", "valid", "trust-of-another-host", "pack", NOW, Light.RED,
                "another host issued it: it is of IT, the trust file of MT");
    }

    private void broken(ClearanceToken valid) throws SealFault {
        String whole = valid.text();
        text("clearance/no-prefix.txt", whole.substring(4));
        add("no prefix", "no-prefix", NOW, Light.RED, "this is no clearance: a clearance begins with NA1:");
        text("clearance/lower-case.txt", "NA1:" + whole.substring(4).toLowerCase(Locale.ROOT));
        add("lower case", "lower-case", NOW, Light.RED, "the text holds characters that no clearance holds: "
                + notBase45(whole.substring(4).toLowerCase(Locale.ROOT)));
        text("clearance/cut-short.txt", whole.substring(0, 400));
        add("cut short", "cut-short", NOW, Light.RED,
                "the text ends before the clearance does: it was cut short or altered");
        byte[] altered = valid.message().encode();
        altered[200] ^= 1;
        text("clearance/one-bit-altered.txt", ClearanceToken.PREFIX + Base45.encode(altered));
        add("one bit altered", "one-bit-altered", NOW, Light.RED,
                "the signature is wrong: the clearance was altered, or somebody else signed it");
        byte[] longer = Arrays.copyOf(valid.message().encode(), valid.message().encode().length + 1);
        text("clearance/one-byte-more.txt", ClearanceToken.PREFIX + Base45.encode(longer));
        add("one byte more", "one-byte-more", NOW, Light.RED, "the text is not in the one form that a clearance has: "
                + "byte " + (longer.length - 1) + ": something follows the end of the value");
        add("receipt of another clearance", "receipt-of-another", NOW, Light.RED,
                "the receipt that it carries does not prove that it is in the register");
    }

    private void forged() throws SealFault {
        byte[] payload = ClaimsFormat.write(TestHost.claims(0));
        Cbor.Table none = new Cbor.Table(Map.of());
        CoseSign1 foreign = signed("strangers-key", none, payload, stranger);
        add("a stranger's key", "strangers-key", NOW, Light.RED, "no key of the trust file signed it: it names the key "
                + stranger.kid() + "; known are " + host.issuer.kid());
        Map<Cbor, Cbor> named = new LinkedHashMap<>(foreign.headers().entries());
        named.put(Cbor.of(4), Cbor.of(HexFormat.of().parseHex(host.issuer.kid())));
        write("strangers-key-under-the-hosts-name",
                new CoseSign1(new Cbor.Table(named), none, foreign.payload(), foreign.signature()));
        add("a stranger under the host's name", "strangers-key-under-the-hosts-name", NOW, Light.RED,
                "the signature is wrong: the clearance was altered, or somebody else signed it");
        named.put(Cbor.of(1), Cbor.of(-8));
        write("other-algorithm",
                new CoseSign1(new Cbor.Table(named), none, foreign.payload(), foreign.signature()));
        add("another algorithm", "other-algorithm", NOW, Light.RED,
                "it is not signed with ES256: it names algorithm -8; expected -7");
        signed("critical-header", new Cbor.Table(Map.of(Cbor.of(2), Cbor.array(Cbor.of(99)), Cbor.of(99),
                Cbor.of("x"))), payload, host.issuer);
        add("a critical header", "critical-header", NOW, Light.RED,
                "it says something that this verifier does not know: it holds header 2");
        Map<Cbor, Cbor> more = new LinkedHashMap<>(((Cbor.Table) Cbor.decode(payload)).entries());
        more.put(Cbor.of("only-if"), Cbor.of("the moon is full"));
        signed("unknown-claim", none, new Cbor.Table(more).encode(), host.issuer);
        add("an unknown claim", "unknown-claim", NOW, Light.RED,
                "it says something that this verifier does not know: it holds claim `only-if`");
        sign("stolen-key", TestHost.claims(0));
        add("a stolen key", "stolen-key", NOW, Light.RED,
                "the register did not hold it, though it says that it was issued before: "
                        + "issued at 29 Feb 2016 16:20:00Z, the pack was made at 1 Mar 2016 18:05:00Z");
        sign("newer-than-the-pack",
                TestHost.during(TestHost.claims(0), TestHost.PACKED.plusSeconds(60), TestHost.FROM, TestHost.UNTIL));
        add("newer than the pack", "newer-than-the-pack", NOW, Light.AMBER,
                "nothing here proves that it is in the register: get a new pack or its receipt");
    }

    private static String notBase45(String text) {
        int at = 0;
        while (Character.toUpperCase(text.charAt(at)) == text.charAt(at)) {
            at++;
        }
        return "behind NA1:, character " + (at + 1) + ": `" + text.charAt(at) + "` is not a character of base45";
    }

    void add(String name, String token, Instant at, Light light, String... says) {
        add(name, token, "trust", "pack", at, light, says);
    }

    void add(String name, String token, String trust, @Nullable String pack,
            Instant at, Light light, String... says) {
        cases.add(new Case(name, token + ".txt", trust + ".json", Optional.ofNullable(pack).map(p -> p + ".json"), at,
                light, List.of(says)));
    }

    // Files

    private void readable(ClearanceToken valid) throws SealFault {
        byte[] payload = ClaimsFormat.write(valid.claims());
        text("clearance/valid.payload.hex", HexFormat.of().formatHex(payload) + "\n");
        text("clearance/valid.payload.diag", Diagnostic.of(Cbor.decode(payload), "") + "\n");
        text("clearance/valid.message.hex", HexFormat.of().formatHex(valid.message().encode()) + "\n");
        text("clearance/valid.entry.json",
                new String(IssueEntry.bytes(valid.digest()), StandardCharsets.UTF_8));
        text("clearance/valid.leaf.hex", IssueEntry.leaf(valid.digest()).hex() + "\n");
    }

    private void register(MemoryLog log, String folder) {
        long size = log.entries.size();
        publish(log, folder, "checkpoint");
        for (int level = -1; TilePath.hashesAt(Math.max(level, 0), size) > 0; level++) {
            long hashes = TilePath.hashesAt(Math.max(level, 0), size);
            for (long first = 0; first < hashes; first += TilePath.FULL) {
                publish(log, folder, new TilePath(level, first / TilePath.FULL,
                        (int) Math.min(TilePath.FULL, hashes - first)).toString());
            }
        }
    }

    private void publish(MemoryLog log, String folder, String path) {
        files.put(folder + "/" + path, log.read(path).orElseThrow());
    }

    /** Five entries, of which one was altered after the checkpoint was signed. */
    private void brokenRegister() {
        TestHost other = new TestHost(host.issuer, host.register, List.of());
        for (int i = 0; i < 5; i++) {
            other.enter(("entry " + i).getBytes(StandardCharsets.UTF_8));
        }
        other.log.entries.set(3, "entry x".getBytes(StandardCharsets.UTF_8));
        register(other.log, "register/altered");
    }

    private void write(String name, CoseSign1 message) {
        text("clearance/" + name + ".txt", ClearanceToken.PREFIX + Base45.encode(message.encode()));
    }

    void text(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** One case a line, so that a change shows as one. */
    private byte[] pretty() {
        return lines(cases.stream().map(Case::toMap).toList());
    }

    static byte[] lines(List<Map<String, Object>> maps) {
        return maps.stream().map(CanonicalJson::text)
                .collect(Collectors.joining(",\n", "[\n", "\n]\n")).getBytes(StandardCharsets.UTF_8);
    }

    static void write(Vectors vectors) throws IOException {
        for (Map.Entry<String, byte[]> file : vectors.files.entrySet()) {
            Path path = FOLDER.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
