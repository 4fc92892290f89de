package nullaosta.gate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nullaosta.clearance.token.Light;
import nullaosta.seal.SealFault;

/**
 * One check, or what was said after it, as a device wrote it down; {@code docs/reference/gate.md}. Everything in it is the
 * device's word, its time included.
 *
 * @param device id of who signed it
 * @param number from 1, without gaps
 * @param previous digest of the record before; zeroes for the first
 * @param at by the device's clock
 * @param who said to have looked
 * @param paper SHA-256 of the text that was scanned
 * @param clearance its number; empty where no trusted key signed the paper
 * @param token the paper's digest as the register knows it; empty like {@code clearance}
 * @param reasons codes of {@code docs/reference/token.md}, and {@code used-here}
 * @param packAgeSeconds empty where no pack could be looked at
 * @param compared what stood on the apron against the paper: {@code same} or {@code different}
 * @param words why it was stopped, or who was called
 * @param aircraft tails of those that stood there, where the paper names several
 */
public record GateCheck(String device, long number, String previous, Instant at, String who, String paper,
        Optional<String> clearance, Optional<String> token, Light light, List<String> reasons,
        Optional<Long> packAgeSeconds, Map<String, String> compared, Call call, String words,
        Optional<List<String>> aircraft) {

    /** Most bytes of a record. */
    public static final int LARGEST = 8_000;

    /** What was said to the crew. */
    public enum Call {
        /** It was looked at, no more. */
        NONE,
        RELEASE,
        STOP
    }

    public GateCheck {
        reasons = List.copyOf(reasons);
        compared = Map.copyOf(compared);
        aircraft = aircraft.map(List::copyOf);
    }

    /** Whether it let the aircraft go. */
    public boolean releases() {
        return call == Call.RELEASE;
    }

    /** Reads a record in its one spelling, canonical JSON (RFC 8785). */
    public static GateCheck read(String record) throws SealFault {
        byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LARGEST) {
            throw new SealFault("a record of " + bytes.length + " bytes; expected at most " + LARGEST);
        }
        RecordFields fields = RecordFields.of(bytes);
        fields.exactly("kind", "GateCheck");
        fields.exactly("v", 1L);
        GateCheck check = new GateCheck(fields.digest("device"), fields.number("number", 1), fields.digest("previous"),
                fields.instant("at"), fields.text("who", 60), fields.digest("paper"),
                fields.has("clearance") ? Optional.of(fields.text("clearance", 50)) : Optional.empty(),
                fields.has("token") ? Optional.of(fields.digest("token")) : Optional.empty(),
                fields.word("light", Light.class), fields.codes("reasons"),
                fields.has("packAgeSeconds") ? Optional.of(fields.number("packAgeSeconds", 0)) : Optional.empty(),
                fields.compared("compared"), fields.word("call", Call.class), fields.text("words", 300),
                fields.has("aircraft") ? Optional.of(fields.tails("aircraft")) : Optional.empty());
        check.mustMakeSense();
        return check;
    }

    private void mustMakeSense() throws SealFault {
        if (clearance.isPresent() != token.isPresent()) {
            throw new SealFault("`clearance` and `token` stand together or not at all");
        }
        if (releases() && (light == Light.RED || token.isEmpty())) {
            throw new SealFault("a release on " + (token.isEmpty() ? "no clearance" : "a red light")
                    + "; expected one on a green or amber light");
        }
        if (releases() && compared.containsValue("different")) {
            throw new SealFault("a release of an aircraft that differs from the paper");
        }
        Set<String> left = new TreeSet<>(RecordFields.COMPARED);
        left.removeAll(compared.keySet());
        if (releases() && !left.isEmpty()) {
            throw new SealFault("a release without comparing " + String.join(", ", left));
        }
        if (call != Call.NONE && who.isBlank()) {
            throw new SealFault("/who: found nothing; expected who said " + call);
        }
        if (call == Call.STOP && words.isBlank() || releases() && light == Light.AMBER && words.isBlank()) {
            throw new SealFault("/words: found nothing; expected why it was stopped, or who was called");
        }
    }

    static String words(Enum<?>[] constants) {
        return String.join(", ", Arrays.stream(constants).map(Enum::name).toList());
    }
}
