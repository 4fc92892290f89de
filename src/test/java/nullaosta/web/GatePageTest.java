package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.Written;
import nullaosta.store.PostgresDevices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The base's page in a real browser, with and without a network: the cable to the server is pulled out. */
class GatePageTest {

    private static Demo demo;

    @BeforeAll
    static void open() throws Exception {
        demo = Demo.open();
    }

    @AfterAll
    static void close() {
        demo.close();
    }

    private static Dossier flight(String callSign) {
        return demo.installation().lists().every().stream().filter(row -> row.callSign().equals(callSign)).findFirst()
                .flatMap(row -> demo.installation().dossiers().read(row.id())).orElseThrow();
    }

    private static String paper(String callSign) throws Exception {
        return demo.as("desk.rossi")
                .get("/clearances/" + flight(callSign).clearance().orElseThrow().clearance().number() + "/token.txt")
                .body().strip();
    }

    private static List<Entry.GateChecked> checked(String callSign) {
        return flight(callSign).history().stream().map(Written::entry).filter(Entry.GateChecked.class::isInstance)
                .map(Entry.GateChecked.class::cast).toList();
    }

    /** A phone on the page of its base, loaded once and enrolled. */
    private static void enrolled(Browser phone, String commander, String name) {
        phone.as(commander);
        phone.open("/gate");
        phone.untilPresent("body[data-ready='offline']");
        phone.untilText("Fresh until");
        phone.unfold("This phone");
        phone.untilText("This phone is not enrolled.");
        phone.fill("What this phone is called", name);
        phone.pressUntil("Ask to enrol this phone", "has not enrolled this phone yet");
        String shown = phone.textOf("#fingerprint");
        phone.open("/base/devices");
        assertThat(phone.text()).contains(shown, name, "waits for you");
        phone.tick("The phone in my hand shows " + shown);
        phone.press("Enrol this device");
        assertThat(phone.text()).contains("enrolled");
        phone.open("/gate");
        phone.unfold("This phone");
        phone.untilText("This phone is enrolled.");
        phone.unfold("This phone");
    }

    private static void check(Browser phone, String text) {
        phone.paste("Or paste", text);
        phone.pressUntil("Check this text", "Next paper");
    }

    private static void compareAll(Browser phone) {
        for (String what : List.of("tail", "type", "armed", "callSign", "base", "states")) {
            phone.clickOn("[data-tick='" + what + "-same']");
        }
    }

