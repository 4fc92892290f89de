package nullaosta.dossier;

import static nullaosta.dossier.Ministry.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nullaosta.agreement.vocabulary.Basis;
import nullaosta.appointment.SignedText;
import nullaosta.assessment.Outcome;
import nullaosta.clearance.Clearance;
import nullaosta.clearance.token.Light;
import nullaosta.decision.Consultation;
import nullaosta.decision.Draft;
import nullaosta.decision.InPlaceOf;
import nullaosta.decision.Signature;
import nullaosta.decision.Verdict;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.EntryFormat;
import nullaosta.dossier.entry.HarmAllegation;
import nullaosta.dossier.entry.PaperUse;
import nullaosta.dossier.entry.Written;
import nullaosta.flight.Deviation;
import nullaosta.flight.Remark;
import nullaosta.gate.GateCheck;
import nullaosta.mission.Grade;
import nullaosta.mission.Missions;
import nullaosta.mission.Receipt;
import nullaosta.mission.Ruling;
import nullaosta.mission.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of entry reads back equal to what was written; the names and fields are stored for good. */
class EntryFormatTest {

    private static final EntryFormat FORMAT = new EntryFormat(Missions.READER);
    private static final Instant FINE = Instant.parse("2016-03-01T18:00:00.123456789Z");
    private static final Deviation DEVIATION = new Deviation("d", Deviation.Kind.LEFT_VOLUME, FINE,
            "2.4 km outside the cleared volume", Optional.empty());
    private static final Deviation SILENCE = new Deviation("s", Deviation.Kind.SILENT, FINE, "no report since then",
            Optional.empty());

