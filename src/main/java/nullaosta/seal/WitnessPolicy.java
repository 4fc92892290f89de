package nullaosta.seal;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which register a reader follows and which of its witnesses must have cosigned a checkpoint (C2SP tlog-policy).
 *
 * @param groups in their order; one names only witnesses and groups before it
 * @param quorum the witness or group that must have cosigned; {@link #NONE} asks for nobody
 */
public record WitnessPolicy(List<Log> logs, List<Witness> witnesses, List<Group> groups, String quorum) {

    /** The quorum that asks for no cosignature. */
    public static final String NONE = "none";

    /** @param url where the register is published; nothing here looks at it */
    public record Log(NoteVerifier verifier, Optional<URI> url) {}

    /**
     * @param name within the policy; its key has a name of its own
     * @param url the prefix that checkpoints are sent to (C2SP tlog-witness)
     */
    public record Witness(String name, WitnessVerifier verifier, Optional<URI> url) {}

    /** Has seen a checkpoint when so many of its members have. */
    public record Group(String name, int threshold, List<String> members) {

        public Group {
            members = List.copyOf(members);
        }
    }

    /** @throws IllegalArgumentException for a policy that no reader would take: {@link #parse} says which and why */
    public WitnessPolicy {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
        groups = List.copyOf(groups);
        try {
            PolicyNames names = new PolicyNames();
            for (Log log : logs) {
                names.log(log);
            }
            for (Witness witness : witnesses) {
                names.witness(witness);
            }
            for (Group group : groups) {
                names.group(group);
            }
            names.quorum(quorum);
        } catch (SealFault e) {
            throw new IllegalArgumentException("no policy: " + e.getMessage(), e);
        }
    }

    /** So many of the witnesses, whichever; 0 asks for nobody. */
    public static WitnessPolicy of(Log log, List<Witness> witnesses, int threshold) {
        List<String> names = witnesses.stream().map(Witness::name).toList();
        return threshold == 0
                ? new WitnessPolicy(List.of(log), witnesses, List.of(), NONE)
                : new WitnessPolicy(List.of(log), witnesses, List.of(new Group("quorum", threshold, names)), "quorum");
    }

    /** Reads a policy file; a fault names its line. */
    public static WitnessPolicy parse(String text) throws SealFault {
        return PolicyReader.read(text);
    }

    /** The one register that the policy is of. */
    public NoteVerifier log() throws SealFault {
        if (logs.size() != 1) {
            throw new SealFault("the policy names " + logs.size() + " registers; expected one `log` line");
        }
        return logs.getFirst().verifier();
    }

    /** Whether enough witnesses cosigned. The register's own signature is another question. */
    public boolean satisfied(SignedNote note) {
        Set<String> seen = new HashSet<>(cosigners(note));
        for (Group group : groups) {
            if (group.members().stream().filter(seen::contains).count() >= group.threshold()) {
                seen.add(group.name());
            }
        }
        return quorum.equals(NONE) || seen.contains(quorum);
    }

    /** Names of the witnesses that cosigned the note, in the policy's order. */
    public List<String> cosigners(SignedNote note) {
        return witnesses.stream().filter(it -> it.verifier().cosignedAt(note).isPresent()).map(Witness::name).toList();
    }

    /** The policy as a file; {@link #parse} reads it back. */
    public String text() {
        List<String> lines = new ArrayList<>();
        logs.forEach(log -> lines.add("log " + log.verifier().vkey() + suffix(log.url())));
        witnesses.forEach(it -> lines.add("witness " + it.name() + " " + it.verifier().vkey() + suffix(it.url())));
        groups.forEach(it -> lines.add("group " + it.name() + " " + it.threshold() + " "
                + String.join(" ", it.members())));
        lines.add("quorum " + quorum);
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static String suffix(Optional<URI> url) {
        return url.map(it -> " " + it).orElse("");
    }
}
