package nullaosta.clearance.partner;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nullaosta.clearance.token.Gate;
import nullaosta.clearance.token.Trust;
import nullaosta.party.StateCode;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.JsonFault;
import nullaosta.seal.SealFault;

/**
 * Reads the partners of a host from a folder that has one folder each, named by its state: {@code FR/trust.json}, and
 * {@code FR/partner.json} where its packs can be fetched. Where there is no folder there is no partner.
 */
public final class PartnerFolder {

    private static final String ADDRESS = "an https address such as `https://nullaosta.example.fr/pack.json`; http only for"
            + " localhost";

    private PartnerFolder() {
    }

    /** What is wrong with a file, and what was expected. */
    public static final class Faulty extends Exception {
        private static final long serialVersionUID = 1L;

        Faulty(Path file, String message) {
            super(file + ": " + message);
        }
    }

    /**
     * In the order of their codes.
     *
     * @param host     whose partners they are; it is none of its own
     * @param exercise whether the host plays an exercise: its partners must, too
     */
    public static List<Partner> read(Path folder, StateCode host, boolean exercise) throws Faulty {
        if (!Files.exists(folder)) {
            return List.of();
        }
        List<Partner> partners = new ArrayList<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path one : found.sorted().toList()) {
                partners.add(partner(one, host, exercise));
            }
        } catch (IOException e) {
            throw new Faulty(folder, "cannot be read; expected a folder for each partner");
        }
        return partners;
    }

    private static Partner partner(Path folder, StateCode host, boolean exercise) throws Faulty {
        String name = String.valueOf(folder.getFileName());
        if (!Files.isDirectory(folder) || !StateCode.isKnown(name)) {
            throw new Faulty(folder, "found `" + name + "`; expected a folder named by its state's ISO 3166 code,"
                    + " such as `FR`");
        }
        StateCode state = new StateCode(name);
        if (state.equals(host)) {
            throw new Faulty(folder, "found the host itself; expected another state");
        }
        Path file = folder.resolve("trust.json");
        Trust trust = trust(file);
        if (!trust.host().equals(name)) {
            throw new Faulty(file, "found the trust file of `" + trust.host() + "`; expected that of `" + name + "`");
        }
        if (trust.exercise() != exercise) {
            throw new Faulty(file,
                    "it is for " + (trust.exercise() ? "an exercise" : "real flights") + ", this host has "
                            + (exercise ? "an exercise" : "real flights") + "; the two never mix");
        }
        Gate own = Gate.of(trust, Optional.empty());
        if (!own.faults().isEmpty()) {
            throw new Faulty(file, "the pack in it is not what that host published: "
                    + own.faults().getFirst().found());
        }
        Path more = folder.resolve("partner.json");
        Map<?, ?> ways = ways(more);
        return new Partner(state, trust.withoutPack(), trust.pack(), address(more, ways),
                folder.resolve("pack.json"), text(more, ways, "mirror").map(folder::resolve));
    }

    private static Trust trust(Path file) throws Faulty {
        try {
            return Trust.read(Files.readAllBytes(file));
        } catch (SealFault e) {
            throw new Faulty(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new Faulty(file, "cannot be read; expected the trust file that bases of that host get");
        }
    }

    /** Where its packs are fetched, and where a copy of its register is kept; nothing where the file is missing. */
    private static Map<?, ?> ways(Path file) throws Faulty {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            if (!(CanonicalJson.read(Files.readAllBytes(file)) instanceof Map<?, ?> json)) {
                throw new Faulty(file, "found no object; expected one");
            }
            for (Object field : json.keySet()) {
                if (!field.equals("pack") && !field.equals("mirror")) {
                    throw new Faulty(file, "unknown field `" + field + "`; expected one of mirror, pack");
                }
            }
            return json;
        } catch (JsonFault e) {
            throw new Faulty(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new Faulty(file, "cannot be read; expected an object with `pack` or `mirror`");
        }
    }

    private static Optional<String> text(Path file, Map<?, ?> ways, String field) throws Faulty {
        if (!ways.containsKey(field)) {
            return Optional.empty();
        }
        if (ways.get(field) instanceof String text && !text.isBlank()) {
            return Optional.of(text);
        }
        throw new Faulty(file, "found `" + ways.get(field) + "` as `" + field + "`; expected a text");
    }

    private static Optional<URI> address(Path file, Map<?, ?> ways) throws Faulty {
        Optional<String> text = text(file, ways, "pack");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI address = new URI(text.get());
            boolean here = "localhost".equals(address.getHost()) || "127.0.0.1".equals(address.getHost());
            boolean safe = "https".equals(address.getScheme()) || "http".equals(address.getScheme()) && here;
            if (address.getHost() != null && safe && address.getUserInfo() == null) {
                return Optional.of(address);
            }
        } catch (URISyntaxException e) {
            // told below, as any other text that is no such address
        }
        throw new Faulty(file, "found `" + text.get() + "` as `pack`; expected " + ADDRESS);
    }
}
