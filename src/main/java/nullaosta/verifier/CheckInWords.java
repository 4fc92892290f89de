package nullaosta.verifier;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nullaosta.clearance.token.Claims;
import nullaosta.clearance.token.ClearanceToken;
import nullaosta.clearance.token.Light;
import nullaosta.clearance.token.Remark;
import nullaosta.clearance.token.TokenCheck;
import nullaosta.clearance.token.Trust;
import nullaosta.seal.Digest;

/** The check of a clearance as a base reads it: the light, why, and what stands on the paper. */
final class CheckInWords {

    private static final int LABEL = 14;
    private static final DateTimeFormatter ZULU = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss'Z'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private CheckInWords() {
    }

    /** What the light asks of whoever reads it. */
    static String sentence(TokenCheck check) {
        return switch (check.light()) {
            case GREEN -> "the clearance holds; compare what follows with what stands on the apron";
            case AMBER -> "not certain; " + check.remarks().getFirst().inWords();
            case RED -> "no take-off on this clearance; " + check.remarks().getFirst().inWords();
        };
    }

    static String page(TokenCheck check, Trust trust, Instant now) {
        Wrapped page = new Wrapped();
        page.paragraph(check.light() + "  ", check.light().name().length() + 2, sentence(check));
        boolean said = check.remarks().size() == 1 && check.light() != Light.GREEN;
        if (!check.remarks().isEmpty() && !said) {
            page.line("").line("Why");
            check.remarks().forEach(remark -> page.paragraph("  " + padded(remark.reason().light().name(), 7), 9,
                    remark.inWords()));
        }
        check.clearance().ifPresent(token -> paper(page, token));
        page.line("").paragraph("", 0, "checked at " + ZULU.format(now) + " with the trust file of " + trust.name()
                + " (" + trust.host() + (trust.exercise() ? ", exercise" : "") + "); " + pack(check));
        return page.toString();
    }

    private static void paper(Wrapped page, ClearanceToken token) {
        page.line("").line("The paper says");
        paper(token.claims()).forEach((label, words) -> page.paragraph("  " + padded(label, LABEL), LABEL + 2, words));
        List<String> conditions = conditions(token.claims().permitted().conditions());
        for (int i = 0; i < conditions.size(); i++) {
            page.paragraph("  " + padded(i == 0 ? "conditions" : "", LABEL), LABEL + 2, conditions.get(i));
        }
    }

    private static Map<String, String> paper(Claims claims) {
        Claims.Permitted permitted = claims.permitted();
        Map<String, String> paper = new LinkedHashMap<>();
        paper.put("number", claims.number() + (permitted.exercise() ? " (exercise)" : ""));
        paper.put("aircraft", permitted.type() + ", of " + permitted.state() + ", "
                + declared(permitted.crewed(), "crewed", "not crewed", "crew not declared"));
        paper.put("tail", permitted.tail());
        paper.put("address", permitted.address().orElse("none"));
        paper.put("call sign", permitted.callSign());
        several(paper, "in formation", permitted.formation());
        several(paper, "or a spare", permitted.spares());
        paper.put("armament", declared(permitted.armed(), "declared as armed", "declared as not armed",
                "not declared"));
        paper.put("purpose", permitted.purpose());
        paper.put("from, to", permitted.departure() + ", " + permitted.landing());
        paper.put("exit, entry", points(permitted.exits()) + ", " + points(permitted.entries()));
        for (int i = 0; i < permitted.legs().size(); i++) {
            paper.put("leg " + (i + 1), leg(permitted.legs().get(i)));
        }
        paper.put("window", ZULU.format(claims.from()) + " until " + ZULU.format(claims.until()));
        paper.put("issued", ZULU.format(claims.issuedAt()) + " by " + claims.issuer());
        return paper;
    }

    private static void several(Map<String, String> paper, String label, List<Claims.Airframe> aircraft) {
        if (!aircraft.isEmpty()) {
            paper.put(label, String.join("; ", aircraft.stream().map(one -> one.tail() + ", " + one.type() + ", "
                    + one.callSign() + one.address().map(address -> ", " + address).orElse("")).toList()));
        }
    }

    private static String leg(Claims.Leg leg) {
        return leg.from() + leg.departs().map(at -> " " + ZULU.format(at)).orElse("")
                + leg.exit().map(point -> ", out at " + point).orElse("")
                + leg.entry().map(point -> ", in at " + point).orElse("") + ", to " + leg.to()
                + leg.arrives().map(at -> " " + ZULU.format(at)).orElse("");
    }

