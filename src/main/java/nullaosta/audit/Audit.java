package nullaosta.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nullaosta.audit.Finding.Weight;
import nullaosta.clearance.token.ClearanceToken;
import nullaosta.disclosure.DisclosurePackage;
import nullaosta.disclosure.PackageCheck;
import nullaosta.register.proof.Checkpoint;
import nullaosta.seal.IssuerPublicKey;
import nullaosta.seal.NoteVerifier;
import nullaosta.seal.SealFault;

/**
 * Holds a whole register, verified before, against the cases that the server lists and discloses. What it looks for is
 * what whoever runs the server could do: leave a case out, show another history of it, list it otherwise than its entries
 * say, decide in an officer's name, or issue a clearance that no case shows.
 */
public final class Audit {

    private final NoteVerifier register;
    private final Optional<IssuerPublicKey> appointing;
    private final RegisterContents contents;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, String> tokens = new HashMap<>();
    private long entries;

    /**
     * @param appointing the appointing authority's key; empty where the auditor does not have it
     * @param contents of the register, all of it
     */
    public Audit(NoteVerifier register, Optional<IssuerPublicKey> appointing, RegisterContents contents) {
        this.register = register;
        this.appointing = appointing;
        this.contents = contents;
    }

    /** Takes a case that the server lists, with what it disclosed of it. */
    public void take(Listed listed, DisclosurePackage disclosure) {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.open(disclosure.checkpoint().getBytes(StandardCharsets.UTF_8), register);
        } catch (SealFault e) {
            found(Weight.CONTRADICTION, listed.number(), String.valueOf(e.getMessage()));
            return;
        }
        if (!contents.root(checkpoint.size()).equals(Optional.of(checkpoint.root()))) {
            found(Weight.CONTRADICTION, listed.number(),
                    "was disclosed under another history than the register's, or under a later one");
            return;
        }
        switch (PackageCheck.check(disclosure, checkpoint)) {
            case PackageCheck.Broken(String where, String what) -> found(Weight.CONTRADICTION, listed.number(),
                    where + ": " + what);
            case PackageCheck.Sound sound -> take(listed, disclosure, sound, checkpoint.size());
        }
    }

    private void take(Listed listed, DisclosurePackage disclosure, PackageCheck.Sound sound, long size) {
        entries += sound.entries().size();
        String pseudonym = sound.entries().getFirst().envelope().pseudonym();
        if (!seen.add(pseudonym)) {
            found(Weight.CONTRADICTION, listed.number(), "is listed under a second number");
        }
        int registered = contents.cases(size).getOrDefault(pseudonym, 0);
        if (registered > sound.entries().size()) {
            found(Weight.CONTRADICTION, listed.number(), "the register holds " + registered
                    + " of its entries, and " + sound.entries().size() + " were shown");
        }
        findings.addAll(CaseAudit.of(listed, disclosure, sound, register.name(), appointing));
        CaseAudit.tokens(sound).forEach((number, text) -> token(listed, number, text));
    }

    private void token(Listed listed, int entry, String text) {
        if (ClearanceToken.read(text) instanceof ClearanceToken.Reading.Sound(ClearanceToken token)) {
            tokens.put(token.digest().hex(), listed.number());
            if (!contents.issues().containsKey(token.digest().hex())) {
                found(Weight.CONTRADICTION, listed.number(),
                        "entry " + entry + " shows a clearance whose issue the register does not hold");
            }
        } else {
            found(Weight.CONTRADICTION, listed.number(), "entry " + entry + " shows a clearance that cannot be read");
        }
    }

    /**
     * What is left when every listed case was taken.
     *
     * @param size of the register before the cases were listed: what came later may be in no list yet
     */
    public AuditReport close(long size) {
        contents.cases(size).forEach((pseudonym, count) -> {
            if (!seen.contains(pseudonym)) {
                found(Weight.CONTRADICTION, "the register", count
                        + (count == 1 ? " entry" : " entries") + " of the case " + pseudonym
                        + ", which the server does not list");
            }
        });
        contents.issues().forEach((digest, index) -> {
            if (index < size && !tokens.containsKey(digest)) {
                found(Weight.CONTRADICTION, "the register",
                        "entry " + index + " is the issue of a clearance that no case shows");
            }
        });
        return new AuditReport(seen.size(), entries, contents.issues().size(), contents.negotiations(),
                contents.other(), findings);
    }

    private void found(Weight weight, String where, String words) {
        findings.add(new Finding(weight, where, words));
    }
}
