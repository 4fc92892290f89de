package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nullaosta.dossier.Row;
import nullaosta.web.form.Asked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A form that asks for something that is not done comes back as it was sent, with what is wrong at its field. */
class CameBackTest {

    private static Demo demo;

    @BeforeAll
    static void open() throws Exception {
        demo = Demo.open();
    }

    @AfterAll
    static void close() {
        demo.close();
    }

    private static String numberOf(String callSign) {
        return demo.installation().lists().every().stream().filter(row -> row.callSign().equals(callSign))
                .map(Row::number).findFirst().orElseThrow();
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                form("desk.rossi", "/cases/", "REACH34", Asked.STATEMENT, "value",
                        "`maybe` in answer to “Are the personnel to be protected on the ground there, then?”; expected yes"
                                + " or no. Programs send true and false.",
                        "fact=file.personnelOnGround", "value=maybe", "source=the liaison officer", "dated=2016-02-29",
                        "document=signal 7", "sha256=" + "a".repeat(64), "grade=C3", "basis=INSPECTED"),
                form("desk.rossi", "/cases/", "REACH34", Asked.RECEIPT, "receivedAt",
                        "found `yesterday`, expected a day and a time in UTC",
                        "receivedAt=yesterday", "evidence=the stamp", "reason=misread"),
                form("desk.rossi", "/cases/", "REACH34", Asked.PARTY, "latitude",
                        "found `north`, expected a number from -90 to 90", "who=a team of eight", "area=LIBYA",
                        "latitude=north", "longitude=15.09", "radiusMetres=2000", "from=2016-03-01T18:00",
                        "until=2016-03-01T20:00", "source=the liaison officer", "grade=C3"),
                form("desk.rossi", "/cases/", "REACH34", Asked.PARTY, "until",
                        "found `2016-03-01T18:00:00Z`, expected a day and a time in UTC after 2016-03-01 20:00Z",
                        "who=a team of eight", "area=LIBYA",
                        "latitude=32.37", "longitude=15.09", "radiusMetres=2000", "from=2016-03-01T20:00",
                        "until=2016-03-01T18:00", "source=the liaison officer", "grade=C3"),
                form("desk.rossi", "/cases/", "REACH34", Asked.CONSULTATION, "answerBy",
                        "An answer by `2016-03-01`; expected a day that is not over. Give the last day on which an answer"
                                + " helps.",
                        "office=Ministry of Foreign Affairs", "question=any objection?", "answerBy=2016-03-01"),
                form("desk.rossi", "/cases/", "REACH34", Asked.DRAFT, "reasons",
                        "found nothing, expected a text",
                        "verdict=REFUSE", "conditions=return at once"),
                form("sig.leone", "/base/", "REACH21", Asked.LANDING, "words",
                        "No reason; expected a reason in words. Say why: it becomes part of the case.",
                        "place=Trapani", "landing=EMERGENCY", "at="));
    }

    private static Arguments form(String person, String place, String callSign, Asked asked, String field, String words,
            String... fields) {
        Map<String, String> sent = new TreeMap<>();
        Stream.of(fields).map(each -> each.split("=", 2)).forEach(each -> sent.put(each[0], each[1]));
        return Arguments.of(person, place, callSign, asked, sent, field, words);
    }

    @ParameterizedTest(name = "{3}: {5}")
    @MethodSource("forms")
    void everythingThatWasTypedStays(String person, String place, String callSign, Asked asked,
            Map<String, String> sent, String field, String words) throws Exception {
        String address = place + numberOf(callSign) + "/" + asked.path();
        Caller.Reply reply = demo.as(person).submit(address, sent);
        assertThat(reply.status()).isEqualTo(422);
        String page = reply.body();
        String label = asked.form().label(field);
        assertThat(page).contains(
                "<a href=\"#" + asked.form().id(field) + "\">" + escaped(label + ": " + words) + "</a>");
        assertThat(page).contains(
                "id=\"" + asked.form().id(field) + "-fault\">" + escaped(words) + "</span>");
        sent.forEach((name, value) -> assertThat(shown(page, asked.form().id(name))).as(name).contains(escaped(value)));
        for (String folded : page.split("<details", -1)) {
            if (folded.contains("id=\"" + asked.form().id(field) + "\"") && folded.startsWith(" class=\"panel\"")) {
                assertThat(folded).startsWith(" class=\"panel\" open>");
            }
        }
    }

    /** The field with this id, to its end. */
    private static String shown(String page, String id) {
        var field = Pattern.compile("<(select|textarea|input)[^>]* id=\"" + id + "\"[^>]*>").matcher(page);
        assertThat(field.find()).as(id).isTrue();
        return switch (field.group(1)) {
            case "input" -> field.group();
            case "textarea" -> page.substring(field.start(), page.indexOf("</textarea>", field.start()));
            default -> Pattern.compile("<option value=\"[^\"]*\" selected>").matcher(
                    page.substring(field.start(), page.indexOf("</select>", field.start()))).results()
                    .map(option -> option.group()).findFirst().orElse("nothing is chosen");
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Test
    void aProposalKeepsItsNote() throws Exception {
        Caller.Reply reply = demo.as("us.envoy").submit("/proposals",
                Map.of("text", "terms: nothing", "answers", "", "note", "as agreed in Rome"));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).contains("terms: nothing", "value=\"as agreed in Rome\"");
    }
}
