package nullaosta.dossier.entry;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import nullaosta.mission.Grade;
import nullaosta.mission.Mission;
import nullaosta.mission.MissionReader;
import nullaosta.mission.MissionWriter;
import nullaosta.seal.CanonicalJson;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The stored form of an entry: canonical JSON (RFC 8785) with its kind, author and instant.
 *
 * <p>The bytes written once are what the register commits to; they are kept as they are and never made again from the
 * value. Reading them gives a value equal to the one that was written; a test holds that for every kind of entry.
 */
public final class EntryFormat {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {
    };

    private final MissionReader missions;
    private final JsonMapper mapper;

    /** @param missions reads back what {@link MissionWriter} wrote; it must know every word ever filed */
    public EntryFormat(MissionReader missions) {
        this.missions = missions;
        SimpleModule module = new SimpleModule();
        module.addSerializer(Mission.class, new MissionAsFiled());
        module.addDeserializer(Mission.class, new MissionFromFiled(missions));
        module.addSerializer(Grade.class, new GradeAsText());
        module.addDeserializer(Grade.class, new GradeFromText());
        mapper = JsonMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).addModule(module)
                .addMixIn(Entry.class, Kinds.class).build();
    }

    /** Names the kind of an entry in its JSON. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
    private interface Kinds {
    }

    public MissionReader missions() {
        return missions;
    }

    public static String kindOf(Entry entry) {
        return entry.getClass().getSimpleName();
    }

    /** What the register shows: of the host's own deliberation only that a step was taken. */
    public static String publicKindOf(Entry entry) {
        return entry.deliberates() ? "Step" : kindOf(entry);
    }

    public byte[] write(Written written) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", written.number());
        json.put("at", written.at().toString());
        json.put("by", written.by());
        json.put("entry", asMap(written.entry()));
        return CanonicalJson.bytes(json);
    }

    public Written read(byte[] bytes) {
        return mapper.readValue(bytes, Written.class);
    }

    /** An entry's fields as plain JSON values, its kind among them. */
    public Map<String, Object> asMap(Entry entry) {
        return mapper.readValue(mapper.writerFor(Entry.class).writeValueAsBytes(entry), MAP);
    }

    private static final class MissionAsFiled extends ValueSerializer<Mission> {
        @Override
        public void serialize(Mission mission, JsonGenerator out, SerializationContext context) {
            context.writeValue(out, MissionWriter.write(mission));
        }
    }

    private static final class MissionFromFiled extends ValueDeserializer<Mission> {
        private final MissionReader missions;

        MissionFromFiled(MissionReader missions) {
            this.missions = missions;
        }

        @Override
        public Mission deserialize(JsonParser in, DeserializationContext context) {
            return switch (missions.read(context.readValue(in, Map.class))) {
                case MissionReader.Result.Read(Mission mission) -> mission;
                case MissionReader.Result.Faulty faulty -> throw new IllegalStateException(
                        "a stored mission cannot be read: " + faulty.faults().getFirst().inWords());
            };
        }
    }

    private static final class GradeAsText extends ValueSerializer<Grade> {
        @Override
        public void serialize(Grade grade, JsonGenerator out, SerializationContext context) {
            out.writeString(grade.toString());
        }
    }

    private static final class GradeFromText extends ValueDeserializer<Grade> {
        @Override
        public Grade deserialize(JsonParser in, DeserializationContext context) {
            return Grade.parse(in.getString());
        }
    }
}
