package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nullaosta.cli.CommandLineDoor;
import nullaosta.mission.MissionWriter;
import nullaosta.register.proof.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One whole flight by programs alone, and its paper checked by the command line as a base does without a network. */
class RestStoryTest {

    @TempDir
    private Path base;

    @Test
    void oneFlightByProgramsAlone() throws Exception {
        try (Demo demo = Demo.open()) {
            String number = filed(demo);
            looked(demo, number);
            cleared(demo, number);
            closed(demo, number);
            paper(demo, number);
            assertThat(verify(demo, number)).isEqualTo(0);
            flown(demo, number);
            ask(demo, "min.ferri", number, "revocation", Map.of("reason", "The team has left."));
            assertThat(verify(demo, number)).isEqualTo(2);
            assertThat(ask(demo, "sig.leone", number, "landing",
                    Map.of("place", "SIGONELLA", "landing", "PLANNED")).text("nextStep")).contains("flown");
            assertThat(demo.verified()).isInstanceOf(Verification.Sound.class);
            assertThat(verifiedByCommand(demo)).isEqualTo(0);
        }
    }

    private static String filed(Demo demo) throws Exception {
        Instant now = Instant.now();
        var scene = demo.scene("01-armed-to-protect-personnel").mission();
        Map<String, Object> mission = MissionWriter.write(
                scene.shifted(Duration.between(scene.departure(), now.plusSeconds(60))));
        aircraft(mission).put("callSign", "REACH88");
        Caller.Reply filed = demo.as("us.embassy").post("/api/v1/missions", Map.of("mission", mission));
        assertThat(filed.status()).as(filed.body()).isEqualTo(201);
        assertThat(filed.text("outcome")).isEqualTo("NEEDS_FACTS");
        return filed.text("number");
    }

    @SuppressWarnings("unchecked") // as the writer of missions makes it
    private static Map<String, Object> aircraft(Map<String, Object> mission) {
        return (Map<String, Object>) java.util.Objects.requireNonNull(mission.get("aircraft"));
    }

    private static void cleared(Demo demo, String number) throws Exception {
        assertThat(ask(demo, "desk.rossi", number, "statement",
                Map.of("fact", "file.personnelOnGround", "value", "true", "source", "liaison officer", "dated",
                        "2026-11-20", "grade", "B2", "basis", "ASSURED"))
                .text("outcome")).isEqualTo("REFER");
        ask(demo, "desk.rossi", number, "draft",
                Map.of("verdict", "APPROVE", "reasons", "within the terms", "conditions", List.of("No release")));
        ask(demo, "min.ferri", number, "signature", Map.of("verdict", "APPROVE", "reasons", "to protect"));
        assertThat(ask(demo, "pcm.valle", number, "signature", Map.of("verdict", "APPROVE", "reasons", "agreed"))
                .text("phase")).isEqualTo("CLEARED");
    }

    /** Whom it protects is in the answer to a look and nowhere else, whoever asks. */
    private static void looked(Demo demo, String number) throws Exception {
        ask(demo, "desk.rossi", number, "party",
                Map.of("who", "the field hospital", "area", "LIBYA", "latitude", 32.375,
                        "longitude", 15.092, "radiusMetres", 2_000, "from", "2016-01-01T00:00:00Z", "until",
                        "2199-01-01T00:00:00Z", "source", "liaison officer", "grade", "B2"));
        assertThat(demo.as("desk.greco").post("/api/v1/cases/" + number + "/look", Map.of("reason", "curious")).body())
                .contains("NOT_NAMED").doesNotContain("hospital");
        assertThat(demo.as("min.ferri").post("/api/v1/cases/" + number + "/look", Map.of("reason", "to decide")).body())
                .contains("the field hospital", "32.375", "\"kind\":\"ProtectedPartiesSeen\"");
        for (String person : List.of("desk.rossi", "min.ferri", "us.embassy", "audit.bruni", "sig.leone")) {
            assertThat(demo.as(person).get("/api/v1/cases/" + number).body()).as(person).doesNotContain("hospital",
                    "32.375");
            assertThat(demo.as(person).get("/cases/" + number).body()).as(person).doesNotContain("hospital", "32.375");
        }
        ask(demo, "desk.rossi", number, "strikeout", Map.of("party", 1, "reason", "they are with the statement"));
    }

