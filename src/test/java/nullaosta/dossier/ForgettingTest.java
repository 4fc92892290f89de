package nullaosta.dossier;

import static nullaosta.dossier.Ministry.NOON;
import static nullaosta.dossier.Ministry.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nullaosta.decision.Verdict;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.EntryFormat;
import nullaosta.dossier.entry.Written;
import nullaosta.mission.Missions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody on the ground is forgotten by two offices while the case, its decision and its chain stay. */
class ForgettingTest {

    private static final Command.ForgetProtectedParty FORGET = new Command.ForgetProtectedParty(1,
            "Regulation (EU) 2016/679, article 17", "they asked for it");

    private Ministry ministry;
    private Dossier dossier;

    @BeforeEach
    void enter() throws Exception {
        ministry = new Ministry();
        dossier = ministry.done("desk.rossi", NOON, ministry.filed(Missions.armed()), Examples.PARTY);
    }

    @AfterEach
    void verifyAndClose() {
        ministry.close();
    }

    private Dossier struckOut() {
        return ministry.done("desk.rossi", NOON, dossier, new Command.StrikeOutProtectedParty(1, "they left"));
    }

    private List<String> kinds(Dossier of) {
        return of.history().stream().map(Written::entry).map(EntryFormat::kindOf).toList();
    }

    @Test
    void whatWasEnteredOfThemIsGoneAndTheRestStays() {
        Dossier before = struckOut();
        assertThat(before.partiesStruckOut()).containsExactly(1);
        Dossier after = ministry.done("min.ferri", NOON, before, FORGET);
        assertThat(kinds(after)).containsExactly("MissionFiled", "Assessed", "Forgotten", "Assessed",
                "ProtectedPartyStruckOut", "Assessed", "PartyForgotten");
        assertThat(ministry.dossiers.find(after.number())).as("as it is read from then on").contains(after);
        assertThat(ministry.store.read(after.id()).toString()).doesNotContain("hospital", "32.375");
        assertThat(after.partiesStruckOut()).isEmpty();
        assertThat(after.history().getLast().entry()).isEqualTo(new Entry.PartyForgotten(1, 3, FORGET.ground(),
                FORGET.reason(), "desk.rossi"));
        Dossier next = ministry.done("desk.rossi", NOON, after, Examples.PARTY);
        assertThat(next.file().protectedParties()).as("the number is not given again")
                .extracting(party -> party.number()).containsExactly(2);
    }

    /** The key is gone from the database, and no other opens what it closed. */
    @Test
    void nothingInTheDatabaseOpensIt() {
        ministry.done("min.ferri", NOON, struckOut(), FORGET);
        assertThat(ministry.sql().sql("select count(*) from person_key where key is not null").query(Long.class)
                .single()).isZero();
        assertThat(ministry.sql().sql("select count(*) from person_key").query(Long.class).single()).isEqualTo(1);
        assertThat(ministry.sql().sql("select count(*) from dossier_entry").query(Long.class).single())
                .as("no entry is changed or deleted").isEqualTo(7);
    }

    @Test
    void alsoOnceItIsDecided() {
        Dossier prepared = ministry.done("desk.rossi", NOON.plusSeconds(60), dossier,
                Ministry.proposal(Verdict.REFUSE));
        Dossier closed = ministry.done("min.ferri", NOON.plusSeconds(120), prepared,
                Ministry.signature(Verdict.REFUSE));
        assertThat(closed.phase()).isEqualTo(Phase.REFUSED);
        closed = ministry.done("desk.rossi", NOON.plusSeconds(180), closed,
                new Command.StrikeOutProtectedParty(1, "they left"));
        assertThat(kinds(closed)).as("what was decided stays as it was found").endsWith("Decided",
                "ProtectedPartyStruckOut");
        assertThat(kinds(ministry.done("min.ferri", NOON.plusSeconds(240), closed, FORGET)))
                .endsWith("PartyForgotten");
    }

    @Test
    void whoStandsIsNotForgotten() {
        assertThat(refused(ministry.ask("min.ferri", NOON, dossier, FORGET)).inWords()).isEqualTo(
                "No protected party 1 that was struck out; expected a case with one. Have the desk strike it out "
                        + "first.");
    }

    @Test
    void notWhileOversightHoldsTheCase() {
        Dossier held = ministry.done("audit.bruni", NOON, struckOut(), new Command.PlaceHold("an inquiry"));
        assertThat(refused(ministry.ask("min.ferri", NOON, held, FORGET)).inWords()).isEqualTo(
                "Oversight holds the case; expected a case that nobody holds. Ask oversight to lift its hold.");
    }

    @Test
    void whoIsNotNamedForThemForgetsNobody() {
        assertThat(refused(ministry.ask("smd.conti", NOON, struckOut(), FORGET)).code())
                .isEqualTo(Refusal.Code.NOT_NAMED);
    }

    @ParameterizedTest
    @CsvSource({"'', a reason, ground", "a law, '', reason"})
    void withoutGroundOrReasonNothingIsForgotten(String ground, String reason, String field) {
        Refusal refusal = refused(ministry.ask("min.ferri", NOON, struckOut(),
                new Command.ForgetProtectedParty(1, ground, reason)));
        assertThat(refusal.code()).isEqualTo(Refusal.Code.REASON_MISSING);
        assertThat(refusal.where()).isEqualTo(field);
    }
}
