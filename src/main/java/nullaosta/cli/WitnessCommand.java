package nullaosta.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import nullaosta.seal.NoteVerifier;
import nullaosta.seal.Scheme;
import nullaosta.seal.SealFault;
import nullaosta.seal.WitnessKey;
import nullaosta.witness.Witness;
import nullaosta.witness.WitnessMemory;
import nullaosta.witness.WitnessServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Watches registers for another than their operator, until it is stopped. */
@Command(name = "witness", description = "Cosign the checkpoints of registers, never two histories of one (C2SP tlog-witness).", mixinStandardHelpOptions = true, exitCodeOnInvalidInput = 64)
public final class WitnessCommand implements Callable<Integer> {

    /** What a witness can sign with. */
    enum Algorithm {
        ED25519(Scheme.EDDSA),
        ML_DSA_44(Scheme.ML_DSA_44);

        private final Scheme scheme;

        Algorithm(Scheme scheme) {
            this.scheme = scheme;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "Its name, such as parliament.example.it/witness.")
    private String name;

    @Option(names = "--memory", required = true, paramLabel = "DIR", description = "Folder for its key and for what it saw last; made where it is missing.")
    private Path memory;

    @Option(names = "--register", required = true, paramLabel = "FILE", description = "File with the verifier key of a register to watch; may be given again.")
    private List<Path> registers;

    @Option(names = "--address", paramLabel = "ADDRESS", description = "Address to listen on; TLS ends before it (127.0.0.1).")
    private String address = "127.0.0.1";

    @Option(names = "--port", paramLabel = "PORT", description = "Port to listen on; 0 for any that is free (8090).")
    private int port = 8_090;

    @Option(names = "--algorithm", paramLabel = "NAME", description = "Of the key that is made at the first start; or ml-dsa-44 (ed25519).")
    private Algorithm algorithm = Algorithm.ED25519;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli injects the fields
    public WitnessCommand() {
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "port `" + port + "`; expected 0 to 65535");
        }
        try {
            boolean again = Files.exists(memory.resolve("witness.pem"));
            if (again && !Files.isDirectory(memory.resolve("seen"))) {
                return refused(
                        memory.resolve("seen") + " is gone, and the key is there: a witness that has forgotten what "
                                + "it saw must not sign; put it back, or begin with a new folder and a new key");
            }
            WitnessMemory seen = new WitnessMemory(memory.resolve("seen"));
            WitnessKey key = key(memory.resolve("witness.pem"));
            Map<String, NoteVerifier> watched = new LinkedHashMap<>();
            for (Path file : registers) {
                NoteVerifier register = register(file);
                if (watched.put(register.name(), register) != null) {
                    return refused(file + ": a second key for the register " + register.name()
                            + "; expected one key for each");
                }
            }
            try (WitnessServer server = WitnessServer.start(new Witness(key, watched, seen),
                    new InetSocketAddress(address, port), InstantSource.system())) {
                spec.commandLine().getOut().println("key: " + key.verifier().vkey());
                spec.commandLine().getOut().println("watching: " + String.join(", ", watched.keySet()));
                spec.commandLine().getOut().println("The witness is ready: http://" + address + ":" + server.port());
                spec.commandLine().getOut().flush();
                new CountDownLatch(1).await();
            }
            return 0;
        } catch (SealFault e) {
            return refused(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return refused("cannot listen on " + address + ":" + port + " or keep what it sees in " + memory + " ("
                    + e.getMessage() + "); give others with --address, --port and --memory");
        }
    }

    private WitnessKey key(Path file) throws IOException, SealFault {
        if (!Files.exists(file)) {
            WitnessKey.generate(name, algorithm.scheme, new SecureRandom()).save(file);
        }
        try {
            return WitnessKey.load(name, file);
        } catch (SealFault e) {
            throw new SealFault(file + ": " + e.getMessage());
        }
    }

    private static NoteVerifier register(Path file) throws SealFault {
        try {
            return NoteVerifier.parse(Files.readString(file));
        } catch (IOException e) {
            throw new SealFault(file + " cannot be read; expected the register's verifier key, name+id+base64");
        } catch (SealFault e) {
            throw new SealFault(file + ": " + e.getMessage());
        }
    }

    private int refused(String why) {
        spec.commandLine().getErr().println("nullaosta: " + why);
        return ExitCode.FAILURE.code();
    }
}
