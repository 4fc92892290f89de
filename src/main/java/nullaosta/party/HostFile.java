package nullaosta.party;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nullaosta.airspace.Position;
import nullaosta.quantity.Distance;
import nullaosta.quantity.TimeWindow;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.IssuerPublicKey;
import nullaosta.seal.JsonFault;
import nullaosta.seal.SealFault;
import nullaosta.zone.Zone;
import nullaosta.zone.ZoneFile;

/** Reads a host, its people and its zones from the folder that describes them: {@code host.json}, {@code people.json}, {@code zones.json}. */
public final class HostFile {

    private static final Duration LONGEST_DELAY = Duration.ofDays(7);

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
        Optional<List<Zone>> zones = zones(folder.resolve("zones.json"));
        return read(file, Set.of("state", "name", "zone", "ordinaryAuthority", "signatures", "checkLifeMinutes",
                "packLifeMinutes", "bases", "recognitions", "office", "aerodromePrefixes", "belligerents",
                "protectionReachMetres", "profile", "retentionYears", "appointing", "numbers", "publicDelayMinutes",
                "oralDecisionHours", "silenceRules", "disclosureDays"),
                json -> new Host(new StateCode(text(json, "state")), text(json, "name"),
                        ZoneId.of(text(json, "zone")), bases(json), list(json, "recognitions").stream()
                                .map(HostFile::recognition).toList(),
                        signatures(json), text(json, "ordinaryAuthority"),
                        minutes(json, "checkLifeMinutes"),
                        minutes(json, "packLifeMinutes"), office(json),
                        new TreeSet<>(
                                words(json, "aerodromePrefixes", "[A-Z]{1,3}", "the beginning of ICAO indicators")),
                        list(json, "belligerents").stream().map(HostFile::belligerence).toList(),
                        new Distance(whole(json, "protectionReachMetres")), zones, ProfileReader.read(json),
                        retention(json), appointing(json), NumberingReader.read(json), publicDelay(json),
                        oralDecisionLife(json), silenceRules(json), disclosureDays(json)));
    }

    /** Where there is no file, no zones are known: that is not the same as none. */
    private static Optional<List<Zone>> zones(Path file) throws Faulty {
        try {
            return Files.exists(file) ? Optional.of(ZoneFile.read(Files.readAllBytes(file))) : Optional.empty();
        } catch (ZoneFile.Faulty e) {
            throw new Faulty(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new Faulty(file, "cannot be read; expected zones in ED-318's GeoJSON");
        }
    }

    public static People people(Path folder) throws Faulty {
        Path file = folder.resolve("people.json");
        return read(file, Set.of("exercise", "people"),
                json -> new People(list(json, "people").stream().map(HostFile::person).toList()));
    }

    private interface Part<T> {
        T of(Map<?, ?> json);
    }

    /** A field that nobody knows is refused: a misspelt number of signatures must not pass for none. */
    private static <T> T read(Path file, Set<String> fields, Part<T> part) throws Faulty {
        try {
            if (CanonicalJson.read(Files.readAllBytes(file)) instanceof Map<?, ?> json) {
                return part.of(known(json, fields));
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
            known(base, Set.of("code", "name", "icao", "latitude", "longitude"));
            Base read = new Base(text(base, "code"), text(base, "name"), text(base, "icao"), new Position(
                    number(base, "latitude").doubleValue(), number(base, "longitude").doubleValue()));
            if (bases.put(read.code(), read) != null) {
                throw new IllegalArgumentException("base `" + read.code() + "` is given twice");
            }
        }
        return bases;
    }

    private static Map<String, Integer> signatures(Map<?, ?> json) {
        Map<String, Integer> signatures = new LinkedHashMap<>();
        if (!(json.get("signatures") instanceof Map<?, ?> counts)) {
            throw new IllegalArgumentException("found no object `signatures`; expected one");
        }
        counts.forEach((authority, count) -> signatures.put(String.valueOf(authority),
                (int) whole(counts, String.valueOf(authority))));
        return signatures;
    }

    /** Thirty where nothing is said. */
    private static int disclosureDays(Map<?, ?> json) {
        long days = json.containsKey("disclosureDays") ? whole(json, "disclosureDays") : 30;
        if (days < 1 || days > 365) {
            throw new IllegalArgumentException("`" + days + "` as `disclosureDays`; expected 1 to 365");
        }
        return (int) days;
    }

    private static Map<String, SilenceRule> silenceRules(Map<?, ?> json) {
        Map<String, SilenceRule> rules = new LinkedHashMap<>();
        if (json.containsKey("silenceRules")) {
            if (!(json.get("silenceRules") instanceof Map<?, ?> given)) {
                throw new IllegalArgumentException("found no object `silenceRules`; expected one");
            }
            given.keySet().forEach(office -> {
                if (!String.valueOf(office).matches("[A-Z][A-Z0-9_]{0,63}")) {
                    throw new IllegalArgumentException("office `" + office
                            + "` in `silenceRules`; expected its name as terms have it, such as `CIVIL_AVIATION`");
                }
                if (!(given.get(office) instanceof Map<?, ?> rule)) {
                    throw new IllegalArgumentException("found no object `" + office + "` in `silenceRules`; expected"
                            + " `text` with the rule's source and `days` that it gives the office");
                }
                known(rule, Set.of("text", "days"));
                rules.put(String.valueOf(office),
                        new SilenceRule(text(rule, "text"), whole(rule, "days")));
            });
        }
        return rules;
    }

    private static Optional<Integer> retention(Map<?, ?> json) {
        if (!json.containsKey("retentionYears")) {
            return Optional.empty();
        }
        long years = whole(json, "retentionYears");
        if (years < 1 || years > 200) {
            throw new IllegalArgumentException("`" + years + "` as `retentionYears`; expected 1 to 200");
        }
        return Optional.of((int) years);
    }

    private static Optional<Host.Appointing> appointing(Map<?, ?> json) {
        if (!json.containsKey("appointing")) {
            return Optional.empty();
        }
        if (!(json.get("appointing") instanceof Map<?, ?> appointing)) {
            throw new IllegalArgumentException("found no object `appointing`; expected one");
        }
        known(appointing, Set.of("key", "required"));
        if (!(appointing.get("required") instanceof Boolean required)) {
            throw new IllegalArgumentException("found no `required` in `appointing`; expected true or false");
        }
        try {
            return Optional.of(new Host.Appointing(IssuerPublicKey.parse(text(appointing, "key")), required));
        } catch (SealFault e) {
            throw new IllegalArgumentException("`key` in `appointing`: " + e.getMessage());
        }
    }

    private static Recognition recognition(Map<?, ?> json) {
        known(json, Set.of("government", "from", "until"));
        return new Recognition(text(json, "government"), LocalDate.parse(text(json, "from")),
                optional(json, "until").map(LocalDate::parse));
    }

    private static OfficeHours office(Map<?, ?> json) {
        if (!(json.get("office") instanceof Map<?, ?> office)) {
            throw new IllegalArgumentException("found no object `office`; expected one");
        }
        known(office, Set.of("days", "opens", "closes", "closed"));
        List<String> names = Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).toList();
        Set<DayOfWeek> days = new TreeSet<>();
        words(office, "days", String.join("|", names), "a day such as MONDAY")
                .forEach(day -> days.add(DayOfWeek.valueOf(day)));
        Set<LocalDate> closed = new TreeSet<>();
        words(office, "closed", "[0-9]{4}-[0-9]{2}-[0-9]{2}", "a date")
                .forEach(day -> closed.add(LocalDate.parse(day)));
        return new OfficeHours(new StateCode(text(json, "state")), ZoneId.of(text(json, "zone")), days,
                LocalTime.parse(text(office, "opens")), LocalTime.parse(text(office, "closes")), closed);
    }

    private static Belligerence belligerence(Map<?, ?> json) {
        known(json, Set.of("state", "from", "until"));
        return new Belligerence(new StateCode(text(json, "state")), LocalDate.parse(text(json, "from")),
                optional(json, "until").map(LocalDate::parse));
    }

    private static Person person(Map<?, ?> json) {
        known(json, Set.of("id", "name", "post", "role", "state", "base", "mandates", "protectedParties",
                "subject", "oralDecisions", "deputyFor"));
        return new Person(text(json, "id"), text(json, "name"), text(json, "post"), role(text(json, "role")),
                new StateCode(text(json, "state")), optional(json, "base"),
                (json.containsKey("mandates") ? list(json, "mandates") : List.<Map<?, ?>>of()).stream()
                        .map(HostFile::mandate).toList(),
                optional(json, "protectedParties"), optional(json, "subject"),
                (json.containsKey("oralDecisions") ? list(json, "oralDecisions") : List.<Map<?, ?>>of()).stream()
                        .map(HostFile::delegation).toList(),
                (json.containsKey("deputyFor") ? list(json, "deputyFor") : List.<Map<?, ?>>of()).stream()
                        .map(HostFile::deputyship).toList());
    }

    private static Delegation delegation(Map<?, ?> json) {
        known(json, Set.of("officer", "act", "from", "until"));
        return new Delegation(text(json, "officer"), text(json, "act"),
                new TimeWindow(Instant.parse(text(json, "from")), Instant.parse(text(json, "until"))));
    }

    private static Deputyship deputyship(Map<?, ?> json) {
        known(json, Set.of("officer", "act", "from", "until"));
        return new Deputyship(text(json, "officer"), text(json, "act"),
                new TimeWindow(Instant.parse(text(json, "from")), Instant.parse(text(json, "until"))));
    }

    private static Role role(String word) {
        return Arrays.stream(Role.values()).filter(role -> role.name().equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("role `" + word + "`; expected one of "
                        + String.join(", ", Arrays.stream(Role.values()).map(Role::name).toList())));
    }

    private static Mandate mandate(Map<?, ?> json) {
        known(json, Set.of("authority", "act", "from", "until"));
        return new Mandate(text(json, "authority"), text(json, "act"),
                new TimeWindow(Instant.parse(text(json, "from")), Instant.parse(text(json, "until"))));
    }

    static String text(Map<?, ?> json, String field) {
        return optional(json, field)
                .orElseThrow(() -> new IllegalArgumentException("found no text `" + field + "`; expected one"));
    }

    static Optional<String> optional(Map<?, ?> json, String field) {
        if (json.get(field) instanceof String text && !text.isBlank()) {
            return Optional.of(text);
        }
        if (json.containsKey(field)) {
            throw new IllegalArgumentException("found `" + json.get(field) + "` as `" + field + "`; expected a text");
        }
        return Optional.empty();
    }

    static Map<?, ?> known(Map<?, ?> json, Set<String> fields) {
        for (Object field : json.keySet()) {
            if (!fields.contains(field)) {
                throw new IllegalArgumentException("unknown field `" + field + "`; expected one of "
                        + String.join(", ", new TreeSet<>(fields)));
            }
        }
        return json;
    }

    /** A week at most: who is told nothing for longer is not told. */
    private static Duration publicDelay(Map<?, ?> json) {
        String field = "publicDelayMinutes";
        long minutes = json.containsKey(field) ? whole(json, field) : 0;
        if (minutes < 0 || minutes > LONGEST_DELAY.toMinutes()) {
            throw new IllegalArgumentException("`" + minutes + "` as `" + field + "`; expected 0 to "
                    + LONGEST_DELAY.toMinutes());
        }
        return Duration.ofMinutes(minutes);
    }

    /** Three days at most: what nobody signs for longer was not decided. */
    private static Optional<Duration> oralDecisionLife(Map<?, ?> json) {
        String field = "oralDecisionHours";
        if (!json.containsKey(field)) {
            return Optional.empty();
        }
        long hours = whole(json, field);
        if (hours < 1 || hours > 72) {
            throw new IllegalArgumentException("`" + hours + "` as `" + field + "`; expected 1 to 72");
        }
        return Optional.of(Duration.ofHours(hours));
    }

    private static Duration minutes(Map<?, ?> json, String field) {
        long minutes = whole(json, field);
        if (minutes < 1) {
            throw new IllegalArgumentException("`" + minutes + "` as `" + field + "`; expected at least 1");
        }
        return Duration.ofMinutes(minutes);
    }

    static long whole(Map<?, ?> json, String field) {
        double number = number(json, field).doubleValue();
        if (number != Math.rint(number) || Math.abs(number) > 1_000_000) {
            throw new IllegalArgumentException("`" + number + "` as `" + field + "`; expected a whole number");
        }
        return (long) number;
    }

    static Number number(Map<?, ?> json, String field) {
        if (json.get(field) instanceof Number number) {
            return number;
        }
        throw new IllegalArgumentException("found no number `" + field + "`; expected one");
    }

    static List<String> words(Map<?, ?> json, String field, String form, String expected) {
        if (!(json.get(field) instanceof List<?> list)) {
            throw new IllegalArgumentException("found no list `" + field + "`; expected one");
        }
        List<String> words = list.stream().map(String::valueOf).toList();
        words.stream().filter(word -> !word.matches(form)).findFirst().ifPresent(word -> {
            throw new IllegalArgumentException("found `" + word + "` in `" + field + "`; expected " + expected);
        });
        return words;
    }

    static List<Map<?, ?>> list(Map<?, ?> json, String field) {
        if (!(json.get(field) instanceof List<?> list)) {
            throw new IllegalArgumentException("found no list `" + field + "`; expected one");
        }
        List<Map<?, ?>> items = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException("found `" + item + "` in `" + field + "`; expected objects");
            }
            items.add(map);
        }
        return items;
    }
}
