package nullaosta.clearance.token;

import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.clearance.token.Claims.Airframe;
import nullaosta.clearance.token.Claims.Leg;
import nullaosta.seal.Cbor;
import nullaosta.seal.SealFault;

/** Clearances of several aircraft and legs, and what another reader might take for such. */
final class CompanyVectors {

    private static final String FORM = "the text is not in the one form that a clearance has: ";
    /** Of the register as it was some entries later. */
    private static final String PACK = "pack-of-several";

    private static final Airframe SPARE = new Airframe("MQ-9", "06-4118", Optional.of("ae5a2d"), "DARKSTR1");
    private static final Airframe OTHER_SPARE = new Airframe("MQ-1", "05-3121", Optional.empty(), "DARKSTR7");
    private static final Airframe WING = new Airframe("MQ-9", "06-4119", Optional.of("ae5a2e"), "DARKSTR2");
    private static final List<Leg> LEGS = List.of(
            new Leg("SIGONELLA", "HLLB", Optional.of("DODUS"), Optional.empty(),
                    Optional.of(Instant.parse("2016-03-01T18:30:00Z")),
                    Optional.of(Instant.parse("2016-03-01T21:00:00Z"))),
            new Leg("HLLB", "SIGONELLA", Optional.empty(), Optional.of("DODUS"), Optional.empty(), Optional.empty()));

    private final Vectors vectors;

    CompanyVectors(Vectors vectors) {
        this.vectors = vectors;
    }

    void all() throws SealFault {
        List<ClearanceToken> issued = List.of(holds("with-spares", List.of(), List.of(SPARE, OTHER_SPARE), List.of()),
                holds("formation", List.of(WING), List.of(), List.of()),
                holds("two-legs", List.of(), List.of(), LEGS),
                holds("formation-with-spare-and-legs", List.of(WING), List.of(SPARE), LEGS));
        issued.forEach(vectors.host::register);
        vectors.files.put("clearance/" + PACK + ".json", vectors.host.pack(TestHost.PACKED,
                vectors.statusList("pack", TestHost.PACKED), 2, issued.toArray(ClearanceToken[]::new)).bytes());
        Cbor wing = table(3, Cbor.of("06-4119"));
        bent("no-spare-in-the-list", 17, new Cbor.Array(List.of()), "field 17 is no list of 1 to 8 aircraft");
        bent("nine-spares", 17, new Cbor.Array(Collections.nCopies(9, wing)),
                "field 17 is no list of 1 to 8 aircraft");
        bent("formation-of-thirteen", 16, new Cbor.Array(Collections.nCopies(12, wing)),
                "field 16 is no list of 1 to 11 aircraft");
        bent("formation-that-is-no-list", 16, wing, "field 16 is no list of 1 to 11 aircraft");
        bent("spare-without-a-tail", 17, Cbor.array(table(2, Cbor.of("MQ-1"))),
                "field 17, field 3 is no text of 1 to 60 characters");
        bent("spare-that-is-a-text", 17, Cbor.array(Cbor.of("06-4118")), "an item of field 17 is not a map");
        bent("spare-with-a-short-address", 17,
                Cbor.array(table(3, Cbor.of("06-4118"), 4, Cbor.of(HexFormat.of().parseHex("ae5a")))),
                "field 17, field 4 has 2 bytes; expected 3");
        bent("one-leg-in-the-list", 18, Cbor.array(table(1, Cbor.of("SIGONELLA"), 2, Cbor.of("HLLB"))),
                "field 18 is no list of 2 to 16 legs");
        bent("leg-without-an-end", 18,
                Cbor.array(table(1, Cbor.of("SIGONELLA"), 2, Cbor.of("HLLB")), table(1, Cbor.of("HLLB"))),
                "field 18, field 2 is no text of 1 to 60 characters");
        bent("leg-at-no-time", 18, Cbor.array(table(1, Cbor.of("SIGONELLA"), 2, Cbor.of("HLLB"), 5, Cbor.of(-1)),
                table(1, Cbor.of("HLLB"), 2, Cbor.of("SIGONELLA"))),
                "field 18, field 5 is no instant in seconds since 1970");
        red("spare-on-a-condition", 17, Cbor.array(table(3, Cbor.of("06-4118"), 9, Cbor.of("by day"))),
                "it says something that this verifier does not know: it holds field 17, field 9");
    }

    private ClearanceToken holds(String name, List<Airframe> formation, List<Airframe> spares, List<Leg> legs)
            throws SealFault {
        vectors.add(name.replace('-', ' '), name, "trust", PACK, TestHost.NOW, Light.GREEN);
        return vectors.sign(name, TestHost.with(TestHost.claims(0), formation, spares, legs));
    }

    private void bent(String name, long field, Cbor value, String words) throws SealFault {
        red(name, field, value, FORM + words);
    }

    /** Signed by the host's own key, so that only the form is at fault. */
    private void red(String name, long field, Cbor value, String words) throws SealFault {
        Cbor.Table claims = (Cbor.Table) Cbor.decode(ClaimsFormat.write(TestHost.claims(0)));
        Map<Cbor, Cbor> map = new LinkedHashMap<>(claims.entries());
        Cbor label = Cbor.of(ClaimsFormat.PERMITTED);
        Map<Cbor, Cbor> permitted = new LinkedHashMap<>(
                ClaimsFormat.table(claims.get(ClaimsFormat.PERMITTED), "permitted").entries());
        permitted.put(Cbor.of(field), value);
        map.put(label, new Cbor.Table(permitted));
        vectors.signed(name, new Cbor.Table(Map.of()), new Cbor.Table(map).encode(), vectors.host.issuer);
        vectors.add(name.replace('-', ' '), name, TestHost.NOW, Light.RED, words);
    }

    private static Cbor table(Object... pairs) {
        Map<Cbor, Cbor> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(Cbor.of(((Integer) pairs[i]).longValue()), (Cbor) pairs[i + 1]);
        }
        return new Cbor.Table(map);
    }
}
