package nullaosta.dossier;

import static nullaosta.dossier.Ministry.DEPARTURE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.PaperUse;
import nullaosta.gate.Device;
import nullaosta.gate.GateCheck;
import nullaosta.gate.SignedCheck;
import nullaosta.mission.DataMode;
import nullaosta.seal.SealFault;
import nullaosta.store.PostgresDevices.Standing;
import nullaosta.store.PostgresGate;
import nullaosta.store.PostgresGate.Fault;
import nullaosta.store.PostgresGate.Taken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What devices of bases checked without a network, as the server takes it: signatures, chains, and one paper used twice. */
class GateRecordsTest {

    private static final Instant BEFORE = DEPARTURE.minusSeconds(600);
    private static final Instant LATER = DEPARTURE.plusSeconds(7_200);

    private static PostgresGate gate(Ministry ministry) {
        return new PostgresGate(ministry.source(), ministry.vault, ministry.store, ministry.dossiers, DataMode.REAL);
    }

    private static GatePhone enrolled(Ministry ministry, String base, String commander) throws SealFault {
        GatePhone phone = new GatePhone();
        PostgresGate gate = gate(ministry);
        assertThat(gate.devices().ask(phone.device(base), commander, BEFORE)).isPresent();
        assertThat(gate.devices().enrol(phone.id, base, commander, BEFORE)).isTrue();
        return phone;
    }

    private static Taken take(Ministry ministry, GatePhone phone, List<SignedCheck> records) {
        return gate(ministry).take(phone.id, records, ministry.who("sig.leone"), LATER);
    }

    private static List<String> register(Ministry ministry, String kind) {
        return ministry.register().stream().map(entry -> new String(entry, StandardCharsets.UTF_8))
                .filter(entry -> entry.contains("\"kind\":\"" + kind + "\"")).toList();
    }

    /** A paper of a case that is no more: the record is kept by itself, and what comes after it is taken. */
    @Test
    void aPaperOfAnErasedCaseStopsNoRecord() throws Exception {
        try (Ministry ministry = new Ministry()) {
            Dossier erased = ministry.cleared();
            GatePhone phone = enrolled(ministry, "SIGONELLA", "sig.leone");
            Instant late = Instant.parse("2056-03-02T12:00:00Z");
            Dossier proposed = ministry.done("desk.rossi", late, erased,
                    new Command.ProposeErasure("a law", "its time is over"));
            ministry.done("smd.conti", late, proposed, new Command.EraseCase("agreed"));
            Dossier other = ministry.cleared();
            assertThat(take(ministry, phone, List.of(phone.add(erased, BEFORE, GateCheck.Call.NONE),
                    phone.add(other, BEFORE.plusSeconds(60), GateCheck.Call.NONE)))).isEqualTo(new Taken.Done(2, 2, 0));
            assertThat(register(ministry, "GateRecord")).hasSize(1);
            assertThat(register(ministry, "GateChecked")).hasSize(1);
        }
    }

    @Test
    void recordsAreEnteredOnceInTheirCase() throws Exception {
        try (Ministry ministry = new Ministry()) {
            Dossier dossier = ministry.cleared();
            GatePhone phone = enrolled(ministry, "SIGONELLA", "sig.leone");
            SignedCheck looked = phone.add(dossier, BEFORE, GateCheck.Call.NONE);
            SignedCheck released = phone.add(dossier, BEFORE.plusSeconds(60), GateCheck.Call.RELEASE);
            assertThat(take(ministry, phone, List.of(looked))).isEqualTo(new Taken.Done(1, 1, 0));
            assertThat(take(ministry, phone, List.of(looked, released))).isEqualTo(new Taken.Done(2, 1, 1));
            assertThat(take(ministry, phone, List.of(looked, released))).as("sent again")
                    .isEqualTo(new Taken.Done(2, 0, 2));
            Dossier now = ministry.dossiers.read(dossier.id()).orElseThrow();
            assertThat(now.history().stream().map(it -> it.entry()).filter(Entry.GateChecked.class::isInstance))
                    .containsExactly(
                            new Entry.GateChecked("SIGONELLA", looked.digest().hex(), looked.check()),
                            new Entry.GateChecked("SIGONELLA", released.digest().hex(), released.check()));
            assertThat(now.usedTwice()).isEmpty();
            assertThat(register(ministry, "GateChecked")).hasSize(2);
            assertThat(register(ministry, "DeviceEnrolled")).singleElement().asString().doesNotContain("SIGONELLA",
                    phone.id);
        }
    }

