package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nullaosta.appointment.Act;
import nullaosta.appointment.Appointment;
import nullaosta.appointment.OfficerKey;
import nullaosta.mission.MissionWriter;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.IssuerKey;

/** The demonstration's host with an authority that appoints officers' keys, and a case for one officer to decide. */
final class AppointingHost implements AutoCloseable {

    final IssuerKey authority = IssuerKey.generate(new SecureRandom());
    final Demo demo;

    /**
     * @param folder for the host's description
     * @param required whether a decision counts only under the officer's own key
     */
    @SuppressWarnings("unchecked") // the host's description is an object
    AppointingHost(Path folder, boolean required) throws Exception {
        Map<String, Object> description = new LinkedHashMap<>((Map<String, Object>) Objects
                .requireNonNull(CanonicalJson.read(Files.readAllBytes(Path.of("hosts/it/host.json")))));
        description.put("appointing", Map.of("key", authority.publicKey().spki(), "required", required));
        Files.write(folder.resolve("host.json"), CanonicalJson.bytes(description));
        Files.copy(Path.of("hosts/it/people.json"), folder.resolve("people.json"));
        demo = Demo.still(folder);
    }

    /** A general of the defence staff, from a minute ago. */
    Act appointment(OfficerKey key) {
        return Act.appoint(new Appointment("smd.conti", "Gen. B. Conti", "defence-staff", "order of the day 12/2016",
                Instant.now().minusSeconds(60), Instant.now().plus(Duration.ofDays(30)), key), authority);
    }

    /** The number of a British surveillance flight that is prepared for the general. */
    String prepared() throws Exception {
        var scene = demo.scene("08-british-surveillance").mission();
        Map<String, Object> mission = MissionWriter.write(
                scene.shifted(Duration.between(scene.departure(), Instant.now().plus(Duration.ofDays(5)))));
        Caller.Reply filed = demo.as("gb.embassy").post("/api/v1/missions", Map.of("mission", mission));
        assertThat(filed.status()).as(filed.body()).isEqualTo(201);
        String number = filed.text("number");
        Caller.Reply draft = demo.as("desk.rossi").post("/api/v1/cases/" + number + "/draft",
                Map.of("verdict", "APPROVE", "reasons", "within the terms", "conditions", List.of("By day")));
        assertThat(draft.status()).as(draft.body()).isEqualTo(200);
        return number;
    }

    @Override
    public void close() {
        demo.close();
    }
}
