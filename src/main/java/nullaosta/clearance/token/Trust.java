package nullaosta.clearance.token;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.IssuerPublicKey;
import nullaosta.seal.NoteVerifier;
import nullaosta.seal.SealFault;
import nullaosta.seal.SignedNote;
import nullaosta.seal.WitnessVerifier;

/**
 * Whom a base believes: handed over in person or by another safe way, for everything else is checked by it.
 *
 * @param host ISO 3166 code, which each clearance repeats as its issuer
 * @param name of the host, as printed
 * @param exercise whether the base plays an exercise; exercise and real never mix
 * @param issuers public keys by kid
 * @param keyTimes when they may sign, by kid; a key without is always valid
 * @param register verifier key; its name is the register's origin
 * @param quorum how many of the witnesses must have cosigned a checkpoint; 0 trusts the operator alone
 * @param green age up to which a pack is fresh
 * @param amber age up to which a pack is still looked at
 * @param pack one that came along
 * @param appointing the key of the authority that appoints the host's officers; empty where it has none
 */
public record Trust(String host, String name, boolean exercise, Map<String, IssuerPublicKey> issuers,
        Map<String, KeyTime> keyTimes, NoteVerifier register, List<WitnessVerifier> witnesses, int quorum,
        Duration green, Duration amber,
        Optional<Pack> pack, Optional<IssuerPublicKey> appointing) {

    private static final int LARGEST = 64_000_000;
    private static final int MONTH_OF_MINUTES = 31 * 24 * 60;

    public Trust {
        issuers = Map.copyOf(issuers);
        keyTimes = Map.copyOf(keyTimes);
        if (!issuers.keySet().containsAll(keyTimes.keySet())) {
            throw new IllegalArgumentException("a time is given for a key that is not");
        }
        witnesses = List.copyOf(witnesses);
        if (quorum < 0 || quorum > witnesses.size()) {
            throw new IllegalArgumentException("a quorum of " + quorum + " among " + witnesses.size() + " witnesses");
        }
        if (witnesses.stream().map(WitnessVerifier::vkey).distinct().count() < witnesses.size()) {
            throw new IllegalArgumentException("a witness is listed twice");
        }
        if (amber.compareTo(green) < 0) {
            throw new IllegalArgumentException("a pack is amber after " + green + " until " + amber);
        }
    }

    /** Of a host that appoints nobody. */
    public Trust(String host, String name, boolean exercise, Map<String, IssuerPublicKey> issuers,
            Map<String, KeyTime> keyTimes, NoteVerifier register, List<WitnessVerifier> witnesses, int quorum,
            Duration green, Duration amber, Optional<Pack> pack) {
        this(host, name, exercise, issuers, keyTimes, register, witnesses, quorum, green, amber, pack,
                Optional.empty());
    }

    /** With keys that are always valid. */
    public Trust(String host, String name, boolean exercise, Map<String, IssuerPublicKey> issuers,
            NoteVerifier register, List<WitnessVerifier> witnesses, int quorum, Duration green, Duration amber,
            Optional<Pack> pack) {
        this(host, name, exercise, issuers, Map.of(), register, witnesses, quorum, green, amber, pack);
    }

    /** The same with the key that officers' appointments are verified by. */
    public Trust appointedBy(Optional<IssuerPublicKey> authority) {
        return new Trust(host, name, exercise, issuers, keyTimes, register, witnesses, quorum, green, amber, pack,
                authority);
    }

    /** The same without the pack that came along. */
    public Trust withoutPack() {
        return new Trust(host, name, exercise, issuers, keyTimes, register, witnesses, quorum, green, amber,
                Optional.empty(), appointing);
    }

    KeyTime keyTime(String kid) {
        return keyTimes.getOrDefault(kid, KeyTime.ALWAYS);
    }

    /** How many witnesses cosigned the note. */
    int vouching(SignedNote note) {
        return (int) witnesses.stream().filter(witness -> witness.cosignedAt(note).isPresent()).count();
    }

    public static Trust read(byte[] json) throws SealFault {
        Fields fields = Fields.document(json, LARGEST).only("host", "name", "dataMode", "issuerKeys", "register",
                "witnesses", "quorum", "packGreenMinutes", "packAmberMinutes", "pack", "appointingKey");
        List<WitnessVerifier> witnesses = witnesses(fields);
        Map<String, KeyTime> keyTimes = new LinkedHashMap<>();
        Map<String, IssuerPublicKey> issuers = issuers(fields, keyTimes);
        long green = fields.number("packGreenMinutes", 1, MONTH_OF_MINUTES);
        Optional<Fields> pack = fields.optional("pack");
        return new Trust(fields.text("host"), fields.text("name"),
                fields.oneOf("dataMode", List.of("REAL", "EXERCISE")).equals("EXERCISE"), issuers, keyTimes,
                register(fields.object("register")), witnesses,
                (int) fields.number("quorum", 0, witnesses.size()), Duration.ofMinutes(green),
                Duration.ofMinutes(fields.number("packAmberMinutes", green, MONTH_OF_MINUTES)),
                pack.isPresent() ? Optional.of(Pack.of(pack.get())) : Optional.empty(), appointing(fields));
    }

    private static Optional<IssuerPublicKey> appointing(Fields fields) throws SealFault {
        if (!fields.has("appointingKey")) {
            return Optional.empty();
        }
        try {
            return Optional.of(IssuerPublicKey.parse(fields.text("appointingKey")));
        } catch (SealFault e) {
            throw fields.in("appointingKey", e);
        }
    }

    private static Map<String, IssuerPublicKey> issuers(Fields fields, Map<String, KeyTime> times) throws SealFault {
        Map<String, IssuerPublicKey> issuers = new LinkedHashMap<>();
        for (Fields issuer : fields.objects("issuerKeys")) {
            issuer.only("kid", "spki", "notBefore", "notAfter");
            try {
                IssuerPublicKey key = IssuerPublicKey.parse(issuer.text("spki"));
                if (!key.kid().equals(issuer.text("kid"))) {
                    throw issuer.wrong("kid", "`" + key.kid() + "`, which follows from the key");
                }
                issuers.put(key.kid(), key);
                KeyTime time = time(issuer);
                if (!time.equals(KeyTime.ALWAYS)) {
                    times.put(key.kid(), time);
                }
            } catch (SealFault e) {
                throw issuer.in("spki", e);
            }
        }
        if (issuers.isEmpty()) {
            throw new SealFault("/issuerKeys: found none; expected at least one");
        }
        return issuers;
    }

    private static KeyTime time(Fields issuer) throws SealFault {
        Optional<Instant> from = issuer.has("notBefore") ? Optional.of(issuer.instant("notBefore")) : Optional.empty();
        Optional<Instant> until = issuer.has("notAfter") ? Optional.of(issuer.instant("notAfter")) : Optional.empty();
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            throw issuer.wrong("notAfter", "an instant from " + from.get() + " on");
        }
        return new KeyTime(from, until);
    }

    private Map<String, Object> keyMap(IssuerPublicKey key) {
        Map<String, Object> map = new LinkedHashMap<>(Map.of("kid", key.kid(), "spki", key.spki()));
        keyTime(key.kid()).notBefore().ifPresent(it -> map.put("notBefore", it.toString()));
        keyTime(key.kid()).notAfter().ifPresent(it -> map.put("notAfter", it.toString()));
        return map;
    }

    private static NoteVerifier register(Fields fields) throws SealFault {
        fields.only("origin", "key");
        NoteVerifier key;
        try {
            key = NoteVerifier.parse(fields.text("key"));
        } catch (SealFault e) {
            throw fields.in("key", e);
        }
        if (!key.name().equals(fields.text("origin"))) {
            throw fields.wrong("origin", "`" + key.name() + "`, the name of its key");
        }
        return key;
    }

    private static List<WitnessVerifier> witnesses(Fields fields) throws SealFault {
        List<WitnessVerifier> witnesses = new ArrayList<>();
        for (String vkey : fields.texts("witnesses")) {
            WitnessVerifier witness;
            try {
                witness = WitnessVerifier.parse(vkey);
            } catch (SealFault e) {
                throw new SealFault("/witnesses/" + witnesses.size() + ": " + e.getMessage());
            }
            if (witnesses.contains(witness)) {
                throw new SealFault("/witnesses/" + witnesses.size() + ": this witness stands there twice");
            }
            witnesses.add(witness);
        }
        return witnesses;
    }

    /** As JSON has it; {@link #read} reads it back. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("host", host);
        map.put("name", name);
        map.put("dataMode", exercise ? "EXERCISE" : "REAL");
        map.put("issuerKeys", new TreeMap<>(issuers).values().stream().map(this::keyMap).toList());
        map.put("register", Map.of("origin", register.name(), "key", register.vkey()));
        map.put("witnesses", witnesses.stream().map(WitnessVerifier::vkey).toList());
        map.put("quorum", quorum);
        map.put("packGreenMinutes", green.toMinutes());
        map.put("packAmberMinutes", amber.toMinutes());
        pack.ifPresent(one -> map.put("pack", one.toMap()));
        appointing.ifPresent(key -> map.put("appointingKey", key.spki()));
        return map;
    }

    public byte[] bytes() {
        return CanonicalJson.bytes(toMap());
    }
}
