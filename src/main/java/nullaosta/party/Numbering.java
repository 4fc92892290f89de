package nullaosta.party;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a host numbers its cases, and how a flight plan names a clearance.
 *
 * @param form of a case's number: capital letters, digits and hyphens around {@code {host}}, {@code {year}} and
 *        {@code {serial}}
 * @param item18 what stands in item 18 of the flight plan, around {@code {number}}
 * @param annual numbers that other states' aircraft have for a year, if the host takes part in that
 */
public record Numbering(String form, String item18, Optional<Annual> annual) {

    private static final Pattern FORM = Pattern.compile("(?:[A-Z0-9-]|\\{(?:host|year|serial)\\})+");

    /** Indicators of two to four letters, and behind each words without hyphen and stroke (ICAO Doc 4444, appendix 3, field 18). */
    private static final Pattern ITEM_18 = Pattern.compile("[A-Z]{2,4}/[A-Z0-9.]+(?: (?:[A-Z]{2,4}/)?[A-Z0-9.]+)*");
    private static final int LONGEST = 24;
    private static final int LONGEST_ITEM_18 = 120;

    /** What the number of an exercise begins with. */
    public static final String EXERCISE = "EX-";

    /** A case has a number such as {@code IT-2016-0042}, and a flight plan says {@code RMK/DCN IT 2016 0042 1}. */
    public static final Numbering PLAIN = new Numbering("{host}-{year}-{serial}", "RMK/DCN {number}",
            Optional.empty());

    /** A number's parts. */
    public record Parts(int year, int serial) {}

    public Numbering {
        List<String> placeholders = Pattern.compile("\\{[a-z]+\\}").matcher(form).results().map(MatchResult::group)
                .toList();
        if (!FORM.matcher(form).matches() || Set.copyOf(placeholders).size() != placeholders.size()
                || !placeholders.containsAll(List.of("{year}", "{serial}")) || form.startsWith("-")
                || form.startsWith(EXERCISE) || form.replaceAll("\\{[a-z]+\\}", "").length() > LONGEST) {
            throw new IllegalArgumentException(
                    "numbers/form: found `" + form + "`; expected capital letters, digits and "
                            + "hyphens, at most " + LONGEST
                            + ", with `{year}` and `{serial}` once each and `{host}` at most once, "
                            + "such as `{host}-{year}-{serial}`; `" + EXERCISE + "` at the beginning marks exercises");
        }
        if (item18.length() > LONGEST_ITEM_18 || item18.split("\\{number\\}", -1).length != 2
                || !ITEM_18.matcher(item18.replace("{number}", "X")).matches()) {
            throw new IllegalArgumentException("numbers/item18: found `" + item18
                    + "`; expected an indicator such as `RMK/` "
                    + "and behind it capital letters, digits, blanks and `{number}`, such as `RMK/DCN {number}`; "
                    + "hyphens and strokes part a flight plan's fields");
        }
    }

    public String write(StateCode host, int year, int serial, boolean exercise) {
        return (exercise ? EXERCISE : "") + form.replace("{host}", host.code())
                .replace("{year}", String.format(Locale.ROOT, "%04d", year))
                .replace("{serial}", String.format(Locale.ROOT, "%04d", serial));
    }

    /** Year and serial number of a number of this form; the year has four digits, so there is one reading. */
    public Optional<Parts> read(StateCode host, String number) {
        String plain = number.startsWith(EXERCISE) ? number.substring(EXERCISE.length()) : number;
        Matcher parts = Pattern.compile(form.replace("{host}", host.code()).replace("{year}", "(?<year>[0-9]{4})")
                .replace("{serial}", "(?<serial>[0-9]{4,9})")).matcher(plain);
        return parts.matches()
                ? Optional.of(new Parts(Integer.parseInt(parts.group("year")),
                        Integer.parseInt(parts.group("serial"))))
                : Optional.empty();
    }

    /**
     * The text of item 18, with each number as plain words: hyphens and strokes part a flight plan's fields, and brackets
     * begin and end its message.
     */
    public String inItem18(String number, Optional<String> annual) {
        return item18.replace("{number}", words(number) + annual.map(text -> " " + words(text)).orElse(""));
    }

    private static String words(String number) {
        return number.replaceAll("[^A-Z0-9.]+", " ").strip();
    }

    /**
     * The annual numbers of the arrangement of the European Defence Agency's members on diplomatic clearances.
     *
     * @param users states whose transports have one with this host
     * @param routine words for purposes, of which flights have the plain number
     * @param vip those of flights that carry persons of rank
     */
    public record Annual(Set<StateCode> users, Set<String> routine, Set<String> vip) {

        /** Who signed it, as the agency's portal lists them (dic.eda.europa.eu). */
        public static final Set<String> SIGNATORIES = Set.of("AT", "BE", "BG", "CY", "CZ", "DE", "FI", "FR", "GR", "IT",
                "LT", "LU", "LV", "NL", "NO", "PL", "RO", "SE", "SI", "SK");

        public Annual {
            users = Set.copyOf(users);
            routine = Set.copyOf(routine);
            vip = Set.copyOf(vip);
            users.stream().filter(user -> !SIGNATORIES.contains(user.code())).findFirst().ifPresent(user -> {
                throw new IllegalArgumentException("numbers/annual/users: found `" + user.code()
                        + "`; expected signatories of the arrangement: "
                        + String.join(", ", SIGNATORIES.stream().sorted().toList()));
            });
            routine.stream().filter(vip::contains).findFirst().ifPresent(purpose -> {
                throw new IllegalArgumentException("numbers/annual: `" + purpose
                        + "` stands in `routine` and in `vip`; expected each purpose once");
            });
        }

        /**
         * {@code EUAT (FR) 2026}, with {@code V} or {@code DG} behind it; the user's ISO 3166 code, and {@code EL} for Greece.
         * Empty where it is no flight for which there is such a number, or two kinds would fit.
         */
        public Optional<String> number(StateCode user, int year, String purpose, boolean dangerousGoods) {
            boolean rank = vip.contains(purpose);
            if (!users.contains(user) || !rank && !routine.contains(purpose) || rank && dangerousGoods) {
                return Optional.empty();
            }
            return Optional.of(String.format(Locale.ROOT, "EUAT (%s) %04d%s",
                    user.code().equals("GR") ? "EL" : user.code(), year, rank ? " V" : dangerousGoods ? " DG" : ""));
        }
    }
}
