package nullaosta.witness;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nullaosta.seal.SealFault;
import nullaosta.seal.WitnessPolicy;
import nullaosta.seal.WitnessVerifier;

/** A witness in a process of its own, with its own key, as another institution runs it. */
public final class WitnessProcess implements AutoCloseable {

    private final String name;
    private final Process process;
    private final WitnessVerifier verifier;
    private final int port;

    private WitnessProcess(String name, Process process, WitnessVerifier verifier, int port) {
        this.name = name;
        this.process = process;
        this.verifier = verifier;
        this.port = port;
    }

    /**
     * @param register file with the register's key; it may come later than the first request, never than the start
     * @param port 0 for any
     */
    public static WitnessProcess start(String name, Path memory, Path register, int port, String... more)
            throws IOException, SealFault {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), "nullaosta.Nullaosta", "witness", "--name",
                name + ".example/witness", "--memory", memory.toString(), "--register", register.toString(), "--port",
                Integer.toString(port)));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectError(Files.createDirectories(memory).resolve("errors.txt").toFile()).start();
        WitnessVerifier verifier = null;
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("key: ")) {
                verifier = WitnessVerifier.parse(line.substring("key: ".length()));
            }
            if (verifier != null && line.startsWith("The witness is ready: ")) {
                return new WitnessProcess(name, process, verifier,
                        Integer.parseInt(line.substring(line.lastIndexOf(':') + 1)));
            }
        }
        throw new IOException(Files.readString(memory.resolve("errors.txt")));
    }

    public WitnessPolicy.Witness known() {
        return new WitnessPolicy.Witness(name, verifier, Optional.of(URI.create("http://127.0.0.1:" + port)));
    }

    public int port() {
        return port;
    }

    /** Ends it at once, as a power cut would. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
