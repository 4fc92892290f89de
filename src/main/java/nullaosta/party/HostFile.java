package nullaosta.party;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.airspace.Position;
import nullaosta.quantity.TimeWindow;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.JsonFault;

/** Reads a host and its people from the folder that describes them: {@code host.json} and {@code people.json}. */
public final class HostFile {

    private HostFile() {
    }

    /** What is wrong with the file, where, and what was expected. */
    public static final class Faulty extends Exception {
        private static final long serialVersionUID = 1L;

        Faulty(Path file, String message) {
            super(file + ": " + message);
        }
    }

    public static Host host(Path folder) throws Faulty {
        Path file = folder.resolve("host.json");
        return read(file, json -> new Host(new StateCode(text(json, "state")), text(json, "name"),
                ZoneId.of(text(json, "zone")), bases(json), list(json, "recognitions").stream()
                        .map(HostFile::recognition).toList(),
                signatures(json), text(json, "ordinaryAuthority"),
                Duration.ofMinutes(number(json, "checkLifeMinutes").longValue()),
                Duration.ofMinutes(number(json, "packLifeMinutes").longValue())));
    }

    public static People people(Path folder) throws Faulty {
        Path file = folder.resolve("people.json");
        return read(file, json -> new People(list(json, "people").stream().map(HostFile::person).toList()));
    }

    private interface Part<T> {
        T of(Map<?, ?> json);
    }

    private static <T> T read(Path file, Part<T> part) throws Faulty {
        try {
            if (CanonicalJson.read(Files.readAllBytes(file)) instanceof Map<?, ?> json) {
                return part.of(json);
            }
            throw new Faulty(file, "found no object; expected one");
        } catch (JsonFault | IllegalArgumentException | DateTimeException e) {
            throw new Faulty(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new Faulty(file, "cannot be read; expected the description of a host");
        }
    }

    private static Map<String, Base> bases(Map<?, ?> json) {
        Map<String, Base> bases = new LinkedHashMap<>();
        for (Map<?, ?> base : list(json, "bases")) {
            bases.put(text(base, "code"),
                    new Base(text(base, "code"), text(base, "name"), text(base, "icao"), new Position(
                            number(base, "latitude").doubleValue(), number(base, "longitude").doubleValue())));
        }
        return bases;
    }

    private static Map<String, Integer> signatures(Map<?, ?> json) {
        Map<String, Integer> signatures = new LinkedHashMap<>();
        if (json.get("signatures") instanceof Map<?, ?> counts) {
            counts.forEach((authority, count) -> signatures.put(String.valueOf(authority),
                    count instanceof Number n ? n.intValue() : 0));
        }
        return signatures;
    }

    private static Recognition recognition(Map<?, ?> json) {
        return new Recognition(text(json, "government"), LocalDate.parse(text(json, "from")),
                optional(json, "until").map(LocalDate::parse));
    }

    private static Person person(Map<?, ?> json) {
        return new Person(text(json, "id"), text(json, "name"), text(json, "post"), Role.valueOf(text(json, "role")),
                new StateCode(text(json, "state")), optional(json, "base"),
                list(json, "mandates").stream().map(HostFile::mandate).toList());
    }

    private static Mandate mandate(Map<?, ?> json) {
        return new Mandate(text(json, "authority"), text(json, "act"),
                new TimeWindow(Instant.parse(text(json, "from")), Instant.parse(text(json, "until"))));
    }

    private static String text(Map<?, ?> json, String field) {
        return optional(json, field)
                .orElseThrow(() -> new IllegalArgumentException("found no text `" + field + "`; expected one"));
    }

    private static Optional<String> optional(Map<?, ?> json, String field) {
        return json.get(field) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static Number number(Map<?, ?> json, String field) {
        if (json.get(field) instanceof Number number) {
            return number;
        }
        throw new IllegalArgumentException("found no number `" + field + "`; expected one");
    }

    private static List<Map<?, ?>> list(Map<?, ?> json, String field) {
        List<Map<?, ?>> items = new ArrayList<>();
        if (json.get(field) instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof Map<?, ?> map) {
                    items.add(map);
                }
            }
        }
        return items;
    }
}
