package nullaosta.seal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/** What a policy has defined so far; each name and each key once, each name in one group at most. */
final class PolicyNames {

    private final Set<String> defined = new HashSet<>();
    private final Map<String, String> groupOf = new HashMap<>();
    private final Set<String> logKeys = new HashSet<>();
    private final Set<String> witnessKeys = new HashSet<>();

    void log(WitnessPolicy.Log log) throws SealFault {
        if (!logKeys.add(HexFormat.of().formatHex(log.verifier().point()))) {
            throw new SealFault("the key of the register `" + log.verifier().name() + "` stands there twice");
        }
    }

    void witness(WitnessPolicy.Witness witness) throws SealFault {
        define(witness.name());
        if (!witnessKeys.add(HexFormat.of().formatHex(witness.verifier().point()))) {
            throw new SealFault("the key of the witness `" + witness.name() + "` stands there twice");
        }
    }

    void group(WitnessPolicy.Group group) throws SealFault {
        int members = group.members().size();
        if (members == 0) {
            throw new SealFault("the group `" + group.name() + "` has no member");
        }
        if (group.threshold() < 1 || group.threshold() > members) {
            throw new SealFault("the group `" + group.name() + "` asks for " + group.threshold() + " of its " + members
                    + "; expected any, all or a number from 1 to " + members);
        }
        for (String member : group.members()) {
            known(member);
            String other = groupOf.put(member, group.name());
            if (other != null) {
                throw new SealFault("`" + member + "` is a member of `" + other + "` already; expected it in one "
                        + "group, once");
            }
        }
        define(group.name());
    }

    void quorum(String name) throws SealFault {
        if (!name.equals(WitnessPolicy.NONE)) {
            known(name);
        }
    }

    private void define(String name) throws SealFault {
        if (name.isEmpty() || name.startsWith("#") || name.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
            throw new SealFault("`" + name + "` cannot name a witness or a group");
        }
        if (name.equals(WitnessPolicy.NONE)) {
            throw new SealFault("`none` is kept for a quorum that asks for nobody; choose another name");
        }
        if (!defined.add(name)) {
            throw new SealFault("the name `" + name + "` is taken; expected one that no line before has");
        }
    }

    private void known(String name) throws SealFault {
        if (!defined.contains(name)) {
            throw new SealFault("found the name `" + NoteVerifier.cut(name)
                    + "`; expected a witness or group of a line before");
        }
    }
}
