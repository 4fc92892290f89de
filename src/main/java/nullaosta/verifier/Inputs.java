package nullaosta.verifier;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import nullaosta.register.proof.LogSource;
import nullaosta.seal.NoteVerifier;
import nullaosta.seal.SealFault;
import nullaosta.seal.WitnessPolicy;

/** What several commands are given: files, a register's place, whom to believe about it. */
final class Inputs {

    static final Usage.Option KEY = Usage.Option.of("--key", "FILE",
            "File with the register's verifier key, name+id+base64. Without it the policy's `log` line counts.");
    static final Usage.Option POLICY = Usage.Option.of("--policy", "FILE",
            "Which witnesses must have cosigned the checkpoint (C2SP tlog-policy).");

    static final Usage.Option TOKEN = Usage.Option.of("--token", "FILE",
            "File with an access token of the server: some read what the public does not see yet.");

    private static final int LARGEST_TOKEN = 20_000;
    private static final int LARGEST_KEY = 10_000;
    private static final int LARGEST_POLICY = 100_000;

    private Inputs() {
    }

    /** Whom to believe: the register's key, and the witnesses where any are asked for. */
    record Believed(NoteVerifier key, Optional<WitnessPolicy> policy) {}

    static Believed believed(Arguments arguments) throws NotChecked, WrongUsage {
        if (!arguments.has("--key") && !arguments.has("--policy")) {
            throw new WrongUsage("missing: --key FILE, or --policy FILE that names the register");
        }
        Optional<Path> policyFile = arguments.has("--policy")
                ? Optional.of(path(arguments.get("--policy")))
                : Optional.empty();
        Optional<WitnessPolicy> policy = policyFile.isPresent()
                ? Optional.of(policy(policyFile.get()))
                : Optional.empty();
        if (!arguments.has("--key")) {
            try {
                return new Believed(policy.orElseThrow().log(), policy);
            } catch (SealFault e) {
                throw NotChecked.in(policyFile.orElseThrow(), e);
            }
        }
        NoteVerifier key = key(path(arguments.get("--key")));
        if (policy.isPresent() && !policy.get().logs().isEmpty()
                && policy.get().logs().stream().noneMatch(log -> log.verifier().equals(key))) {
            throw new NotChecked("the policy does not name the register's key `" + key.vkey() + "`");
        }
        return new Believed(key, policy);
    }

    private static NoteVerifier key(Path file) throws NotChecked {
        try {
            return NoteVerifier.parse(text(bytes(file, LARGEST_KEY)));
        } catch (SealFault e) {
            throw NotChecked.in(file, e);
        }
    }

    private static WitnessPolicy policy(Path file) throws NotChecked {
        try {
            return WitnessPolicy.parse(text(bytes(file, LARGEST_POLICY)));
        } catch (SealFault e) {
            throw NotChecked.in(file, e);
        }
    }

    /** Where a register is read, in the name of the token's owner where one is given. */
    static LogSource source(String place, Arguments arguments) throws WrongUsage, NotChecked {
        boolean remote = place.startsWith("http://") || place.startsWith("https://");
        try {
            if (arguments.has("--token")) {
                if (!remote || !unread(URI.create(place))) {
                    throw new WrongUsage("--token goes with an https address; http only for localhost");
                }
                return LogSource.address(URI.create(place), token(path(arguments.get("--token"))));
            }
            return remote ? LogSource.address(URI.create(place)) : LogSource.directory(Path.of(place));
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(
                    "`" + place + "` is neither an address such as https://host.example/register nor a folder");
        }
    }

    /** Whether nobody on the way reads what is sent there. */
    private static boolean unread(URI address) {
        return "https".equals(address.getScheme()) || "localhost".equals(address.getHost())
                || "127.0.0.1".equals(address.getHost());
    }

    private static String token(Path file) throws NotChecked {
        String token = text(bytes(file, LARGEST_TOKEN)).strip();
        if (token.isEmpty() || token.length() >= LARGEST_TOKEN
                || !token.chars().allMatch(letter -> letter > ' ' && letter < 127)) {
            throw new NotChecked("`" + file + "` holds no access token; expected one in a line");
        }
        return token;
    }

    static Path path(String text) throws WrongUsage {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new WrongUsage("`" + text + "` cannot be a file");
        }
    }

    /** The file's bytes, or one more than the most that anybody would read. */
    static byte[] bytes(Path file, int most) throws NotChecked {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(most + 1);
        } catch (NoSuchFileException e) {
            throw new NotChecked("no file `" + file + "`");
        } catch (IOException e) {
            throw new NotChecked("`" + file + "` cannot be read");
        }
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
