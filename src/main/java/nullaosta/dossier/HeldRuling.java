package nullaosta.dossier;

import java.util.List;
import java.util.Optional;
import nullaosta.decision.Consultation;
import nullaosta.mission.ProtectedParty;
import nullaosta.mission.Ruling;
import nullaosta.mission.Statement;

/**
 * A ruling, with what was on file when it was made: it says which of the statements known then counts, and nothing of what
 * came later.
 *
 * @param statements how many there were, on whatever fact
 * @param parties numbers of the protected parties that stood
 * @param answered numbers of the consultations that were answered and not overtaken
 */
record HeldRuling(Ruling ruling, int statements, List<Integer> parties, List<Integer> answered) {

    HeldRuling {
        parties = List.copyOf(parties);
        answered = List.copyOf(answered);
    }

    static HeldRuling of(Ruling ruling, CaseFile file) {
        return new HeldRuling(ruling, file.statements().size(), parties(file), answered(file));
    }

    private static List<Integer> parties(CaseFile file) {
        return file.protectedParties().stream().map(ProtectedParty::number).toList();
    }

    private static List<Integer> answered(CaseFile file) {
        return file.consultations().stream().filter(it -> it.opinion().isPresent() && !it.overtaken())
                .map(Consultation::number).toList();
    }

    /** The statement that counts by it. */
    Optional<Statement> statement(List<Statement> said) {
        return said.stream().filter(it -> it.number() == ruling.statement()).findFirst();
    }

    /** The first statement that came after it and says otherwise. */
    Optional<Statement> against(List<Statement> said) {
        return said.stream().filter(it -> it.number() > statements
                && !statement(said).map(Statement::value).equals(Optional.of(it.value()))).findFirst();
    }

    /** Whether it was made against what the file itself says now, for the reasons that it says it for. */
    boolean against(String fileSays, CaseFile file) {
        return ruling.fileSaid().equals(Optional.of(fileSays)) && parties.equals(parties(file))
                && answered.equals(answered(file));
    }
}
