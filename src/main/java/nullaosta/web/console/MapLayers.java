package nullaosta.web.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nullaosta.airspace.Fix;
import nullaosta.airspace.Position;
import nullaosta.airspace.Volume;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.WatchFloor.Watched;
import nullaosta.flight.FlightState;
import nullaosta.party.Base;
import nullaosta.party.Host;

/** What a map draws, as GeoJSON (RFC 7946): bases, cleared volumes, tracks and aircraft, each with its layer's name. */
final class MapLayers {

    private MapLayers() {
    }

    static Map<String, Object> none(Host host) {
        return collection(bases(host));
    }

    static Map<String, Object> of(Host host, Dossier dossier) {
        List<Map<String, Object>> features = bases(host);
        features.addAll(volumes(dossier, dossier.mission().volumes()));
        return collection(features);
    }

    static Map<String, Object> of(Host host, List<Watched> flights) {
        List<Map<String, Object>> features = bases(host);
        for (Watched flight : flights) {
            features.addAll(volumes(flight.dossier(),
                    flight.dossier().clearance().orElseThrow().clearance().mission().volumes()));
            track(features, flight);
        }
        return collection(features);
    }

    private static void track(List<Map<String, Object>> features, Watched flight) {
        String callSign = flight.dossier().flying().getFirst().callSign();
        String mark = mark(flight.track().state());
        List<Fix> trail = flight.trail();
        if (trail.size() > 1) {
            features.add(feature("track", callSign, mark, Map.of("type", "LineString", "coordinates",
                    trail.stream().map(fix -> coordinates(fix.position())).toList())));
        }
        flight.track().last().ifPresent(fix -> features.add(feature("aircraft", callSign, mark,
                Map.of("type", "Point", "coordinates", coordinates(fix.position())))));
    }

    private static List<Map<String, Object>> bases(Host host) {
        List<Map<String, Object>> features = new ArrayList<>();
        for (Base base : host.bases().values()) {
            features.add(feature("base", base.name(), "none",
                    Map.of("type", "Point", "coordinates", coordinates(base.position()))));
        }
        return features;
    }

    private static List<Map<String, Object>> volumes(Dossier dossier, List<Volume> volumes) {
        return volumes.stream()
                .map(volume -> feature("volume", dossier.mission().aircraft().callSign(), "clear",
                        Map.of("type", "Polygon", "coordinates",
                                List.of(volume.area().outline().stream().map(MapLayers::coordinates).toList()))))
                .toList();
    }

    private static String mark(FlightState state) {
        return switch (state) {
            case CONFORMING -> "clear";
            case NONCONFORMING, CONTINGENT -> "way";
            case AUTHORISED, ACTIVATED, UNKNOWN, ENDED -> "missing";
        };
    }

    private static List<Double> coordinates(Position position) {
        return List.of(position.longitude(), position.latitude());
    }

    private static Map<String, Object> feature(String layer, String name, String mark, Map<String, Object> geometry) {
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("properties", Map.of("layer", layer, "name", name, "mark", mark));
        feature.put("geometry", geometry);
        return feature;
    }

    private static Map<String, Object> collection(List<Map<String, Object>> features) {
        return Map.of("type", "FeatureCollection", "features", features);
    }
}