    /** A paper that nobody here cleared belongs to no case; that it was shown is in the register all the same. */
    @Test
    void anUnknownPaperIsInTheRegisterAlone() throws Exception {
        try (Ministry ministry = new Ministry()) {
            Dossier dossier = ministry.cleared();
            GatePhone phone = enrolled(ministry, "SIGONELLA", "sig.leone");
            Map<String, Object> content = phone.content(dossier, BEFORE, GateCheck.Call.NONE);
            content.remove("clearance");
            content.remove("token");
            content.put("light", "RED");
            content.put("reasons", List.of("signature-wrong"));
            SignedCheck signed = phone.signed(content);
            assertThat(take(ministry, phone, List.of(signed))).isEqualTo(new Taken.Done(1, 1, 0));
            assertThat(register(ministry, "GateRecord")).singleElement().asString().contains(signed.digest().hex());
        }
    }

    @Test
    void aGapIsToldAndNothingIsTaken() throws Exception {
        try (Ministry ministry = new Ministry()) {
            Dossier dossier = ministry.cleared();
            GatePhone phone = enrolled(ministry, "SIGONELLA", "sig.leone");
            for (int i = 0; i < 6; i++) {
                phone.add(dossier, BEFORE.plusSeconds(i), GateCheck.Call.NONE);
            }
            List<SignedCheck> gappy = List.of(phone.records.get(0), phone.records.get(1), phone.records.get(5));
            assertThat(take(ministry, phone, gappy)).isEqualTo(
                    new Taken.Not(Fault.RECORDS_MISSING, "records missing between 2 and 6", 2));
            assertThat(gate(ministry).chain(phone.id).last()).isZero();
            assertThat(gate(ministry).breaks(phone.id)).containsExactly("records missing between 2 and 6");
            assertThat(register(ministry, "GateChainBroken")).singleElement().asString().contains("\"number\":6");
            assertThat(take(ministry, phone, phone.records)).as("the missing ones came")
                    .isEqualTo(new Taken.Done(6, 6, 0));
        }
    }

    @Test
    void twoHistoriesOfOneDeviceAreTold() throws Exception {
        try (Ministry ministry = new Ministry()) {
            Dossier dossier = ministry.cleared();
            GatePhone phone = enrolled(ministry, "SIGONELLA", "sig.leone");
            phone.add(dossier, BEFORE, GateCheck.Call.NONE);
            phone.add(dossier, BEFORE.plusSeconds(1), GateCheck.Call.NONE);
            take(ministry, phone, phone.records);
            SignedCheck kept = phone.records.getFirst();
            phone.records.clear();
            phone.head = "0".repeat(64);
            SignedCheck other = phone.add(dossier, BEFORE.plusSeconds(2), GateCheck.Call.NONE);
            String words = " does not follow from the one before that is known: the device signed two histories; end it"
                    + " and enrol another";
            assertThat(take(ministry, phone, List.of(other)))
                    .isEqualTo(new Taken.Not(Fault.RECORDS_FORKED, "record 1" + words, 2));
            phone.records.add(kept);
            SignedCheck third = phone.add(dossier, BEFORE.plusSeconds(3), GateCheck.Call.NONE);
            assertThat(take(ministry, phone, List.of(third)))
                    .isEqualTo(new Taken.Not(Fault.RECORDS_FORKED, "record 3" + words, 2));
            assertThat(register(ministry, "GateChainBroken")).hasSize(2);
        }
    }