    private static List<Entry> entries() {
        Receipt receipt = new Receipt(FINE, "note verbale 112/2016, «stamped»");
        return List.of(new Entry.MissionFiled("IT-2016-0001", Missions.armed(), receipt, Optional.of("a note")),
                new Entry.ReceiptCorrected(receipt, "the wrong tray"),
                new Entry.MissionAmended(Missions.pantelleria("N351DY"), Entry.AmendmentClass.MATERIAL, "weather"),
                new Entry.StatementMade(new Statement(1, "file.requestedBy", "GNA", "embassy",
                        LocalDate.parse("2016-02-20"), Optional.of("a letter"), Optional.of("ab".repeat(32)),
                        Grade.parse("B2"), Basis.ASSURED)),
                new Entry.StatementRuled(new Ruling("file.requestedBy", 1, "the paper says so", Optional.of("GNA"))),
                new Entry.OfficeAsked(new Consultation(1, "FOCA", "any objection?", LocalDate.parse("2016-02-29"),
                        LocalDate.parse("2016-03-02"), Optional.empty(), false, Optional.of("a rule"))),
                new Entry.OfficeSilent(1, "a rule"),
                new Entry.OfficeAnswered(1, Examples.NO_OBJECTION),
                new Entry.ProtectedPartyEntered(Examples.party(Examples.MISRATA)),
                new Entry.ProtectedPartyStruckOut(1, "they left"),
                new Entry.PartyForgotten(1, 4, "a law", "they asked for it", "desk.rossi"), new Entry.Forgotten(),
                new Entry.ProtectedPartiesSeen("to decide"),
                new Entry.Assessed(Optional.of("it-us-sigonella/1"), Outcome.REFER, List.of("government"), List.of(),
                        Map.of("outcome", "REFER", "facts",
                                Map.of("ledger.sortiesToday", 0L, "list", List.of(1L, true))),
                        "ab"),
                new Entry.Tried(new Entry.Assessed(Optional.of("it-us-sigonella/2"), Outcome.INELIGIBLE, List.of(),
                        List.of("ART-9"), Map.of("outcome", "INELIGIBLE"), "cd")),
                new Entry.DecisionPrepared(
                        new Draft("desk.rossi", Verdict.APPROVE, "complete", List.of("by day"), "ab")),
                new Entry.DecisionSigned(new Signature("min.ferri", "On. G. Ferri", "government", "decree 1/2016",
                        Verdict.APPROVE, "agreed", FINE, Optional.empty()), List.of("government")),
                new Entry.DecisionSigned(new Signature("min.ferri", "On. G. Ferri", "government", "decree 1/2016",
                        Verdict.APPROVE, "agreed", FINE, Optional.of(new SignedText("{}", "{\"key\":\"ab\"}"))),
                        List.of()),
                new Entry.DecisionSigned(new Signature("sot.riva", "On. A. Riva", "government", "decree 1/2016",
                        Verdict.APPROVE, "agreed", FINE, Optional.empty(), Optional.empty(),
                        Optional.of(new InPlaceOf("min.ferri", "On. G. Ferri", "decree 4/2016", "ab".repeat(32)))),
                        List.of()),
                new Entry.OralDecisionEntered(Examples.HEARD, List.of("government")),
                new Entry.OralDecisionConfirmed(new Signature("min.ferri", "On. G. Ferri", "government",
                        "decree 1/2016", Verdict.APPROVE, "as I said", FINE, Optional.empty()), true),
                new Entry.OralDecisionLapsed("min.ferri", false, "not confirmed by 2 Mar 00:10Z"),
                new Entry.Decided(Verdict.REFUSE, List.of("ART-3.1"), "no"),
                new Entry.ClearanceIssued(new Clearance("IT-2016-0001/1", Missions.armed(), List.of("by day"),
                        List.of("On. G. Ferri, for the government"), FINE, 7), "a token"),
                new Entry.BlockGranted(12), new Entry.BlockClosed("the exercise is over"),
                new Entry.FlightAnnounced("IT-2016-0002"), new Entry.ClearedInBlock("IT-2016-0001", 1),
                new Entry.OutsideBlock("IT-2016-0001", List.of("the block is closed")),
                new Entry.ClearanceReplaced("IT-2016-0001/1"),
                new Entry.ClearanceSuspended("IT-2016-0001/1", "weather", FINE),
                new Entry.ClearanceResumed("IT-2016-0001/1", "sunshine"),
                new Entry.ClearanceRevoked("IT-2016-0001/1", "over", FINE), new Entry.MissionWithdrawn("not needed"),
                new Entry.TakeoffChecked("IT-2016-0001/1", Ministry.apron(Missions.surveillance()), Light.RED,
                        List.of(new Remark(Remark.Reason.OTHER_TAIL, "tail X stands here; cleared is Y"))),
                new Entry.GateChecked("SIGONELLA", "ef".repeat(32), new GateCheck("ab".repeat(32), 2, "cd".repeat(32),
                        FINE, "Cpl Neri", "12".repeat(32), Optional.of("IT-2016-0001/1"), Optional.of("34".repeat(32)),
                        Light.AMBER, List.of("pack-old"), Optional.of(7_200L), Map.of("tail", "same"),
                        GateCheck.Call.RELEASE, "called the desk", Optional.of(List.of("AF 09-4066")))),
                new Entry.PaperUsedTwice("IT-2016-0001/1", new PaperUse("SIGONELLA", "", FINE),
                        new PaperUse("PANTELLERIA", "ab".repeat(32), FINE)),
                new Entry.CommanderCalled(Entry.Call.STOP, "fuel leak"),
                new Entry.TakenOff(FINE, false, Optional.empty()),
                new Entry.TakenOff(FINE, true, Optional.of(List.of("AF 09-4066", "AF 09-4067"))),
                new Entry.Landed(FINE, "LICT", Entry.Landing.EMERGENCY, "engine failure"),
                new Entry.DeviationConfirmed(DEVIATION), new Entry.DeviationClosed(DEVIATION.closed(FINE)),
                new Entry.SilenceBegan(SILENCE), new Entry.SilenceEnded(SILENCE.closed(FINE)),
                new Entry.DeviationAcknowledged("d", "seen"),
                new Entry.HarmAlleged(new HarmAllegation(1, "a hospital", LocalDate.parse("2016-03-04"),
                        Grade.parse("C3"), "a farm south of Sirte", Optional.of(0), Optional.empty(), "a roof fell")),
                new Entry.AllegationAnswered(1, HarmAllegation.Finding.NOT_CREDIBLE, "it was elsewhere"),
                new Entry.ClearanceAbroadEntered("FR", "FR-2015-0007/1", "NA1:6BF"),
                new Entry.DeskAsked(1, "why so late?"), new Entry.QuestionAnswered(1, "it came late"),
                new Entry.HoldPlaced("an inquiry"), new Entry.HoldLifted("it is over"),
                new Entry.ErasureProposed("a law", "its time is over"),
                new Entry.CaseErased("IT-2016-0001", "US", "a law", "agreed", "desk.rossi", List.of("ab".repeat(32))));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void anEntryReadsBackEqual(Entry entry) {
        Written written = new Written(3, FINE, "desk.rossi", entry);
        byte[] bytes = FORMAT.write(written);
        assertThat(FORMAT.read(bytes)).isEqualTo(written);
        assertThat(FORMAT.write(FORMAT.read(bytes))).as("one spelling").isEqualTo(bytes);
    }

    @Test
    void everyKindOfEntryIsHeld() {
        assertThat(entries().stream().map(Entry::getClass).collect(Collectors.toSet()))
                .isEqualTo(Stream.of(Entry.class.getPermittedSubclasses()).collect(Collectors.toSet()));
    }

    /** A statement that was stored before papers had digests. */
    @Test
    void whatWasStoredWithoutAFieldIsReadWithoutIt() {
        String stored = """
                {"at":"2016-03-01T12:00:00Z","by":"desk.rossi","entry":{"kind":"StatementMade","statement":\
                {"basis":"ASSURED","dated":"2016-02-20","document":null,"fact":"file.requestedBy","grade":"B2",\
                "number":1,"source":"embassy","value":"GNA"}},"number":2}""";
        assertThat(FORMAT.read(stored.getBytes(StandardCharsets.UTF_8)).entry())
                .isEqualTo(new Entry.StatementMade(new Statement(1, "file.requestedBy", "GNA", "embassy",
                        LocalDate.parse("2016-02-20"), Optional.empty(), Optional.empty(), Grade.parse("B2"),
                        Basis.ASSURED)));
    }

    /** A signature that was stored before decisions came by word of mouth. */
    @Test
    void aSignatureOfAnEarlierReleaseIsTheOfficersOwnEntry() {
        String stored = """
                {"at":"2016-03-01T12:00:00Z","by":"min.ferri","entry":{"kind":"DecisionSigned","signature":\
                {"act":"decree 1/2016","at":"2016-03-01T12:00:00Z","authority":"government","name":"On. G. Ferri",\
                "officer":"min.ferri","own":null,"reasons":"agreed","verdict":"APPROVE"},"waitingFor":[]},"number":2}""";
        assertThat(FORMAT.read(stored.getBytes(StandardCharsets.UTF_8)).entry())
                .isInstanceOfSatisfying(Entry.DecisionSigned.class,
                        signed -> assertThat(signed.signature().oral()).isEmpty());
    }

    /** Releases before entered silence among the deviations. */
    @Test
    void silenceThatWasStoredAsADeviationIsReadAsSilence() throws Exception {
        String stored = """
                {"at":"2016-03-01T12:00:00Z","by":"watch.automatic","entry":{"deviation":{"closedAt":null,"id":"s",\
                "kind":"SILENT","since":"2016-03-01T12:00:00Z","words":"no report"},"kind":"DeviationConfirmed"},\
                "number":9}""";
        try (Ministry ministry = new Ministry()) {
            Dossier dossier = ministry.airborne().after(new Written(99, NOON, "watch.automatic",
                    FORMAT.read(stored.getBytes(StandardCharsets.UTF_8)).entry()));
            Row row = ministry.dossiers.row(dossier);
            assertThat(List.of(row.deviations(), row.openDeviations(), row.silences())).containsExactly(0, 0, 1);
            assertThat(row.silent()).isTrue();
        }
    }

    /** Take-offs were entered before a clearance could name several aircraft. */
    @Test
    void anOlderTakeOffNamesNoAircraft() {
        String stored = """
                {"at":"2016-03-01T12:00:00Z","by":"sig.leone","entry":{"green":true,"kind":"TakenOff",\
                "takenOffAt":"2016-03-01T12:00:00Z"},"number":2}""";
        assertThat(FORMAT.read(stored.getBytes(StandardCharsets.UTF_8)).entry())
                .isEqualTo(new Entry.TakenOff(NOON, true, Optional.empty()));
    }

    /** What stands in databases already: a field renamed or dropped would make it unreadable. */
    @Test
    void theStoredFormIsThisOne() {
        byte[] stored = FORMAT
                .write(new Written(2, NOON, "sig.leone", new Entry.TakenOff(NOON, true, Optional.empty())));
        assertThat(new String(stored, StandardCharsets.UTF_8)).isEqualTo("""
                {"at":"2016-03-01T12:00:00Z","by":"sig.leone","entry":{"aircraft":null,"green":true,"kind":"TakenOff",\
                "takenOffAt":"2016-03-01T12:00:00Z"},"number":2}""");
    }
}
