package nullaosta.mission.form;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import nullaosta.agreement.Agreements;
import nullaosta.party.Host;
import nullaosta.party.HostFile;
import nullaosta.party.StateCode;

/** Italy's form for missions of the United States, under the shipped agreements or those of a scenario. */
final class Forms {

    static final Instant NOON = Instant.parse("2016-02-26T12:00:00Z");
    static final Path ITALY = Path.of("hosts/it");

    private Forms() {
    }

    static Host italy() {
        return host(ITALY);
    }

    /** Italy with another profile. */
    static Host italy(Path folder, String profile) throws IOException {
        String text = Files.readString(ITALY.resolve("host.json"));
        Files.writeString(folder.resolve("host.json"),
                text.substring(0, text.indexOf("\"profile\"")) + "\"profile\": " + profile + "}");
        return host(folder);
    }

    private static Host host(Path folder) {
        try {
            return HostFile.host(folder);
        } catch (HostFile.Faulty e) {
            throw new AssertionError(e);
        }
    }

    static Agreements agreements(String folder) throws IOException {
        return Agreements.read(Path.of(folder));
    }

    static Form form(String folder) throws IOException {
        return form(italy(), folder);
    }

    static Form form(Host host, String folder) throws IOException {
        return Form.of(host, agreements(folder), Optional.of(new StateCode("US")), NOON, Form.Ending.NONE);
    }
}
