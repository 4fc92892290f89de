package nullaosta.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nullaosta.agreement.text.Problem;
import nullaosta.proof.Certificate;
import nullaosta.proof.CertificatePage;
import nullaosta.proof.Inquiry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What can be said of an agreement without a case: whether it is sound, what it allows, what a new version changes. */
@Command(name = "agreement", description = "Check, prove, compare, replay and read agreements.", subcommands = {
        AgreementCheckCommand.class, AgreementProveCommand.class,
        AgreementCompareCommand.class, AgreementReplayCommand.class, AgreementDriftCommand.class,
        AgreementWeaveCommand.class}, exitCodeOnInvalidInput = 64)
public final class AgreementCommand implements Runnable {

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli injects the fields
    public AgreementCommand() {
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "say what to do with it: check, prove, compare, replay, drift or weave");
    }

    /** Prints problems, each with its line, and how many there are. */
    static int notValid(CommandSpec spec, List<Problem> problems, boolean json, String nothing) {
        if (json) {
            print(spec, Map.of("problems", problems.stream().map(Problem::toMap).toList()));
            return ProofExit.NOT_VALID.code();
        }
        problems.forEach(problem -> spec.commandLine().getErr().println(problem.inFull() + "\n"));
        spec.commandLine().getErr().println(problems.size() + (problems.size() == 1 ? " problem" : " problems")
                + nothing);
        return ProofExit.NOT_VALID.code();
    }

    static void print(CommandSpec spec, Map<String, Object> map) {
        spec.commandLine().getOut().println(
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(map));
    }

    /** Refuses a folder with files in it: those of another proof would lie among the new ones. */
    static void refuseFull(CommandSpec spec, Path out) throws IOException {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new ParameterException(spec.commandLine(), "`" + out + "` is no folder");
        }
        if (Files.isDirectory(out)) {
            try (Stream<Path> files = Files.list(out)) {
                if (files.findAny().isPresent()) {
                    throw new ParameterException(spec.commandLine(),
                            "`" + out + "` is not empty; name a folder that is, or that does not exist yet");
                }
            }
        }
    }

    /** Prints an inquiry, in words or as its certificate; writes the certificate where that was asked. */
    static int answered(CommandSpec spec, Inquiry inquiry, Function<Inquiry, String> words, Optional<Path> out,
            boolean json) throws IOException {
        Certificate certificate = new Certificate(inquiry);
        if (out.isPresent()) {
            write(certificate, out.get());
        }
        if (json) {
            print(spec, certificate.toMap());
        } else {
            spec.commandLine().getOut().print(words.apply(inquiry));
            out.ifPresent(folder -> spec.commandLine().getOut().println("written: "
                    + folder.resolve("certificate.html") + " and " + certificate.files().size()
                    + " questions for other solvers"));
        }
        return (inquiry.asClaimed() ? ProofExit.AS_CLAIMED : ProofExit.NOT_AS_CLAIMED).code();
    }

    /** The certificate as JSON and as a page, and a file for each question. */
    private static void write(Certificate certificate, Path out) throws IOException {
        Files.createDirectories(out);
        Files.write(out.resolve("certificate.json"), certificate.json());
        Files.writeString(out.resolve("certificate.html"), CertificatePage.of(certificate));
        for (Map.Entry<String, String> file : certificate.files().entrySet()) {
            Files.writeString(out.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
        }
    }
}
