package nullaosta.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import nullaosta.appointment.Assertion;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.IssuerKey;
import nullaosta.seal.JsonFault;
import nullaosta.seal.SealFault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Signs a decision's text, once its signer has seen in words what it says. */
@Command(name = "sign", description = "Show what a decision's text says, and sign it; prints the signature.", mixinStandardHelpOptions = true, exitCodeOnInvalidInput = 64)
public final class OfficerSignCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "The text, as the case's page or the interface gave it.")
    private Path file;

    @Option(names = "--with", required = true, paramLabel = "FILE", description = "The officer's key, PKCS #12.")
    private Path with;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli injects the fields
    public OfficerSignCommand() {
    }

    @Override
    public Integer call() throws Exception {
        return OfficerCommand.printing(spec, () -> {
            String text = new String(OfficerCommand.read(file), StandardCharsets.UTF_8).strip();
            show(text);
            IssuerKey key = OfficerCommand.open(with);
            return new Assertion.ByKey(key.kid(), key.sign(text.getBytes(StandardCharsets.UTF_8))).text();
        });
    }

    /** On one line, with every character that could move the cursor or turn the text around written as its number. */
    private static String plain(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        CanonicalJson.text(value).codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                out.append(String.format("\\u%04x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** Nothing is signed that does not say what it decides; an appointing authority's key signs no act by mistake. */
    private void show(String text) throws SealFault {
        try {
            if (CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> said
                    && "Decision".equals(said.get("kind"))) {
                spec.commandLine().getErr().println("You sign:");
                said.forEach((field, value) -> spec.commandLine().getErr().println("  " + field + ": " + plain(value)));
                spec.commandLine().getErr().flush();
                return;
            }
        } catch (JsonFault e) {
            throw new SealFault(file + ": " + e.getMessage());
        }
        throw new SealFault(file + " is no decision's text; take the one that the case's page shows");
    }
}
