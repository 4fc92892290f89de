package nullaosta.web.api;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nullaosta.dossier.WatchFloor.Watched;
import nullaosta.flight.Conformance;
import nullaosta.flight.PositionLine;
import nullaosta.web.duty.WatchDuty;
import nullaosta.web.form.BodyLimit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Positions in, flights in the air out. */
@RestController
@RequestMapping("/api/v1")
public final class FlightApi {

    private static final int FAULTS_TOLD = 20;

    private final WatchDuty duty;
    private final InstantSource clock;

    public FlightApi(WatchDuty duty, InstantSource clock) {
        this.duty = duty;
        this.clock = clock;
    }

    /** One report a line; good lines count even where others are bad, for a feed must not fall silent over one of them. */
    @PostMapping("/positions")
    ResponseEntity<Map<String, Object>> positions(InputStream body) throws IOException {
        int taken = 0;
        int unknown = 0;
        int number = 0;
        List<Map<String, Object>> faults = new ArrayList<>();
        byte[] bytes = body.readNBytes(BodyLimit.LARGEST);
        var lines = new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes),
                StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            switch (PositionLine.read(line)) {
                case PositionLine.Result.Read(PositionLine report) -> {
                    Instant now = clock.instant();
                    if (Conformance.ahead(report.fix(), now)) {
                        faults.add(Map.of("line", number, "words", "at `" + report.fix().at()
                                + "`, expected no time ahead of the host's, which is " + now));
                    } else if (duty.floor().receive(report, now).isPresent()) {
                        taken++;
                    } else {
                        unknown++;
                    }
                }
                case PositionLine.Result.Faulty(String words) -> faults
                        .add(Map.of("line", number, "words", words));
            }
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("taken", taken);
        answer.put("ofNoFlightInTheAir", unknown);
        answer.put("faulty", faults.size());
        answer.put("faults", faults.subList(0, Math.min(faults.size(), FAULTS_TOLD)));
        return ResponseEntity.ok(answer);
    }

    @GetMapping("/flights")
    List<Map<String, Object>> flights() {
        return duty.floor().flights().stream().map(FlightApi::json).toList();
    }

    private static Map<String, Object> json(Watched flight) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", flight.dossier().number());
        json.put("callSign", flight.dossier().flying().getFirst().callSign());
        json.put("state", flight.track().state().name());
        flight.track().last().ifPresent(fix -> {
            json.put("at", fix.at().toString());
            json.put("latitude", fix.position().latitude());
            json.put("longitude", fix.position().longitude());
            json.put("altitudeMetres", fix.altitude().metres());
            json.put("datum", fix.altitude().datum().name());
        });
        json.put("openDeviations",
                flight.dossier().movement().deviations().stream()
                        .filter(d -> d.closedAt().isEmpty() && d.kind().departs())
                        .map(d -> d.kind().name()).toList());
        json.put("decisionLapsed", flight.lapsed());
        json.put("silent", flight.dossier().movement().deviations().stream()
                .anyMatch(d -> d.closedAt().isEmpty() && !d.kind().departs()));
        return json;
    }
}
