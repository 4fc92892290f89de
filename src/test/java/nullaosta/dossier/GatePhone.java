package nullaosta.dossier;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nullaosta.gate.Device;
import nullaosta.gate.GateCheck;
import nullaosta.gate.SignedCheck;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import nullaosta.seal.IssuerKey;
import nullaosta.seal.SealFault;

/** A phone with a key and a chain of its own. */
public final class GatePhone {
    final IssuerKey key = IssuerKey.generate(new SecureRandom());
    public final String id = Digest.of(Base64.getDecoder().decode(key.publicKey().spki())).hex();
    public final List<SignedCheck> records = new ArrayList<>();
    /** What its next record names as the one before. */
    public String head = "0".repeat(64);

    public Device device(String base) throws SealFault {
        return Device.of(key.publicKey().spki(), base, "Gate 1");
    }

    public SignedCheck add(Dossier dossier, Instant at, GateCheck.Call call) throws SealFault {
        SignedCheck signed = signed(content(dossier, at, call));
        records.add(signed);
        head = signed.digest().hex();
        return signed;
    }

    /** A look at a paper of the clearance, on an enrolled device of Sigonella. */
    static Command.EnterGateCheck looked(String clearance, Instant at) {
        try {
            GatePhone phone = new GatePhone();
            return new Command.EnterGateCheck(phone.signed(phone.content(clearance, at, GateCheck.Call.NONE)),
                    phone.device("SIGONELLA"));
        } catch (SealFault e) {
            throw new AssertionError(e);
        }
    }

    Map<String, Object> content(Dossier dossier, Instant at, GateCheck.Call call) {
        return content(dossier.clearance().orElseThrow().clearance().number(), at, call);
    }

    private Map<String, Object> content(String clearance, Instant at, GateCheck.Call call) {
        return new LinkedHashMap<>(Map.ofEntries(Map.entry("v", 1), Map.entry("kind", "GateCheck"),
                Map.entry("device", id), Map.entry("number", records.size() + 1), Map.entry("previous", head),
                Map.entry("at", at.toString()), Map.entry("who", "Cpl Neri"), Map.entry("paper", "cd".repeat(32)),
                Map.entry("clearance", clearance),
                Map.entry("token", "ab".repeat(32)), Map.entry("light", "GREEN"), Map.entry("reasons", List.of()),
                Map.entry("packAgeSeconds", 600),
                Map.entry("compared", Map.of("tail", "same", "type", "same", "armed", "same", "callSign", "same",
                        "base", "same", "states", "same")),
                Map.entry("call", call.name()),
                Map.entry("words", call == GateCheck.Call.STOP ? "a fuel leak" : "")));
    }

    SignedCheck signed(Map<String, Object> content) throws SealFault {
        byte[] bytes = CanonicalJson.bytes(content);
        return SignedCheck.read(new String(bytes, StandardCharsets.UTF_8),
                Base64.getEncoder().encodeToString(key.sign(bytes)));
    }
}
