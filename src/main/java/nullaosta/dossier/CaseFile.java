package nullaosta.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nullaosta.decision.Consultation;
import nullaosta.decision.Opinion;
import nullaosta.dossier.entry.Entry;
import nullaosta.mission.ProtectedParty;
import nullaosta.mission.Ruling;
import nullaosta.mission.Statement;

/**
 * What the host gathered on a case beside the mission.
 *
 * @param rulings in the order in which they were made; of two on a fact the later counts
 * @param consultations with those that an amendment has overtaken
 * @param protectedParties those that were entered and not struck out
 * @param partiesEntered how many were ever entered, so that a number is never given twice
 */
public record CaseFile(List<Statement> statements, List<HeldRuling> rulings, List<Consultation> consultations,
        List<ProtectedParty> protectedParties, int partiesEntered) {

    public static final CaseFile EMPTY = new CaseFile(List.of(), List.of(), List.of(), List.of(), 0);

    public CaseFile {
        statements = List.copyOf(statements);
        rulings = List.copyOf(rulings);
        consultations = List.copyOf(consultations);
        protectedParties = List.copyOf(protectedParties);
    }

    CaseFile with(Statement statement) {
        return new CaseFile(and(statements, statement), rulings, consultations, protectedParties, partiesEntered);
    }

    CaseFile with(Ruling ruling) {
        return new CaseFile(statements, and(rulings, HeldRuling.of(ruling, this)), consultations,
                protectedParties,
                partiesEntered);
    }

    /** The last ruling on a fact. */
    Optional<HeldRuling> ruling(String fact) {
        return rulings.stream().filter(held -> held.ruling().fact().equals(fact)).reduce((earlier, later) -> later);
    }

    /** The statement on a fact that counts by a ruling, as long as no later one says otherwise. */
    public Optional<Statement> ruled(String fact) {
        List<Statement> said = said(fact);
        return ruling(fact).filter(held -> held.against(said).isEmpty()).flatMap(held -> held.statement(said));
    }

    List<Statement> said(String fact) {
        return statements.stream().filter(it -> it.fact().equals(fact)).toList();
    }

    CaseFile asked(Consultation consultation) {
        return consulted(and(consultations, consultation));
    }

    CaseFile answered(int consultation, Opinion opinion) {
        return consulted(consultations.stream().map(it -> it.number() == consultation ? it.answered(opinion) : it)
                .toList());
    }

    CaseFile silent(Entry.OfficeSilent entry) {
        return consulted(consultations.stream()
                .map(it -> it.number() == entry.consultation()
                        ? it.answered(it.silent(entry.rule()))
                        : it)
                .toList());
    }

    /** What offices said was said of another flight. */
    CaseFile overtaken() {
        return consulted(consultations.stream().map(Consultation::overtakenByAmendment).toList());
    }

    CaseFile with(ProtectedParty party) {
        return new CaseFile(statements, rulings, consultations, and(protectedParties, party), partiesEntered + 1);
    }

    /** One was entered of whom nothing is known any more. */
    CaseFile withForgotten() {
        return new CaseFile(statements, rulings, consultations, protectedParties, partiesEntered + 1);
    }

    CaseFile struckOut(int party) {
        return new CaseFile(statements, rulings, consultations,
                protectedParties.stream().filter(it -> it.number() != party).toList(), partiesEntered);
    }

    /** The consultations about the mission as it stands, the latest of each office. */
    public List<Consultation> standing() {
        return consultations.stream().filter(it -> !it.overtaken() && consultations.stream().noneMatch(
                later -> later.number() > it.number() && !later.overtaken() && later.office().equals(it.office())))
                .toList();
    }

    public Optional<Consultation> standing(String office) {
        return standing().stream().filter(it -> it.office().equals(office)).findFirst();
    }

    private CaseFile consulted(List<Consultation> all) {
        return new CaseFile(statements, rulings, all, protectedParties, partiesEntered);
    }

    private static <T> List<T> and(List<T> before, T added) {
        List<T> all = new ArrayList<>(before);
        all.add(added);
        return all;
    }
}
