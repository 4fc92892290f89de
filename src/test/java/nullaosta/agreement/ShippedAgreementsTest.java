package nullaosta.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import nullaosta.agreement.text.Problem;
import org.junit.jupiter.api.Test;

/** The agreements that ship with the product are sound, and those that hold are in force. */
class ShippedAgreementsTest {

    private static final Path FOLDER = Path.of("agreements");

    @Test
    void everyFileIsSound() throws IOException {
        assertThat(Agreements.read(FOLDER).problems().stream().map(Problem::inFull)).isEmpty();
    }

    @Test
    void everyAgreementHasAVersionInForce() throws IOException {
        List<Agreement> all = Agreements.read(FOLDER).all();
        assertThat(all).extracting(Agreement::id).containsExactly("it-fr-sigonella", "it-gb-sigonella",
                "it-us-pantelleria", "it-us-sigonella", "it-xn-sigonella");
        assertThat(all).allSatisfy(agreement -> assertThat(agreement.latest()).isPresent());
    }
}
