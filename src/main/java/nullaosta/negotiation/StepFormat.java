package nullaosta.negotiation;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import nullaosta.seal.CanonicalJson;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The stored form of a step: canonical JSON (RFC 8785) with its kind, author and instant; the register commits to these bytes. */
public final class StepFormat {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {
    };
    private static final JsonMapper MAPPER = JsonMapper.builder().addMixIn(Step.class, Kinds.class).build();

    private StepFormat() {
    }

    /** Names the kind of a step in its JSON. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
    private interface Kinds {
    }

    public static String kindOf(Step step) {
        return step.getClass().getSimpleName();
    }

    public static byte[] write(StepTaken taken) {
        return CanonicalJson.bytes(asMap(taken));
    }

    public static StepTaken read(byte[] bytes) {
        return MAPPER.readValue(bytes, StepTaken.class);
    }

    /** Its fields as plain JSON values, its kind among those of {@code step}. */
    public static Map<String, Object> asMap(StepTaken taken) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", taken.number());
        json.put("at", taken.at().toString());
        json.put("by", taken.by());
        json.put("step", MAPPER.convertValue(
                MAPPER.readTree(MAPPER.writerFor(Step.class).writeValueAsBytes(taken.step())), MAP));
        return json;
    }
}
