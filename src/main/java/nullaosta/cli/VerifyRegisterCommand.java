package nullaosta.cli;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import nullaosta.cli.VerifyCommand.NotChecked;
import nullaosta.register.proof.Checkpoint;
import nullaosta.register.proof.LogSource;
import nullaosta.register.proof.RegisterVerifier;
import nullaosta.register.proof.Verification;
import nullaosta.seal.NoteVerifier;
import nullaosta.seal.SealFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies everything that a register published; the exit code says whether it holds. */
@Command(name = "register", description = "Verify every entry and tile of a register.", exitCodeOnInvalidInput = 64)
public final class VerifyRegisterCommand implements Callable<Integer> {

    private static final int LARGEST_KEY = 10_000;

    @Parameters(index = "0", paramLabel = "URL-OR-DIR", description = "Where the register is published, or a folder with its files.")
    private String place;

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "File with the register's verifier key, name+id+base64.")
    private Path keyFile;

    @Option(names = "--json", description = "Print JSON for programs.")
    private boolean json;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli injects the fields
    public VerifyRegisterCommand() {
    }

    @Override
    public Integer call() {
        LogSource source = source();
        try {
            return switch (RegisterVerifier.verify(source, key())) {
                case Verification.Sound sound -> sound(sound);
                case Verification.Broken broken -> broken(broken);
                case Verification.Unread(String what) -> throw new NotChecked(what);
            };
        } catch (NotChecked e) {
            return VerifyCommand.notChecked(spec, e);
        }
    }

    private LogSource source() {
        try {
            return place.startsWith("http://") || place.startsWith("https://")
                    ? LogSource.address(URI.create(place))
                    : LogSource.directory(Path.of(place));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(),
                    "`" + place + "` is neither an address such as https://host.example/register nor a folder");
        }
    }

    private NoteVerifier key() throws NotChecked {
        try {
            return NoteVerifier
                    .parse(new String(VerifyCommand.bytes(keyFile, LARGEST_KEY), StandardCharsets.UTF_8));
        } catch (SealFault e) {
            throw NotChecked.in(keyFile, e);
        }
    }

    private int sound(Verification.Sound sound) {
        Checkpoint checkpoint = sound.checkpoint();
        String sentence = "every entry, every tile and the root agree with the signed checkpoint";
        if (json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("sentence", sentence);
            map.put("outcome", "SOUND");
            map.put("origin", checkpoint.origin());
            map.put("entries", checkpoint.size());
            map.put("root", checkpoint.root().base64());
            map.put("tiles", sound.tiles());
            map.put("bundles", sound.bundles());
            VerifyCommand.print(spec, map);
        } else {
            spec.commandLine().getOut().print(new Wrapped().paragraph("SOUND  ", 7, sentence).line("")
                    .line("  origin   " + checkpoint.origin()).line("  entries  " + checkpoint.size())
                    .line("  root     " + checkpoint.root().base64())
                    .line("  read     " + counted(sound.bundles(), "bundle") + " of entries, "
                            + counted(sound.tiles(), "tile") + " of hashes"));
        }
        return VerifyExit.HOLDS.code();
    }

    private int broken(Verification.Broken broken) {
        String sentence = "the register is not what its checkpoint says: " + broken.where() + ": " + broken.what();
        if (json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("sentence", sentence);
            map.put("outcome", "BROKEN");
            map.put("where", broken.where());
            map.put("what", broken.what());
            VerifyCommand.print(spec, map);
        } else {
            spec.commandLine().getOut().print(new Wrapped().paragraph("BROKEN  ", 8, sentence).line("")
                    .paragraph("", 0, "Keep what was published, with its checkpoint: it is the proof."));
        }
        return VerifyExit.DOES_NOT_HOLD.code();
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
