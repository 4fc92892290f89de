package nullaosta.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nullaosta.agreement.vocabulary.Vocabulary;
import nullaosta.agreement.vocabulary.VocabularyReader;
import nullaosta.mission.DataMode;
import nullaosta.mission.Fault;
import nullaosta.mission.Mission;
import nullaosta.mission.MissionReader;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.JsonFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MissionFormTest {

    private static final Vocabulary WORDS = VocabularyReader.shared("flight/1");
    private static final MissionReader READER = new MissionReader(WORDS.constants("Purpose"),
            WORDS.constants("Area"), List.of("SIGONELLA", "PANTELLERIA"));

    static Stream<Path> scenes() throws Exception {
        try (Stream<Path> all = Files.list(Path.of("tour"))) {
            return all.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    private static Mission mission(Path scene) throws Exception {
        Object json = CanonicalJson.read(Files.readAllBytes(scene.resolve("mission.json")));
        return ((MissionReader.Result.Read) READER.read((Map<?, ?>) java.util.Objects.requireNonNull(json))).mission();
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void aMissionShownInTheFormAndSentAgainIsTheSame(Path scene) throws Exception {
        Mission mission = mission(scene);
        MissionForm form = MissionForm.of(mission, "");
        assertThat(READER.read(form.toJson(DataMode.EXERCISE, Optional.of(mission))))
                .isEqualTo(new MissionReader.Result.Read(mission));
    }

    @Test
    void whatIsLeftEmptyIsUndeclared() throws Exception {
        Map<String, String> fields = new HashMap<>(
                MissionForm.of(mission(Path.of("tour/02-a-fact-missing")), "").fields());
        fields.put("armed", "");
        Map<String, Object> json = new MissionForm("", fields).toJson(DataMode.EXERCISE, Optional.empty());
        assertThat(json.get("declarations")).isEqualTo(Map.of("strike", "no", "sensors", "yes"));
    }

    @Test
    void volumesThatAreNoJsonAreTold() throws Exception {
        MissionForm form = new MissionForm("", Map.of("volumes", "[{"));
        assertThatThrownBy(() -> form.toJson(DataMode.EXERCISE, Optional.empty())).isInstanceOf(JsonFault.class)
                .hasMessageContaining("line 1, column 3");
    }

    @Test
    void anEmptyFormIsToldEverythingItLacksAtOnce() throws Exception {
        var result = READER.read(MissionForm.empty().toJson(DataMode.EXERCISE, Optional.empty()));
        assertThat(((MissionReader.Result.Faulty) result).faults()).extracting(Fault::where)
                .contains("/operatorState", "/operator", "/aircraft/type", "/aircraft/tail", "/aircraft/callSign",
                        "/base",
                        "/area", "/purpose", "/departure", "/window/from", "/window/until");
    }
}
