package nullaosta.audit;

import static nullaosta.dossier.Ministry.DEPARTURE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nullaosta.disclosure.Envelope;
import nullaosta.disclosure.PackageCheck;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.GatePhone;
import nullaosta.dossier.Ministry;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.EntryFormat;
import nullaosta.gate.GateCheck.Call;
import nullaosta.gate.SignedCheck;
import nullaosta.mission.Missions;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import nullaosta.seal.SealFault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A device enrolled at entry 0, two of its records in a case at entries 1 and 2, a third at entry 3 that no case holds. */
class GateAuditTest {

    private static final EntryFormat FORMAT = new EntryFormat(Missions.READER);
    private static Dossier dossier;

    private final GatePhone phone = new GatePhone();
    private final RegisterContents contents = new RegisterContents(Set.of());
    private final List<PackageCheck.Entry> entries = new ArrayList<>();
    private final List<SignedCheck> signed = new ArrayList<>();
    private final String enrolment;

    @BeforeAll
    static void clear() throws Exception {
        try (Ministry ministry = new Ministry()) {
            dossier = ministry.cleared();
        }
    }

    GateAuditTest() throws SealFault {
        enrolment = CanonicalJson.text(Map.of("kind", "DeviceEnrolled", "device", phone.id, "base", "SIGONELLA"));
        contents.read(0, CanonicalJson.bytes(Map.of("v", 1, "kind", "DeviceEnrolled", "document",
                ShownDevice.digest(enrolment).hex())));
        for (Call call : List.of(Call.NONE, Call.RELEASE, Call.NONE)) {
            signed.add(phone.add(dossier, DEPARTURE, call));
        }
        entries.add(entry(1, signed.get(0), "SIGONELLA"));
        entries.add(entry(2, signed.get(1), "SIGONELLA"));
        contents.read(3, CanonicalJson.bytes(Map.of("v", 1, "kind", "GateRecord", "record",
                signed.get(2).digest().hex())));
    }

    private static PackageCheck.Entry entry(long index, SignedCheck signed, String base) {
        Map<String, @Nullable Object> opened = new LinkedHashMap<>();
        opened.put(PackageCheck.KIND, "GateChecked");
        Map<String, Object> fields = FORMAT.asMap(new Entry.GateChecked(base, signed.digest().hex(), signed.check()));
        fields.forEach((field, value) -> {
            if (value instanceof Map<?, ?> check) {
                check.forEach((name, inner) -> opened.put("/entry/" + field + "/" + name, inner));
            } else {
                opened.put("/entry/" + field, value);
            }
        });
        return new PackageCheck.Entry(new Envelope("ab", (int) index, "GateChecked", DEPARTURE, Digest.of(),
                Digest.of()), index, opened, List.of(), true);
    }

    /** As the server should show it; numbers named here are left out. */
    private ShownDevice shown(Long... without) throws SealFault {
        ShownDevice device = ShownDevice.read(Map.of("key", phone.device("SIGONELLA").key().spki(), "base", "SIGONELLA",
                "name", "Gate 1", "acts", List.of(enrolment)));
        List<Map<String, Object>> checks = new ArrayList<>();
        for (SignedCheck one : signed) {
            Map<String, Object> check = new HashMap<>(Map.of("number", one.check().number(), "digest",
                    one.digest().hex(), "signature", one.signature()));
            if (one.check().number() == 3) {
                check.put("record", one.text());
            }
            if (!List.of(without).contains(one.check().number())) {
                checks.add(check);
            }
        }
        return device.with(checks);
    }

    private List<String> audit(ShownDevice... devices) {
        GateAudit audit = new GateAudit(contents, 4);
        audit.take("IT-2016-0001", entries);
        List<String> words = audit.against(List.of(devices)).stream()
                .map(it -> it.weight() + " " + it.where() + " " + it.words()).toList();
        if (words.isEmpty()) {
            assertThat(audit.signed()).isEqualTo(3);
        }
        return words;
    }

    private String device() throws SealFault {
        return phone.device("SIGONELLA").fingerprint();
    }

