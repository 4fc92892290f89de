package nullaosta.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nullaosta.agreement.text.Problem;
import org.junit.jupiter.api.Test;

/** The agreements that ship with the product are sound, those that hold are in force, and each says what it is for. */
class ShippedAgreementsTest {

    @Test
    void everyFileIsSound() throws IOException {
        for (Path folder : ShippedAgreements.folders()) {
            assertThat(Agreements.read(folder).problems().stream().map(Problem::inFull)).isEmpty();
        }
    }

    @Test
    void everyAgreementHasAVersionInForce() throws IOException {
        assertThat(Agreements.read(Path.of("agreements")).all()).extracting(Agreement::id).containsExactly(
                "it-fr-sigonella", "it-gb-sigonella", "it-us-pantelleria", "it-us-sigonella", "it-xn-sigonella");
        for (Path folder : ShippedAgreements.folders()) {
            assertThat(Agreements.read(folder).all()).isNotEmpty()
                    .allSatisfy(agreement -> assertThat(agreement.latest()).isPresent());
        }
    }

    /** A scenario's agreement is never taken for one of the host. */
    @Test
    void noIdIsGivenTwice() throws IOException {
        List<String> ids = new ArrayList<>();
        for (Path folder : ShippedAgreements.folders()) {
            Agreements.read(folder).all().forEach(agreement -> ids.add(agreement.id()));
        }
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void everyVersionClaimsSomethingOfTheWhole() throws IOException {
        Set<Property.Claim> claims = new TreeSet<>();
        for (Terms terms : ShippedAgreements.versions()) {
            assertThat(terms.properties()).as(terms.id()).extracting(Property::claim).contains(Property.Claim.NEVER);
            terms.properties().forEach(property -> claims.add(property.claim()));
        }
        assertThat(claims).containsExactly(Property.Claim.values());
    }
}
