package nullaosta.mission.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A profile that speaks of what is not asked is told so, word for word. */
class ProfileFitTest {

    @TempDir
    private Path folder;

    @Test
    void theShippedHostFits() throws Exception {
        assertThat(ProfileFit.faults(Forms.italy(), Forms.agreements("agreements"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "question": "aircraft/adress", "need": "OPTIONAL" | questions/0: no question `aircraft/adress`; did you mean `aircraft/address`?
            "question": "operator", "need": "OPTIONAL" | questions/0: every mission needs `operator`; expected COMPULSORY, or NOT_ASKED with `taken`
            "question": "operator", "need": "NOT_ASKED" | questions/0: every mission needs `operator`; expected COMPULSORY, or NOT_ASKED with `taken`
            "question": "base", "need": "NOT_ASKED", "taken": "SIGONELA" | questions/0: `SIGONELA` is no answer to `base`; did you mean `SIGONELLA`?
            "question": "legs", "need": "NOT_ASKED" | questions/0: `legs` has rows; expected COMPULSORY or OPTIONAL
            "question": "protectedParty", "need": "COMPULSORY", "when": {"purpos": ["X"]} | questions/0/when: no question `purpos`; did you mean `purpose`?
            "question": "protectedParty", "need": "COMPULSORY", "when": {"operator": ["X"]} | questions/0/when: `operator` may be answered in any words; expected a question with a choice
            "question": "protectedParty", "need": "COMPULSORY", "when": {"purpose": ["OFENSIVE"]} | questions/0/when: `OFENSIVE` is no answer to `purpose`; did you mean `OFFENSIVE`?
            "question": "protectedParty", "need": "COMPULSORY", "when": {"documents/kind": ["OTHER"]} | questions/0/when: `documents/kind` is asked in each row; expected a question that is asked once
            """)
    void aRuleThatFitsNothing(String rule, String words) throws Exception {
        assertThat(ProfileFit.faults(Forms.italy(folder, "{\"questions\": [{" + rule
                + "}], \"points\": [], \"leadTimes\": [], \"tolerances\": []}"), Forms.agreements("agreements")))
                .containsExactly("host.json profile/" + words);
    }

    @Test
    void aLeadTimeOfFlightsThatThereAreNot() throws Exception {
        assertThat(ProfileFit.faults(Forms.italy(folder, """
                {"questions": [], "points": [], "tolerances": [],
                 "leadTimes": [{"name": "n", "workingDays": 5, "when": {"answers/cargo": ["MUNITIONS"]}}]}"""),
                Forms.agreements("agreements"))).singleElement().asString()
                .startsWith("host.json profile/leadTimes/0/when: no question `answers/cargo`;");
    }
}
