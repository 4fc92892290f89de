package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nullaosta.party.Person;
import nullaosta.party.Role;
import nullaosta.web.form.Asked;
import nullaosta.web.signin.Admission;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every address the server answers has a line in the table of admission, and the door keeps to it, both ways. */
class AdmissionTest {

    private static Demo demo;

    @BeforeAll
    static void open() throws Exception {
        demo = Demo.still();
    }

    @AfterAll
    static void close() {
        demo.close();
    }

    @Test
    void everyAddressIsInTheTable() {
        Set<String> without = new TreeSet<>(demo.addresses());
        without.removeIf(address -> !Admission.at(address).isEmpty());
        assertThat(demo.addresses()).hasSizeGreaterThan(25);
        assertThat(without).isEmpty();
    }

    @Test
    void everyLineIsOfAnAddress() {
        List<String> files = List.of("/nullaosta.css", "/form.mjs", "/sign.mjs", "/mark.svg", "/gate-worker.mjs",
                "/vendor/*", "/map/*");
        for (Admission line : Admission.TABLE) {
            assertThat(files.contains(line.place()) || demo.addresses().stream().anyMatch(line::covers))
                    .as(line.place()).isTrue();
        }
    }

    @Test
    void theDriftIsForThoseWhoMayKnowOfCases() throws Exception {
        Caller.Reply shown = demo.as("desk.rossi").get("/drift/it-us-sigonella");
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body()).contains("From v1 to v2.proposed", "changes, by proof", "The newer version permits");
        assertThat(demo.as("us.embassy").get("/drift/it-us-sigonella").status()).isEqualTo(403);
    }

    @Test
    void whatIsProvedOfAVersionAndTheVersionAsOnePage() throws Exception {
        Caller.Reply proofs = demo.as("us.embassy").get("/proofs/it-us-sigonella/v1");
        assertThat(proofs.status()).isEqualTo(200);
        assertThat(proofs.body()).contains("All is as claimed", "Declared properties", ">proved<", "rests on",
                "What is taken for granted");
        assertThat(demo.as("us.embassy").get("/proofs/it-us-sigonella/v2.proposed").body())
                .contains("A mission that shows it");
        Caller.Reply page = demo.as("us.embassy").get("/proofs/it-us-sigonella/v1/page");
        assertThat(page.body()).startsWith("<!doctype html>").contains("ART-3.2");
        assertThat(demo.as("us.embassy").get("/proofs/it-us-sigonella/v9").body())
                .contains("There is no version `v9` of `it-us-sigonella`; the agreement's page lists them.");
        assertThat(demo.as("sig.leone").get("/proofs/it-us-sigonella/v1").status()).isEqualTo(403);
    }

    @Test
    void theDoorKeepsToTheTable() throws Exception {
        for (Person person : demo.installation().people().all()) {
            for (String address : demo.addresses()) {
                String asked = address.replace("{asked}", Asked.DRAFT.path()).replaceAll("\\{[a-z]+}", "X-1")
                        .replace("**", "0/000");
                boolean admitted = Admission.at(asked).contains(person.role());
                Caller.Reply reply = demo.as(person.id()).get(asked);
                boolean turned = reply.status() == 403
                        && reply.body().toLowerCase(java.util.Locale.ROOT).contains("this place is for");
                assertThat(turned).as(person.role() + " at " + asked + ": " + reply.status()).isEqualTo(!admitted);
            }
        }
    }

    @Test
    void whoIsNobodyInParticularSeesOnlyWhatIsPublic() {
        assertThat(Admission.TABLE.stream().filter(line -> line.roles().contains(Role.PUBLIC)).map(Admission::place))
                .doesNotContain("/cases", "/cases/*", "/base", "/watch", "/clearances/*", "/api/v1/cases/*");
        assertThat(Arrays.stream(Role.values())).allMatch(role -> Admission.at("/").contains(role));
        assertThat(Admission.at("/an/address/nobody/thought/of")).isEmpty();
    }
}
