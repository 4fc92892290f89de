package nullaosta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nullaosta.appointment.Act;
import nullaosta.appointment.Assertion;
import nullaosta.appointment.OfficerKey;
import nullaosta.appointment.Roll;
import nullaosta.appointment.SignedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An officer's key from the JDK's own keytool to a signature that counts, each step in a process of its own. */
class OfficerCommandTest {

    private static final String TEXT = """
            {"case":"IT-2016-0001","kind":"Decision","verdict":"APPROVE"}""";

    @TempDir
    Path folder;

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void makeKeys() throws Exception {
        for (String name : List.of("appointing", "officer")) {
            Ended made = run(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias", name, "-keyalg", "EC", "-groupname", "secp256r1", "-storetype", "PKCS12", "-keystore",
                    file(name + ".p12"), "-storepass", "exercise", "-dname", "CN=" + name));
            assertThat(made.code()).as(made.err() + made.out()).isZero();
        }
        Files.writeString(folder.resolve("text.json"), TEXT);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private Ended run(List<String> command) throws Exception {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put(OfficerCommand.PASSWORD, "exercise");
        int code = builder.start().waitFor();
        return new Ended(code, Files.readString(out).strip(), Files.readString(err).strip());
    }

    private Ended officer(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), "nullaosta.Nullaosta", "officer"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private String[] appoint(String until) {
        return new String[]{"appoint", "--with", file("appointing.p12"), "--key", file("public.json"), "--officer",
                "smd.conti", "--name", "Gen. B. Conti", "--authority", "defence-staff", "--act", "order 12/2016",
                "--from", "2016-01-01T00:00:00Z", "--until", until};
    }

    @Test
    void fromKeyToSignature() throws Exception {
        Ended open = officer("key", file("officer.p12"));
        Files.writeString(folder.resolve("public.json"), open.out());
        OfficerKey key = OfficerKey.parse(open.out().getBytes(StandardCharsets.UTF_8));
        OfficerKey authority = OfficerKey
                .parse(officer("key", file("appointing.p12")).out().getBytes(StandardCharsets.UTF_8));

        Act act = Act.parse(officer(appoint("2017-01-01T00:00:00Z")).out().getBytes(StandardCharsets.UTF_8));
        Act end = Act.parse(officer("end", "--with", file("appointing.p12"), "--key", key.kid(), "--from",
                "2016-06-01T00:00:00Z", "--reason", "he left").out().getBytes(StandardCharsets.UTF_8));
        Roll roll = new Roll(authority.key(), List.of(act, end));
        assertThat(roll.appointment(key.kid(), "defence-staff", Instant.parse("2016-05-31T23:59:59Z"))).isPresent();
        assertThat(roll.appointment(key.kid(), "defence-staff", Instant.parse("2016-06-01T00:00:00Z"))).isEmpty();

        Ended signed = officer("sign", file("text.json"), "--with", file("officer.p12"));
        assertThat(signed.err()).contains("You sign:", "  verdict: \"APPROVE\"", "  case: \"IT-2016-0001\"");
        assertThat(Assertion.parse(signed.out()).kid()).isEqualTo(key.kid());
        assertThat(new SignedText(TEXT, signed.out()).signedBy(key)).isTrue();
        assertThat(new SignedText(TEXT + " ", signed.out()).signedBy(key)).isFalse();
    }

    @Test
    void whatIsFaultyIsToldAndNothingSigned() throws Exception {
        Files.writeString(folder.resolve("public.json"), officer("key", file("officer.p12")).out());
        assertThat(officer(appoint("2015-01-01T00:00:00Z")))
                .isEqualTo(new Ended(1, "", "nullaosta: --until is not after --from"));
        assertThat(officer("key", file("text.json"))).isEqualTo(new Ended(1, "", "nullaosta: " + file("text.json")
                + ": this is no PKCS #12 file, or the password is another"));
        assertThat(officer("key", file("nowhere.p12")))
                .isEqualTo(new Ended(1, "", "nullaosta: " + file("nowhere.p12") + " cannot be read"));
        assertThat(officer("sign", file("public.json"), "--with", file("officer.p12")))
                .isEqualTo(new Ended(1, "", "nullaosta: " + file("public.json")
                        + " is no decision's text; take the one that the case's page shows"));
        assertThat(officer().err()).startsWith("nullaosta: a command is missing; known here: key, appoint, end, sign");
    }
}
