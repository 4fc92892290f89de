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
import nullaosta.seal.Digest;
import nullaosta.seal.IssuerPublicKey;
import nullaosta.seal.NoteVerifier;
import nullaosta.seal.SealFault;

/**
 * Holds a whole register, verified before, against the cases that the server lists and discloses. What it looks for is
 * what whoever runs the server could do: leave a case out, show another history of it, list it otherwise than its entries
 * say, decide in an officer's name, or issue a clearance that no case shows.
 */
public final class Audit {

    private static final String READER = "auditor";
    private static final String REGISTER = "the register";

    private final NoteVerifier register;
    private final Optional<IssuerPublicKey> appointing;
    private final RegisterContents contents;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final Set<String> actsShown = new HashSet<>();
    private final BlockLeave blocks = new BlockLeave();
    private final GateAudit gates;
    private final long horizon;
    private int devices;
    private long entries;

    /**
     * @param first      of the register as it was verified before anything was asked: what stands in it must be shown
     * @param appointing the appointing authority's key; empty where the auditor does not have it
     * @param contents of the register, all of it
     */
    public Audit(NoteVerifier register, Checkpoint first, Optional<IssuerPublicKey> appointing,
            RegisterContents contents) {
        this.register = register;
        this.horizon = first.size();
        this.appointing = appointing;
        this.contents = contents;
        this.gates = new GateAudit(contents, horizon);
        if (!contents.root(horizon).equals(Optional.of(first.root()))) {
            found(Weight.CONTRADICTION, REGISTER, "shows another history of its first " + horizon
                    + " entries than a moment ago");
        }
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
        if (!disclosure.number().equals(listed.number()) || !disclosure.reader().equals(READER)) {
            found(Weight.CONTRADICTION, listed.number(), "was answered with the case " + disclosure.number()
                    + " as the reader `" + disclosure.reader() + "` sees it");
            return;
        }
        if (checkpoint.size() < horizon) {
            found(Weight.CONTRADICTION, listed.number(), "was disclosed as of entry " + checkpoint.size()
                    + " of the register, which has " + horizon + ": what came since is kept back");
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
        deputies(listed.number(), sound.entries());
        disclosure.acts().forEach(act -> actsShown.add(Digest.of(act.act().document()).hex()));
        blocks.take(listed.number(), sound.entries());
        gates.take(listed.number(), sound.entries());
        if (sound.entries().getLast().opened().get("/entry/issued") instanceof List<?> issued) {
            long cleared = sound.entries().stream().filter(it -> it.envelope().kind().equals("ClearanceIssued"))
                    .count();
            if (issued.size() > cleared) {
                found(Weight.CONTRADICTION, listed.number(), "its erasure names " + issued.size()
                        + " clearances, and " + cleared + " were issued in it");
            } else {
                issued.forEach(digest -> tokens.put(String.valueOf(digest), listed.number()));
            }
        }
        CaseAudit.tokens(sound).forEach((number, text) -> token(listed, sound, number, text));
    }

    /** A case that could not be had is not a contradiction, and not proved either. */
    public void missed(String number, String why) {
        found(Weight.UNPROVEN, number, "could not be had: " + why);
    }

    /** Takes the devices of bases with all that they signed; after every case. */
    public void take(List<ShownDevice> shown) {
        devices = shown.size();
        findings.addAll(gates.against(shown));
    }

    private void token(Listed listed, PackageCheck.Sound sound, int entry, String text) {
        if (ClearanceToken.read(text) instanceof ClearanceToken.Reading.Sound(ClearanceToken token)) {
            tokens.put(token.digest().hex(), listed.number());
            CaseAudit.permits(sound, entry, token.claims()).ifPresent(what -> found(Weight.CONTRADICTION,
                    listed.number(), "entry " + entry + " shows a clearance of another " + what + " than the case's"));
            if (!contents.issues().containsKey(token.digest().hex())) {
                found(Weight.CONTRADICTION, listed.number(),
                        "entry " + entry + " shows a clearance whose issue the register does not hold");
            }
        } else {
            found(Weight.CONTRADICTION, listed.number(), "entry " + entry + " shows a clearance that cannot be read");
        }
    }

    /** A deputy signs only under an absence that the register held before. */
    private void deputies(String number, List<PackageCheck.Entry> entries) {
        for (PackageCheck.Entry entry : entries) {
            if (entry.opened().get("/entry/signature/inPlaceOf") instanceof Map<?, ?> away) {
                Long entered = contents.absences().get(String.valueOf(away.get("absence")));
                if (entered == null || entered > entry.index()) {
                    found(Weight.CONTRADICTION, number, "entry " + entry.envelope().number() + " is signed in place of "
                            + away.get("officer") + ", whose absence the register did not hold before it");
                }
            }
        }
    }

    /** What is left when every listed case was taken. */
    public AuditReport close() {
        contents.cases(horizon).forEach((pseudonym, count) -> {
            if (!seen.contains(pseudonym)) {
                found(Weight.CONTRADICTION, REGISTER, count + (count == 1 ? " entry" : " entries") + " of the case "
                        + pseudonym + ", which the server does not list");
            }
        });
        contents.issues().forEach((digest, index) -> {
            if (index < horizon && !tokens.containsKey(digest)) {
                found(Weight.CONTRADICTION, REGISTER,
                        "entry " + index + " is the issue of a clearance that no case shows");
            }
        });
        contents.acts().forEach((digest, index) -> {
            if (index < horizon && !seen.isEmpty() && !actsShown.contains(digest)) {
                found(Weight.CONTRADICTION, REGISTER, "entry " + index
                        + " is an act of the appointing authority that the server keeps back");
            }
        });
        blocks.findings().forEach(findings::add);
        if (contents.unknown() > 0) {
            found(Weight.UNPROVEN, REGISTER, contents.unknown()
                    + " entries of no form that is known here: of an earlier release, or put there for another use");
        }
        return new AuditReport(seen.size(), entries, contents.issues().size(), contents.negotiations(),
                contents.acts().size(), contents.lists(), devices, gates.signed(), findings);
    }

    private void found(Weight weight, String where, String words) {
        findings.add(new Finding(weight, where, words));
    }
}
