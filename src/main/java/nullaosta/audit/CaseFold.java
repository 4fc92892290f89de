package nullaosta.audit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import nullaosta.disclosure.PackageCheck;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import org.jspecify.annotations.Nullable;

/**
 * What a case's entries come to, made again from what they say. It shares nothing with the code that made them: an error
 * there would otherwise confirm itself.
 */
final class CaseFold {

    private static final String ASSESSMENT = "/entry/assessment";

    private String outcome = "NOT_ASSESSED";
    private Optional<String> clearance = Optional.empty();
    private Optional<String> life = Optional.empty();

    private CaseFold() {
    }

    static CaseFold of(List<PackageCheck.Entry> entries) {
        CaseFold fold = new CaseFold();
        entries.forEach(fold::take);
        return fold;
    }

    String outcome() {
        return outcome;
    }

    Optional<String> clearance() {
        return clearance;
    }

    Optional<String> life() {
        return life;
    }

    private void take(PackageCheck.Entry entry) {
        switch (entry.kind()) {
            case "Assessed" -> outcome = text(entry, "/entry/outcome");
            case "ClearanceIssued" -> {
                clearance = Optional.of(text(entry, "/entry/clearance/number"));
                life = Optional.of("VALID");
            }
            case "ClearanceSuspended" -> life = Optional.of("SUSPENDED");
            case "ClearanceResumed" -> life = Optional.of("VALID");
            case "ClearanceRevoked" -> life = Optional.of("REVOKED");
            case "ClearanceReplaced" -> life = Optional.of("REPLACED");
            default -> {
            }
        }
    }

    /** Whether an assessment's findings are those that its digest was taken of. */
    static boolean digestHolds(PackageCheck.Entry assessed) {
        Map<String, @Nullable Object> findings = new TreeMap<>();
        assessed.opened().forEach((pointer, value) -> {
            if (pointer.startsWith(ASSESSMENT + "/")) {
                findings.put(pointer.substring(ASSESSMENT.length() + 1).replace("~1", "/").replace("~0", "~"), value);
            }
        });
        return Digest.of(CanonicalJson.bytes(findings)).hex().equals(text(assessed, "/entry/digest"));
    }

    static String text(PackageCheck.Entry entry, String pointer) {
        return Objects.toString(entry.opened().get(pointer), "");
    }
}
