package nullaosta.clearance.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nullaosta.clearance.token.Remark.Reason;
import nullaosta.seal.Base45;
import nullaosta.seal.CoseSign1;
import nullaosta.seal.SealFault;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The vectors are as the code makes them, and each case comes to what it says, word for word. With
 * {@code -Dvectors.update=true} they are written anew around what is signed already; without any, all are made.
 */
class VectorsTest {

    private static final Path CLEARANCES = Vectors.FOLDER.resolve("clearance");

    private static Vectors vectors() throws Exception {
        if (Boolean.getBoolean("vectors.update")) {
            if (!Files.exists(Vectors.FOLDER.resolve("keys"))) {
                Vectors.makeKeys();
            }
            Vectors.write(Vectors.make(false));
        }
        return Vectors.make(false);
    }

    @Test
    void theFilesAreAsTheCodeMakesThem() throws Exception {
        Vectors made = vectors();
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Vectors.FOLDER)) {
            files.filter(Files::isRegularFile).map(file -> Vectors.FOLDER.relativize(file).toString())
                    .filter(file -> !file.startsWith("keys/")
                            && !Set.of("README.md", "check.py", "check_register.py").contains(file))
                    .forEach(found::add);
        }
        assertThat(found).isEqualTo(made.files.keySet());
        for (String file : found) {
            assertThat(Files.readAllBytes(Vectors.FOLDER.resolve(file))).as(file).isEqualTo(made.files.get(file));
        }
    }

    /** Signatures are random, what they are over is not. */
    @Test
    void whatIsSignedIsWhatTheCodeWouldSign() throws Exception {
        Vectors made = vectors();
        assertThat(made.payloads).hasSizeGreaterThan(10);
        made.payloads.forEach((file, payload) -> assertThat(payload(file)).as(file).isEqualTo(payload));
        Vectors anew = Vectors.make(true);
        assertThat(anew.payloads.keySet()).isEqualTo(made.payloads.keySet());
        assertThat(anew.files.get("clearance/valid.txt")).isNotEqualTo(made.files.get("clearance/valid.txt"));
        assertThat(anew.files.get("clearance/valid.payload.hex"))
                .isEqualTo(made.files.get("clearance/valid.payload.hex"));
    }

    private static byte[] payload(String file) {
        try {
            String text = Files.readString(Vectors.FOLDER.resolve(file)).substring(ClearanceToken.PREFIX.length());
            var payload = CoseSign1.decode(Base45.decode(text)).payload();
            return payload == null ? new byte[0] : payload.value();
        } catch (IOException | SealFault e) {
            throw new AssertionError(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> eachCaseComesToWhatItSays() throws Exception {
        return vectors().cases.stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> {
            TokenCheck check = check(one);
            assertThat(check.remarks()).extracting(Remark::inWords).isEqualTo(one.says());
            assertThat(check.light()).isEqualTo(one.light());
        }));
    }

    @Test
    void everyReasonIsAmongThem() throws Exception {
        Set<Reason> met = EnumSet.noneOf(Reason.class);
        for (Vectors.Case one : vectors().cases) {
            check(one).remarks().forEach(remark -> met.add(remark.reason()));
        }
        assertThat(met).isEqualTo(EnumSet.allOf(Reason.class));
    }

    @Test
    void codesAreStableWords() {
        assertThat(Stream.of(Reason.values()).map(Reason::code)).doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z0-9-]+"));
        assertThat(Stream.of(Reason.values()).map(Reason::light).collect(Collectors.toList()))
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    private static TokenCheck check(Vectors.Case one) throws IOException, SealFault {
        Optional<Pack> pack = one.pack().isPresent()
                ? Optional.of(Pack.read(Files.readAllBytes(CLEARANCES.resolve(one.pack().get()))))
                : Optional.empty();
        return TokenCheck.check(Files.readString(CLEARANCES.resolve(one.token()), StandardCharsets.UTF_8),
                Trust.read(Files.readAllBytes(CLEARANCES.resolve(one.trust()))), pack, one.at());
    }
}