    @Test
    void everyRecordIsWhatItsDeviceSigned() throws SealFault {
        assertThat(audit(shown())).isEmpty();
    }

    @Test
    void aRecordThatNoDeviceSigned() throws SealFault {
        entries.set(1, entry(2, SignedCheck.read(signed.get(1).text().replace("Cpl Neri", "Cpl Nero"),
                signed.get(1).signature()), "SIGONELLA"));
        assertThat(audit(shown())).containsExactly("CONTRADICTION IT-2016-0001, entry 2 has another digest than its "
                + "device's chain");
        signed.set(1, SignedCheck.read(signed.get(1).text().replace("Cpl Neri", "Cpl Nero"),
                signed.get(1).signature()));
        assertThat(audit(shown())).contains("CONTRADICTION IT-2016-0001, entry 2 is not signed by device " + device());
    }

    @Test
    void aRecordThatIsLeftOut() throws SealFault {
        assertThat(audit(shown(2L))).contains("CONTRADICTION device " + device() + " of SIGONELLA record 2 is followed"
                + " by record 3: what is between them is kept back",
                "CONTRADICTION IT-2016-0001, entry 2 is a record that its device's chain does not have");
        assertThat(audit(shown(3L))).containsExactly(
                "CONTRADICTION the register entry 3 is a record of a device that the server keeps back");
    }

    @Test
    void aDeviceThatIsKeptBack() {
        assertThat(audit()).containsExactly(
                "CONTRADICTION IT-2016-0001, entry 1 is a record of a device that the server does not show",
                "CONTRADICTION IT-2016-0001, entry 2 is a record of a device that the server does not show",
                "CONTRADICTION the register entry 0 is an act on a device that the server keeps back",
                "CONTRADICTION the register entry 3 is a record of a device that the server keeps back");
    }

    @Test
    void aDeviceThatNobodyEnrolledBefore() throws SealFault {
        entries.set(0, entry(1, signed.get(0), "PANTELLERIA"));
        assertThat(audit(shown())).containsExactly(
                "CONTRADICTION IT-2016-0001, entry 1 is entered for PANTELLERIA, and its device is of SIGONELLA");
        ShownDevice unenrolled = new ShownDevice(phone.device("SIGONELLA"), List.of(), shown().checks());
        assertThat(audit(unenrolled)).contains(
                "CONTRADICTION IT-2016-0001, entry 2 is a record of a device that was not enrolled before it");
    }

    @Test
    void aRecordOfADeviceThatWasEnded() throws SealFault {
        String end = CanonicalJson.text(Map.of("kind", "DeviceEnded", "device", phone.id, "base", "SIGONELLA"));
        contents.read(1, CanonicalJson.bytes(Map.of("v", 1, "kind", "DeviceEnded", "document",
                ShownDevice.digest(end).hex())));
        ShownDevice ended = new ShownDevice(phone.device("SIGONELLA"), List.of(enrolment, end), shown().checks());
        assertThat(audit(ended)).containsExactly(
                "CONTRADICTION IT-2016-0001, entry 2 is a record of a device that was ended before it");
    }

    @Test
    void anActThatTheRegisterDoesNotHoldIsTheServersWord() throws SealFault {
        String other = CanonicalJson.text(Map.of("kind", "DeviceEnded", "device", phone.id, "base", "SIGONELLA"));
        assertThat(audit(new ShownDevice(phone.device("SIGONELLA"), List.of(enrolment, other), shown().checks())))
                .containsExactly("UNPROVEN device " + device()
                        + " of SIGONELLA the register does not hold an act on it, or not yet");
    }

    /** The device itself signed two histories, and the server took the second. */
    @Test
    void aRecordThatDoesNotFollowFromTheOneBefore() throws SealFault {
        phone.head = "ab".repeat(32);
        phone.records.removeLast();
        signed.set(2, phone.add(dossier, DEPARTURE, Call.NONE));
        assertThat(audit(shown())).contains("CONTRADICTION device " + device()
                + " of SIGONELLA record 3 does not follow from the record before it");
    }
}
