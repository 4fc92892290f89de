package nullaosta.appointment;

import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import nullaosta.seal.IssuerKey;
import nullaosta.seal.IssuerPublicKey;
import nullaosta.seal.SealFault;

/** What the appointing authority did, under its signature. */
public sealed interface Act {

    byte[] signature();

    /** What is signed. */
    byte[] signed();

    /** An officer's key holds for an office. */
    record Appointed(Appointment appointment, byte[] signature) implements Act {
        public Appointed {
            signature = signature.clone();
        }

        @Override
        public byte[] signature() {
            return signature.clone();
        }

        @Override
        public byte[] signed() {
            return appointment.bytes();
        }
    }

    /**
     * A key holds no longer: its officer has left, or it was lost.
     *
     * @param from nothing that it signs at or after this counts
     */
    record Ended(String kid, Instant from, String reason, byte[] signature) implements Act {
        public Ended {
            signature = signature.clone();
        }

        @Override
        public byte[] signature() {
            return signature.clone();
        }

        @Override
        public byte[] signed() {
            return CanonicalJson.bytes(ended(kid, from, reason));
        }
    }

    static Act appoint(Appointment appointment, IssuerKey authority) {
        return new Appointed(appointment, authority.sign(appointment.bytes()));
    }

    static Act end(String kid, Instant from, String reason, IssuerKey authority) {
        return new Ended(kid, from, reason, authority.sign(CanonicalJson.bytes(ended(kid, from, reason))));
    }

    private static Map<String, Object> ended(String kid, Instant from, String reason) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("v", 1);
        json.put("kind", "AppointmentEnded");
        json.put("key", kid);
        json.put("from", from.toString());
        json.put("reason", reason);
        return json;
    }

    default boolean signedBy(IssuerPublicKey authority) {
        return authority.verify(signed(), signature());
    }

    /** The document as it is handed in and kept: canonical JSON. */
    default byte[] document() {
        Map<String, Object> json = new LinkedHashMap<>();
        switch (this) {
            case Appointed appointed -> json.put("appointment", appointed.appointment().toMap());
            case Ended ended -> json.put("ended", ended(ended.kid(), ended.from(), ended.reason()));
        }
        json.put("signature", Base64.getEncoder().encodeToString(signature()));
        return CanonicalJson.bytes(json);
    }

    /**
     * What the register holds of it. The digest covers a signature, which nobody can guess, so it gives nothing away.
     */
    default byte[] registered() {
        return CanonicalJson.bytes(Map.of("v", 1, "kind", "Appointment", "act", Digest.of(document()).hex()));
    }

    static Act parse(byte[] document) throws SealFault {
        Parts parts = Parts.read(document, "act", Set.of("appointment", "ended", "signature"));
        byte[] signature;
        try {
            signature = Base64.getDecoder().decode(parts.text("signature"));
        } catch (IllegalArgumentException e) {
            throw new SealFault("act: `signature` is not base64");
        }
        if (parts.json().containsKey("appointment") == parts.json().containsKey("ended")) {
            throw new SealFault("act: expected one of `appointment` and `ended`");
        }
        if (parts.json().containsKey("appointment")) {
            return new Appointed(Appointment.of(parts.object("appointment")), signature);
        }
        Parts ended = new Parts(parts.object("ended"), "ended", Set.of("v", "kind", "key", "from", "reason"));
        return new Ended(ended.text("key"), ended.instant("from"), ended.text("reason"), signature);
    }
}