    @Test
    void aPhoneChecksReleasesAndSynchronises() throws Exception {
        String paper = paper("RRR7201");
        String tail = flight("RRR7201").mission().aircraft().tail();
        try (Cable cable = new Cable(demo.address()); Browser phone = new Browser(cable.address())) {
            enrolled(phone, "sig.leone", "Gate 1");
            cable.pull();
            phone.open("/gate");
            phone.untilText("No network. Checks go on with the kept pack.");
            assertThat(phone.textOf("#age")).startsWith("● Pack ").contains("old. Fresh until 1 h 00 min.");

            check(phone, "NA1:NOTHING");
            assertThat(phone.textOf("#light")).startsWith("■STOP").contains("The text is cut short.");
            phone.pressUntil("Next paper", "May it go?");
            check(phone, paper);
            assertThat(phone.textOf("#light")).isEqualTo("●GOThe paper holds. Now compare the aircraft.");
            assertThat(phone.text()).contains(tail, "minutes left in the window", "Still to compare: tail, type");
            phone.shoot("gate-green");
            phone.shootDark("gate-green");
            phone.fill("Who checks", "Cpl Neri");
            compareAll(phone);
            phone.pressUntil("Release", "● Released at");
            assertThat(phone.text()).doesNotContain("Still to compare");
            assertThat(checked("RRR7201")).as("nothing has come yet").isEmpty();
            phone.pressUntil("Next paper", "May it go?");

            check(phone, paper);
            assertThat(phone.textOf("#light")).isEqualTo("▲CALLThis phone released this paper before. Call the host.");
            phone.shoot("gate-amber");
            phone.clickOn("[data-tick='tail-different']");
            assertThat(phone.textOf("#missing")).isEqualTo("Tail is different: it cannot be released.");
            phone.fill("Why you stop it", "another aircraft stands here");
            phone.pressUntil("Stop", "■ Stopped at");
            assertThat(phone.textOf("#light")).isEqualTo("■STOPStopped. Keep it on the ground.");
            phone.shoot("gate-stopped");
            phone.unfold("This phone");
            assertThat(phone.text()).contains("5 checks are not sent yet.");

            cable.plugIn();
            phone.as("sig.leone");
            phone.open("/gate");
            phone.unfold("This phone");
            phone.untilText("This phone is enrolled.");
            phone.untilGone("#waiting");
            phone.shoot("gate-sent");
        }
        List<Entry.GateChecked> checked = checked("RRR7201");
        assertThat(checked).extracting(it -> it.check().number() + " " + it.check().light() + " " + it.check().call())
                .containsExactly("2 GREEN NONE", "3 GREEN RELEASE", "4 AMBER NONE", "5 AMBER STOP");
        assertThat(checked.get(1)).satisfies(it -> {
            assertThat(it.base()).isEqualTo("SIGONELLA");
            assertThat(it.check().who()).isEqualTo("Cpl Neri");
            assertThat(it.check().compared()).hasSize(6).doesNotContainValue("different");
            assertThat(it.check().reasons()).isEqualTo(List.of("operator-alone"));
        });
        assertThat(flight("RRR7201").movement().call()).hasValue(Entry.Call.STOP);
        assertThat(demo.as("sig.leone").get("/base/" + flight("RRR7201").number()).body())
                .contains("stopped by the commander: another aircraft stands here");
    }

    /** Two hours without a network, then a day: the strip and the light have the limits of the host's trust file. */
    @Test
    void anOldPackIsAmberThenRed() throws Exception {
        String paper = paper("REACH21");
        try (Cable cable = new Cable(demo.address()); Browser phone = new Browser(cable.address())) {
            enrolled(phone, "sig.leone", "Gate 2");
            cable.pull();
            phone.open("/gate");
            phone.untilText("No network.");
            pass(phone, 2);
            check(phone, paper);
            assertThat(phone.textOf("#light")).isEqualTo("▲CALLThe pack is old. Call the host.");
            assertThat(phone.textOf("#age")).startsWith("▲ Pack 2 h 0")
                    .endsWith("Older than 1 h 00 min: call the host.");
            phone.fill("Who checks", "Cpl Neri");
            compareAll(phone);
            assertThat(phone.textOf("#missing")).isEqualTo("Amber: say whom you called and what they said.");
            phone.fill("Why you stop it, or whom you called", "Ten. Greco: it stands");
            phone.pressUntil("Release", "● Released at");
            phone.pressUntil("Next paper", "May it go?");
            pass(phone, 30);
            check(phone, paper);
            assertThat(phone.textOf("#light")).startsWith("■STOP");
            assertThat(phone.text()).contains("the pack is too old to check anything by: get a new one: 32 h 0");
            assertThat(phone.textOf("#age")).startsWith("■ Pack 32 h 0").endsWith("Too old: get a new one.");
            assertThat(phone.textOf("#missing")).isEqualTo("The paper is red: it cannot be released.");
        }
    }

    private static void pass(Browser phone, int hours) {
        phone.run("const done = arguments[1]; const now = Date.now; const more = arguments[0] * 3600e3;"
                + " Date.now = () => now() + more; done(true)", hours);
    }

    /** The camera sees the paper as it is printed, with its receipt, which is the denser code. */
    @ParameterizedTest
    @ValueSource(strings = {"valid.txt", "valid-with-receipt.txt"})
    void theCameraReadsThePaper(String vector, @TempDir Path folder) throws Exception {
        Path picture = folder.resolve("paper.mjpeg");
        Files.write(picture, photographed(Files.readString(Path.of("vectors/clearance").resolve(vector))));
        try (Browser phone = Browser.seeing(demo.address(), picture)) {
            phone.as("sig.leone");
            phone.open("/gate");
            phone.untilText("Fresh until");
            phone.pressUntil("Scan the paper", "Next paper");
            assertThat(phone.textOf("#light")).isEqualTo("■STOPNobody whom the host named signed it.");
        }
    }