    private static List<String> conditions(Claims.Conditions conditions) {
        return switch (conditions) {
            case Claims.Conditions.Written(List<String> texts) -> texts.isEmpty() ? List.of("none") : texts;
            case Claims.Conditions.Elsewhere(Digest digest) -> List
                    .of("not on the paper; their SHA-256 is " + digest.hex());
        };
    }

    private static String declared(Optional<Boolean> declared, String yes, String no, String silence) {
        return declared.map(it -> it ? yes : no).orElse(silence);
    }

    private static String points(List<String> points) {
        return points.isEmpty() ? "none" : String.join(" ", points);
    }

    private static String pack(TokenCheck check) {
        return check.packAge().map(age -> "pack " + TokenCheck.inWords(age) + (age.isNegative() ? "" : " old"))
                .orElse(check.clearance().isPresent() ? "no pack could be used" : "no pack was looked at");
    }

    private static String padded(String label, int width) {
        return label + " ".repeat(Math.max(1, width - label.length()));
    }

    /** For programs: instants in ISO 8601, the age in seconds, absent what is not known. */
    static Map<String, Object> map(TokenCheck check, Trust trust, Instant now) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("sentence", sentence(check));
        map.put("light", check.light().name());
        map.put("remarks", check.remarks().stream().map(CheckInWords::map).toList());
        map.put("at", now.toString());
        map.put("host", trust.host());
        check.packAge().ifPresent(age -> map.put("packAgeSeconds", age.toSeconds()));
        check.clearance().ifPresent(token -> map.put("clearance", map(token.claims())));
        return map;
    }

    private static Map<String, Object> map(Remark remark) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("code", remark.reason().code());
        map.put("light", remark.reason().light().name());
        map.put("words", remark.inWords());
        return map;
    }

    private static Map<String, Object> map(Claims claims) {
        Claims.Permitted permitted = claims.permitted();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("number", claims.number());
        map.put("issuer", claims.issuer());
        map.put("issuedAt", claims.issuedAt().toString());
        map.put("from", claims.from().toString());
        map.put("until", claims.until().toString());
        map.put("dataMode", permitted.exercise() ? "EXERCISE" : "REAL");
        map.put("state", permitted.state());
        map.put("type", permitted.type());
        map.put("tail", permitted.tail());
        permitted.address().ifPresent(address -> map.put("address", address));
        map.put("callSign", permitted.callSign());
        map.put("purpose", permitted.purpose());
        permitted.crewed().ifPresent(crewed -> map.put("crewed", crewed));
        permitted.armed().ifPresent(armed -> map.put("armed", armed));
        map.put("departure", permitted.departure());
        map.put("landing", permitted.landing());
        map.put("exits", permitted.exits());
        map.put("entries", permitted.entries());
        if (!permitted.formation().isEmpty()) {
            map.put("formation", permitted.formation().stream().map(CheckInWords::map).toList());
        }
        if (!permitted.spares().isEmpty()) {
            map.put("spares", permitted.spares().stream().map(CheckInWords::map).toList());
        }
        if (!permitted.legs().isEmpty()) {
            map.put("legs", permitted.legs().stream().map(CheckInWords::map).toList());
        }
        switch (permitted.conditions()) {
            case Claims.Conditions.Written(List<String> texts) -> map.put("conditions", texts);
            case Claims.Conditions.Elsewhere(Digest digest) -> map.put("conditionsDigest", digest.hex());
        }
        map.put("assessment", permitted.assessment().hex());
        return map;
    }

    private static Map<String, Object> map(Claims.Airframe one) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", one.type());
        map.put("tail", one.tail());
        one.address().ifPresent(address -> map.put("address", address));
        map.put("callSign", one.callSign());
        return map;
    }

    private static Map<String, Object> map(Claims.Leg leg) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("from", leg.from());
        map.put("to", leg.to());
        leg.exit().ifPresent(point -> map.put("exit", point));
        leg.entry().ifPresent(point -> map.put("entry", point));
        leg.departs().ifPresent(at -> map.put("departs", at.toString()));
        leg.arrives().ifPresent(at -> map.put("arrives", at.toString()));
        return map;
    }
}
