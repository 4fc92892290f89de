package nullaosta.agreement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The agreements that ship with the product: those of the host, and those of the scenario packs. */
public final class ShippedAgreements {

    private static final Path SCENARIOS = Path.of("scenarios");

    private ShippedAgreements() {
    }

    /** The packs, each with {@code agreements}, {@code casebook} and {@code README.md}. */
    public static List<Path> packs() throws IOException {
        try (Stream<Path> all = Files.list(SCENARIOS)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** The folders of agreements, that of the host first. */
    public static List<Path> folders() throws IOException {
        List<Path> folders = new ArrayList<>(List.of(Path.of("agreements")));
        packs().forEach(pack -> folders.add(pack.resolve("agreements")));
        return folders;
    }

    public static List<Terms> versions() throws IOException {
        List<Terms> versions = new ArrayList<>();
        for (Path folder : folders()) {
            Agreements.read(folder).all().forEach(agreement -> versions.addAll(agreement.versions()));
        }
        return versions;
    }
}
