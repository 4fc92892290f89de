package nullaosta.witness;

import java.util.List;
import nullaosta.seal.SignedNote;

/** What a witness says to a checkpoint (C2SP tlog-witness, "add-checkpoint"). */
public sealed interface WitnessAnswer {

    /** It saw the checkpoint and that it continues what it saw before. */
    record Cosigned(List<SignedNote.Line> lines) implements WitnessAnswer {
        public Cosigned {
            lines = List.copyOf(lines);
        }
    }

    /** It saw another size last than the one the proof starts from. */
    record SawLast(long size) implements WitnessAnswer {}

    /** It saw another history, or does not know this register: nothing that asking again would mend. */
    record Refused(int status, String words) implements WitnessAnswer {}

    /** No answer, or none that could be read. */
    record Silent(String why) implements WitnessAnswer {}
}
