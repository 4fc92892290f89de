package nullaosta.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nullaosta.dossier.entry.Entry;
import nullaosta.mission.Missions;
import nullaosta.party.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case is forgotten: after forty years, by two offices, and not while oversight holds it. */
class ErasingTest {

    private static final Instant FORTY_YEARS_ON = Instant.parse("2056-03-02T12:00:00Z");
    private static final Command PROPOSE = new Command.ProposeErasure("GDPR (EU) 2016/679, art. 17",
            "the pilot's family asks");
    private static final Command ERASE = new Command.EraseCase("agreed");

    private Ministry ministry;
    private Dossier dossier;

    @BeforeEach
    void open() throws Exception {
        ministry = new Ministry();
        dossier = ministry.cleared();
    }

    @AfterEach
    void verifyAndClose() {
        ministry.close();
    }

    private String refused(String by, Instant at, Command command) {
        return Ministry.refused(ministry.ask(by, at, dossier, command)).inWords();
    }

    private void done(String by, Instant at, Command command) {
        dossier = ministry.done(by, at, dossier, command);
    }

    @Test
    void nothingOfItCanBeReadAnyMoreAndThatItWasStays() {
        done("desk.rossi", FORTY_YEARS_ON, PROPOSE);
        int said = dossier.version();
        done("smd.conti", FORTY_YEARS_ON.plusSeconds(60), ERASE);

        assertThat(ministry.dossiers.find(dossier.number())).isEmpty();
        CaseStore.Stored stored = ministry.store.read(dossier.id()).orElseThrow();
        assertThat(stored.erased()).isEqualTo(said);
        assertThat(stored.entries()).singleElement().satisfies(written -> {
            assertThat(written.number()).isEqualTo(said + 1);
            assertThat(written.by()).isEqualTo("smd.conti");
            assertThat(written.entry()).isEqualTo(new Entry.CaseErased("IT-2016-0001", "US",
                    "GDPR (EU) 2016/679, art. 17", "agreed", "desk.rossi", List.of()));
        });
        Row row = ministry.cases.numbered(List.of("IT-2016-0001")).getFirst();
        assertThat(List.of(row.tail(), row.callSign(), row.operator(), row.aircraftType(), row.route()))
                .containsOnly("");
        assertThat(row.waitsFor()).isEqualTo("nobody: erased on 2056-03-02");
        assertThat(ministry.cases.rows(CaseLists.Filter.ALL.saying("drago11"))).isEmpty();
        assertThat(row.phase()).as("it is counted as before").isEqualTo(Phase.CLEARED);
        assertThat(ministry.counts()).containsEntry("snapshot", 0L);
        assertThat(ministry.counts()).as("its entries are where they were").containsEntry("dossier_entry",
                said + 1L);
    }

    /** The key is not in the database any more: who kept the vault's key cannot open what it closed. */
    @Test
    void theOldTextsOpenWithNothingThatIsLeft() {
        byte[] before = ministry.sql().sql("select key from dossier").query((rs, n) -> rs.getBytes(1)).single();
        done("desk.rossi", FORTY_YEARS_ON, PROPOSE);
        done("smd.conti", FORTY_YEARS_ON, ERASE);
        assertThat(ministry.sql().sql("select key from dossier").query((rs, n) -> rs.getBytes(1)).single())
                .isNotEqualTo(before);
    }

    @Test
    void whoIsToldOfIt() {
        done("desk.rossi", FORTY_YEARS_ON, PROPOSE);
        done("smd.conti", FORTY_YEARS_ON, ERASE);
        String words = "Case IT-2016-0001 was erased on 2056-03-02 on the ground of GDPR (EU) 2016/679, art. 17: agreed;"
                + " expected a case that is still kept. Its entries are in the register, and closed for good.";
        for (String by : List.of("desk.rossi", "audit.bruni", "us.embassy")) {
            assertThat(ministry.dossiers.missing(ministry.who(by), "IT-2016-0001").inWords()).isEqualTo(words);
        }
        assertThat(refused("smd.conti", FORTY_YEARS_ON, new Command.RevokeClearance("too late", Optional.empty())))
                .isEqualTo(words);
        for (String by : List.of("gb.embassy", "sig.leone")) {
            Person person = ministry.who(by);
            assertThat(ministry.dossiers.missing(person, "IT-2016-0001").code())
                    .isEqualTo(Refusal.Code.UNKNOWN_CASE);
        }
    }

    @Test
    void aHoldKeepsItAndTakesBackWhatWasProposed() {
        done("desk.rossi", FORTY_YEARS_ON, PROPOSE);
        done("audit.bruni", FORTY_YEARS_ON, new Command.PlaceHold("an inquiry of the chamber"));
        assertThat(dossier.held()).isTrue();
        assertThat(dossier.erasureProposed()).isEmpty();
        assertThat(List.of(refused("smd.conti", FORTY_YEARS_ON, ERASE), refused("desk.rossi", FORTY_YEARS_ON, PROPOSE),
                refused("audit.bruni", FORTY_YEARS_ON, new Command.PlaceHold("again")))).containsExactly(
                        "Oversight holds the case; expected a case that nobody holds. Ask oversight to lift its hold.",
                        "Oversight holds the case; expected a case that nobody holds. Ask oversight to lift its hold.",
                        "The case is held already; expected a case that is not held. Look at the case's history.");
        done("audit.bruni", FORTY_YEARS_ON, new Command.LiftHold("the inquiry is over"));
        assertThat(refused("smd.conti", FORTY_YEARS_ON, ERASE)).isEqualTo("Nobody proposed to erase the case; expected"
                + " a proposal of the desk, made since it was last held. Have the desk propose it.");
        assertThat(refused("audit.bruni", FORTY_YEARS_ON, new Command.LiftHold("again"))).isEqualTo(
                "The case is not held; expected a case that is held. Look at the case's history.");
    }

    @Test
    void notBeforeItsTimeNorWhileSomethingIsOpen() {
        assertThat(refused("desk.rossi", Instant.parse("2056-03-01T12:00:00Z"), PROPOSE)).isEqualTo("The case is kept"
                + " until 2056-03-02; expected a case whose 40 years are over. Wait until then.");
        assertThat(refused("desk.rossi", FORTY_YEARS_ON, new Command.ProposeErasure(" ", "because"))).isEqualTo(
                "No reason; expected a reason in words. Say why: it becomes part of the case.");
        done("audit.bruni", Ministry.NOON.plusSeconds(3_600), Examples.ALLEGATION);
        assertThat(refused("desk.rossi", FORTY_YEARS_ON, PROPOSE)).isEqualTo(
                "An allegation of harm is not answered; expected a case without one. Answer it first.");
        dossier = ministry.filed(Missions.surveillance());
        assertThat(refused("desk.rossi", FORTY_YEARS_ON, PROPOSE)).isEqualTo("The case is not decided; expected a case"
                + " that is decided, and no flight of it in the air. Look at the case's next step.");
    }
}