    @Test
    void whoseSignatureItIsIsAsked() throws Exception {
        try (Ministry ministry = new Ministry()) {
            Dossier dossier = ministry.cleared();
            GatePhone phone = enrolled(ministry, "SIGONELLA", "sig.leone");
            GatePhone other = new GatePhone();
            SignedCheck foreign = other.add(dossier, BEFORE, GateCheck.Call.NONE);
            assertThat(take(ministry, other, List.of(foreign))).isEqualTo(
                    new Taken.Not(Fault.UNKNOWN_DEVICE, "no device of that number asked to be enrolled", 0));
            assertThat(take(ministry, phone, List.of(foreign))).isEqualTo(new Taken.Not(Fault.NOT_SIGNED,
                    "record 1 is not signed by device " + Device.fingerprint(phone.id), 0));
            SignedCheck own = phone.add(dossier, BEFORE, GateCheck.Call.NONE);
            assertThat(take(ministry, phone, List.of(SignedCheck.read(own.text(), "nonsense!"))))
                    .isInstanceOfSatisfying(Taken.Not.class,
                            not -> assertThat(not.fault()).isEqualTo(Fault.NOT_SIGNED));
            assertThat(gate(ministry).take(phone.id, List.of(own), ministry.who("pan.moro"), LATER)).isEqualTo(
                    new Taken.Not(Fault.OTHER_BASE, "the device is of another base; sign in for its own", 0));
            assertThat(gate(ministry).devices().ask(other.device("SIGONELLA"), "sig.leone", BEFORE)).isPresent();
            assertThat(take(ministry, other, List.of(foreign))).isEqualTo(new Taken.Not(Fault.DEVICE_NOT_ENROLLED,
                    "the base commander has not enrolled device " + Device.fingerprint(other.id) + " yet", 0));
            assertThat(gate(ministry).devices().enrol(other.id, "PANTELLERIA", "pan.moro", BEFORE)).isFalse();
            assertThat(gate(ministry).devices().end(phone.id, "SIGONELLA", "sig.leone", "lost", BEFORE)).isTrue();
            assertThat(take(ministry, phone, List.of(own))).isEqualTo(new Taken.Not(Fault.DEVICE_ENDED,
                    "device " + Device.fingerprint(phone.id) + " was ended; what it signs is not taken", 0));
            assertThat(gate(ministry).devices().enrol(phone.id, "SIGONELLA", "sig.leone", BEFORE)).isFalse();
            assertThat(gate(ministry).devices().find(phone.id).orElseThrow().standing()).isEqualTo(Standing.ENDED);
            assertThat(register(ministry, "DeviceEnded")).hasSize(1);
        }
    }

    @Test
    void onePaperAtTwoDevicesIsUsedTwice() throws Exception {
        try (Ministry ministry = new Ministry()) {
            Dossier dossier = ministry.cleared();
            GatePhone one = enrolled(ministry, "SIGONELLA", "sig.leone");
            GatePhone two = enrolled(ministry, "PANTELLERIA", "pan.moro");
            one.add(dossier, BEFORE, GateCheck.Call.RELEASE);
            one.add(dossier, BEFORE.plusSeconds(9), GateCheck.Call.RELEASE);
            two.add(dossier, BEFORE.plusSeconds(5), GateCheck.Call.RELEASE);
            take(ministry, one, one.records.subList(0, 1));
            gate(ministry).take(two.id, two.records, ministry.who("pan.moro"), LATER);
            Dossier now = ministry.dossiers.read(dossier.id()).orElseThrow();
            assertThat(now.usedTwice()).containsExactly(new Entry.PaperUsedTwice(
                    dossier.clearance().orElseThrow().clearance().number(),
                    new PaperUse("SIGONELLA", one.id, BEFORE),
                    new PaperUse("PANTELLERIA", two.id, BEFORE.plusSeconds(5))));
            assertThat(gate(ministry).usedTwice(BEFORE)).isEqualTo(now.usedTwice());
            assertThat(register(ministry, "PaperUsedTwice")).hasSize(1);
        }
    }