    /** Whoever asked sees what was decided, and of what the host said to itself only that it said something. */
    private static void closed(Demo demo, String number) throws Exception {
        for (String person : List.of("us.embassy", "sig.leone")) {
            Caller.Reply seen = demo.as(person).get("/api/v1/cases/" + number);
            assertThat(seen.body()).contains("\"kind\":\"closed\"", "\"verdict\":\"APPROVE\"")
                    .doesNotContain("liaison officer", "\"draft\"", "\"signatures\"", "StatementMade");
        }
        assertThat(demo.as("us.embassy").get("/cases/" + number).body()).contains("a step of the host, closed")
                .doesNotContain("liaison officer");
        assertThat(demo.as("desk.greco").get("/api/v1/cases/" + number).body()).contains("liaison officer",
                "\"draft\"", "StatementMade");
    }

    /** The token as the console hands it out, once the register holds it. */
    private void paper(Demo demo, String number) throws Exception {
        demo.verified();
        Caller.Reply token = demo.as("us.embassy").get("/clearances/" + number + "/1/token.txt");
        assertThat(token.status()).isEqualTo(200);
        Files.writeString(base.resolve("token.txt"), token.body());
    }

    private int verify(Demo demo, String number) throws Exception {
        demo.verified();
        Files.writeString(base.resolve("trust.json"), demo.as("public").get("/trust.json").body());
        return run("verify", "clearance", "@" + base.resolve("token.txt"), "--trust",
                base.resolve("trust.json").toString());
    }

    private int verifiedByCommand(Demo demo) throws Exception {
        Files.writeString(base.resolve("key"), demo.as("public").get("/register/key").body());
        return run("verify", "register", demo.address() + "/register", "--key", base.resolve("key").toString());
    }

    private static int run(String... arguments) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return CommandLineDoor.run(nowhere, nowhere, arguments);
    }

    private static void flown(Demo demo, String number) throws Exception {
        Caller.Reply check = ask(demo, "sig.leone", number, "check", Map.of("tail", "09-4066", "callSign", "REACH88",
                "type", "MQ-9", "armed", "yes", "otherStatesCleared", "yes"));
        assertThat(check.text("movement")).contains("light=GREEN");
        ask(demo, "sig.leone", number, "call", Map.of("call", "RELEASE"));
        ask(demo, "sig.leone", number, "takeoff", Map.of());
        String lines = line(37.4, 14.92) + "\n" + line(37.39, 14.93) + "\nnot a line\n" + line(37.38, 14.94);
        Caller.Reply positions = demo.as("watch.sala").post("/api/v1/positions", lines);
        assertThat(positions.json().toString()).contains("taken=3", "faulty=1");
        assertThat(demo.as("watch.sala").get("/api/v1/flights").body()).contains("REACH88", "CONFORMING");
    }

    private static String line(double latitude, double longitude) {
        return "{\"flight\":\"REACH88\",\"at\":\"" + Instant.now() + "\",\"latitude\":" + latitude + ",\"longitude\":"
                + longitude + ",\"altitudeMetres\":900,\"datum\":\"MSL\"}";
    }

    private static Caller.Reply ask(Demo demo, String person, String number, String command, Map<String, ?> body)
            throws Exception {
        Caller.Reply reply = demo.as(person).post("/api/v1/cases/" + number + "/" + command, body);
        assertThat(reply.status()).as(command + ": " + reply.body()).isEqualTo(200);
        return reply;
    }
}
