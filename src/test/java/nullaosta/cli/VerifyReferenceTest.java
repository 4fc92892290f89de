package nullaosta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nullaosta.clearance.token.Remark.Reason;
import nullaosta.verifier.VerifyExit;
import org.junit.jupiter.api.Test;

/** The reference says what the code says: reasons in their order, exit codes, figures of the vectors. */
class VerifyReferenceTest {

    private static final Path TOKEN = Path.of("docs/reference/token.md");
    private static final Path REGISTER = Path.of("docs/reference/register.md");

    @Test
    void reasonsStandThereInTheirOrder() throws IOException {
        assertThat(rows(TOKEN, "| reason | light | sentence |")).isEqualTo(Stream.of(Reason.values())
                .map(it -> "| `" + it.code() + "` | " + it.light() + " | " + it.sentence() + " |").toList());
        long ending = Stream.of(Reason.values()).takeWhile(it -> it != Reason.OTHER_ISSUER).count();
        assertThat(ending).isEqualTo(8);
        assertThat(Files.readString(TOKEN)).contains("The first eight end the check");
    }

    @Test
    void exitCodesStandThere() throws IOException {
        List<String> expected = Stream.of(VerifyExit.values()).map(it -> "| " + it.code() + " | " + it.meaning() + " |")
                .toList();
        assertThat(rows(TOKEN, "| exit | meaning |")).isEqualTo(expected);
        assertThat(rows(REGISTER, "| exit | meaning |")).isEqualTo(expected);
    }

    @Test
    void figuresAreThoseOfTheVectors() throws IOException {
        assertThat(rows(TOKEN, "| | bytes | characters | QR version | modules | at 0.5 mm |")).containsExactly(
                "| without receipt | " + figures("valid"),
                "| with receipt: a register of 300 entries, two witnesses | " + figures("valid-with-receipt"));
    }

    private static String figures(String name) throws IOException {
        String text = Files.readString(Path.of("vectors/clearance/" + name + ".txt"));
        QrCode code = QrCode.encodeSegments(List.of(QrSegment.makeAlphanumeric(text)), QrCode.Ecc.QUARTILE, 1, 40, -1,
                false);
        int bytes = (text.length() - 4) / 3 * 2 + (text.length() - 4) % 3 / 2;
        return String.format(Locale.ROOT, "%,d | %,d | %d | %d | %.1f mm |", bytes, text.length(), code.version,
                code.size, code.size / 2.0);
    }

    private static List<String> rows(Path file, String heading) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> rows = new ArrayList<>();
        int at = lines.indexOf(heading);
        assertThat(at).as(heading).isNotNegative();
        for (String line : lines.subList(at + 2, lines.size())) {
            if (!line.startsWith("|")) {
                break;
            }
            rows.add(line);
        }
        return rows;
    }
}