    /** Some pictures of a code of level Q on grey paper, as a camera hands them over. */
    private static byte[] photographed(String text) throws Exception {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.QUARTILE);
        int module = 900 / (code.size + 8);
        BufferedImage image = new BufferedImage(1280, 960, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawn = image.createGraphics();
        drawn.setColor(new Color(225, 222, 210));
        drawn.fillRect(0, 0, 1280, 960);
        drawn.setColor(new Color(30, 30, 34));
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    drawn.fillRect(200 + x * module, 40 + y * module, module, module);
                }
            }
        }
        drawn.dispose();
        ByteArrayOutputStream film = new ByteArrayOutputStream();
        for (int frame = 0; frame < 5; frame++) {
            ImageIO.write(image, "jpg", film);
        }
        return film.toByteArray();
    }

    /** Two phones, one of each base, let one paper go; neither can know it before they have a network. */
    @Test
    void onePaperAtTwoBasesIsFound() throws Exception {
        String paper = paper("CHILL11");
        for (String commander : List.of("pan.moro", "sig.leone")) {
            try (Cable cable = new Cable(demo.address()); Browser phone = new Browser(cable.address())) {
                enrolled(phone, commander, "Gate of " + commander);
                cable.pull();
                phone.open("/gate");
                check(phone, paper);
                phone.fill("Who checks", "Serg. Vito");
                compareAll(phone);
                phone.pressUntil("Release", "● Released at");
                cable.plugIn();
                phone.as(commander);
                phone.open("/gate");
                phone.unfold("This phone");
                phone.untilText("This phone is enrolled.");
                phone.untilGone("#waiting");
            }
        }
        Dossier dossier = flight("CHILL11");
        assertThat(dossier.usedTwice()).filteredOn(twice -> !twice.first().device().isEmpty()).singleElement()
                .satisfies(twice -> assertThat(List.of(twice.first().base(), twice.second().base()))
                        .containsExactly("PANTELLERIA", "SIGONELLA"));
        String words = dossier.usedTwice().getLast().clearance() + " ";
        for (Map.Entry<String, String> place : Map.of("sig.leone", "/base", "pan.moro", "/base", "desk.rossi", "/cases")
                .entrySet()) {
            assertThat(demo.as(place.getKey()).get(place.getValue()).body()).contains("One paper, used twice", words);
        }
        assertThat(demo.as("desk.rossi").get("/cases/" + dossier.number()).body()).contains("Its paper was used twice");
        assertThat(demo.as("us.embassy").get("/cases").body()).doesNotContain("One paper, used twice");
    }

    @Test
    void aLostPhoneIsEnded() throws Exception {
        try (Browser phone = new Browser(demo.address())) {
            enrolled(phone, "sig.leone", "Gate 9");
            PostgresDevices.Listed listed = demo.installation().gate().devices().ofBase("SIGONELLA").stream()
                    .filter(it -> it.device().name().equals("Gate 9")).findFirst().orElseThrow();
            String id = listed.device().id();
            Caller commander = demo.as("sig.leone");
            assertThat(commander.submit("/base/devices/end", Map.of("device", id)).body())
                    .contains("Not ended: say why, such as `lost`.");
            assertThat(commander.submit("/base/devices/end", Map.of("device", id, "reason", "lost")).status())
                    .isEqualTo(303);
            assertThat(commander.submit("/base/devices/end", Map.of("device", id, "reason", "lost")).body())
                    .contains("Not ended: no such device stands at this base.");
            phone.open("/gate");
            phone.unfold("This phone");
            phone.untilText("This phone was ended. Hand it to the base commander.");
        }
    }
}