    /** Whichever is known first: the take-off, or the release after it. */
    @Test
    void aSecondTakeOffFromOneBaseIsFound() throws Exception {
        try (Ministry ministry = new Ministry()) {
            Dossier dossier = ministry.airborne();
            GatePhone phone = enrolled(ministry, "SIGONELLA", "sig.leone");
            phone.add(dossier, DEPARTURE.plusSeconds(1_800), GateCheck.Call.RELEASE);
            take(ministry, phone, phone.records);
            assertThat(ministry.dossiers.read(dossier.id()).orElseThrow().usedTwice()).singleElement()
                    .satisfies(twice -> assertThat(twice.first())
                            .isEqualTo(new PaperUse("SIGONELLA", "", DEPARTURE)));
        }
        try (Ministry ministry = new Ministry()) {
            Dossier dossier = ministry.released();
            GatePhone phone = enrolled(ministry, "SIGONELLA", "sig.leone");
            phone.add(dossier, DEPARTURE.plusSeconds(1_800), GateCheck.Call.RELEASE);
            take(ministry, phone, phone.records);
            Dossier now = ministry.done("sig.leone", LATER.plusSeconds(60), dossier,
                    new Command.EnterTakeoff(DEPARTURE));
            assertThat(now.usedTwice()).singleElement().satisfies(
                    twice -> assertThat(twice.first()).isEqualTo(new PaperUse("SIGONELLA", "", DEPARTURE)));
        }
    }

    /** Released at the gate without a network: it took off with a release, although that came later. */
    @ParameterizedTest
    @CsvSource({"600, RELEASE, true", "60, RELEASE, true", "1801, RELEASE, false", "-60, RELEASE, false",
            "600, STOP, false", "600, NONE, false"})
    void aReleaseAtTheGateCountsFromItsOwnTime(long secondsBefore, GateCheck.Call call, boolean green)
            throws Exception {
        try (Ministry ministry = new Ministry()) {
            Dossier dossier = ministry.cleared();
            GatePhone phone = enrolled(ministry, "SIGONELLA", "sig.leone");
            phone.add(dossier, DEPARTURE.plusSeconds(300).minusSeconds(secondsBefore), call);
            take(ministry, phone, phone.records);
            Dossier now = ministry.done("sig.leone", LATER.plusSeconds(60), dossier,
                    new Command.EnterTakeoff(DEPARTURE.plusSeconds(300)));
            assertThat(now.history().stream().map(it -> it.entry()).filter(Entry.TakenOff.class::isInstance))
                    .containsExactly(new Entry.TakenOff(DEPARTURE.plusSeconds(300), green, Optional.empty()));
        }
    }

    @Test
    void aDevicesStopIsTheCommandersUntilHeSpeaksAgain() throws Exception {
        try (Ministry ministry = new Ministry()) {
            Dossier dossier = ministry.released();
            GatePhone phone = enrolled(ministry, "SIGONELLA", "sig.leone");
            phone.add(dossier, DEPARTURE.minusSeconds(400), GateCheck.Call.STOP);
            phone.add(dossier, DEPARTURE.minusSeconds(200), GateCheck.Call.STOP);
            take(ministry, phone, phone.records.subList(0, 1));
            assertThat(ministry.dossiers.read(dossier.id()).orElseThrow().movement().call())
                    .as("the commander released it after that").hasValue(Entry.Call.RELEASE);
            take(ministry, phone, phone.records);
            assertThat(ministry.dossiers.read(dossier.id()).orElseThrow().movement().call())
                    .hasValue(Entry.Call.STOP);
        }
    }
}
