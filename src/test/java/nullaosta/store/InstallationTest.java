package nullaosta.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nullaosta.agreement.Selection;
import nullaosta.disclosure.Envelope;
import nullaosta.disclosure.FieldTree;
import nullaosta.exercise.Demonstration;
import nullaosta.mission.DataMode;
import nullaosta.negotiation.NegotiationStore;
import nullaosta.negotiation.Negotiations;
import nullaosta.negotiation.Step;
import nullaosta.negotiation.StepFormat;
import nullaosta.negotiation.StepTaken;
import nullaosta.negotiation.VersionText;
import nullaosta.register.proof.Checkpoint;
import nullaosta.register.proof.RegisterVerifier;
import nullaosta.register.proof.Verification;
import nullaosta.seal.Digest;
import nullaosta.seal.NoteKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening a host's folder: what does not belong together is refused before anything is signed. */
class InstallationTest {

    @TempDir
    Path data;

    private Installation open(Path host, Path agreements) throws Exception {
        return Installation.open(new Installation.Settings(data, Path.of("target"), host, agreements,
                DataMode.EXERCISE, Optional.empty()), new SecureRandom(), line -> {
                });
    }

    private Installation open() throws Exception {
        return open(Path.of("hosts/it"), Path.of("agreements"));
    }

    private void refuses(String words) {
        assertThatThrownBy(this::open).isInstanceOf(Installation.Refused.class).hasMessage(words);
    }

    @Test
    void aRegisterIsNeverGoneOnWithUnderAnotherKey() throws Exception {
        try (Installation installation = open()) {
            while (installation.log().checkpoint().isEmpty()) {
                Thread.sleep(20);
            }
        }
        Path key = data.resolve("keys/register.pem");
        Path kept = Files.move(key, data.resolve("kept.pem"));
        refuses("the database holds a register, and " + key
                + ", its key, is missing; put it back from where it is kept safe");
        assertThat(key).doesNotExist();

        NoteKey.generate("nullaosta/it/exercise", new SecureRandom()).save(key);
        refuses("the register in the database is signed by another key than " + key
                + "; give the data folder that belongs to it with --data");

        Files.writeString(key, "-----BEGIN PRIVATE KEY-----");
        refuses(key + " is no key file (expected a PEM block `PRIVATE KEY`, found none); put it back from where it is"
                + " kept safe");

        Files.move(kept, key, StandardCopyOption.REPLACE_EXISTING);
        try (Installation installation = open()) {
            assertThat(installation.log().checkpoint()).isPresent();
        }
    }

    @Test
    void keysAreMadeOnceAndReadableByTheirOwnerAlone() throws Exception {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            try (Installation installation = open()) {
                keys.add(installation.published().registerVerifier().vkey() + installation.published()
                        .trust(Instant.parse("2016-03-01T12:00:00Z")).issuers().keySet());
            }
        }
        assertThat(keys.getFirst()).isEqualTo(keys.getLast());
        for (String key : List.of("issuer.pem", "register.pem")) {
            assertThat(PosixFilePermissions
                    .toString(Files.getPosixFilePermissions(data.resolve("keys").resolve(key))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void anEmptyRegisterIsPublishedAtTheFirstStart() throws Exception {
        try (Installation installation = open()) {
            for (int i = 0; i < 100 && !installation.log().drained(); i++) {
                Thread.sleep(50);
            }
            assertThat(RegisterVerifier.verify(installation.log()::read, installation.published().registerVerifier()))
                    .isInstanceOfSatisfying(Verification.Sound.class,
                            sound -> assertThat(sound.checkpoint().size()).isZero());
        }
    }

    @Test
    void aFolderInUseIsRefused() throws Exception {
        try (Installation first = open()) {
            assertThat(first.data()).isEqualTo(data);
            assertThatThrownBy(this::open).isInstanceOf(Installation.Refused.class)
                    .hasMessage("another server uses the data folder " + data
                            + "; stop it, or give another with --data");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsRefused() throws Exception {
        Path file = Files.writeString(data.resolve("file"), "in the way");
        assertThatThrownBy(() -> Installation.open(
                new Installation.Settings(file, Path.of("target"), Path.of("hosts/it"),
                        Path.of("agreements"), DataMode.EXERCISE, Optional.empty()),
                new SecureRandom(), line -> {
                })).isInstanceOf(Installation.Refused.class).hasMessageStartingWith("the data folder " + file)
                .hasMessageEndingWith("give another with --data, or mend its permissions");
    }

    @Test
    void aHostThatIsNotDescribedIsRefused() {
        assertThatThrownBy(() -> open(Path.of("hosts/nowhere"), Path.of("agreements")))
                .isInstanceOf(Installation.Refused.class)
                .hasMessage("hosts/nowhere/host.json: cannot be read; expected the description of a host");
    }

    @Test
    void aDatabaseOlderThanWhatWasPublishedIsRefused() throws Exception {
        NoteKey key;
        try (Installation installation = open()) {
            while (!Files.exists(data.resolve("keys/register.checkpoint"))) {
                Thread.sleep(20);
            }
            key = NoteKey.load("nullaosta/it/exercise", data.resolve("keys/register.pem"));
            assertThat(installation.log().head().size()).isZero();
        }
        Path kept = data.resolve("keys/register.checkpoint");
        byte[] empty = Files.readAllBytes(kept);
        Digest root = Digest.of(new byte[]{1});
        Files.write(kept, new Checkpoint("nullaosta/it/exercise", 7, root).sign(key).bytes());
        refuses("the database holds 0 entries of the register, and 7 were published: it is older than " + kept
                + "; restore a newer one");
        Files.write(kept, new Checkpoint("nullaosta/it/exercise", 0, root).sign(key).bytes());
        refuses("the register in the database is not the one that was published last, as " + kept
                + " shows; restore the one that is");
        Files.write(kept, empty);
        open().close();
    }

    @Test
    void anAuthorityMisspeltInTheHostIsRefused() throws Exception {
        Path host = Files.createDirectories(data.resolve("host"));
        String text = Files.readString(Path.of("hosts/it/host.json"));
        Files.writeString(host.resolve("host.json"), text.replace("\"government\": 2", "\"goverment\": 2"));
        Files.copy(Path.of("hosts/it/people.json"), host.resolve("people.json"));
        assertThatThrownBy(() -> open(host, Path.of("agreements"))).isInstanceOf(Installation.Refused.class)
                .hasMessage("host.json asks for signatures of `goverment`, which no agreement names;"
                        + " did you mean `government`?");
        Files.writeString(host.resolve("host.json"), text.replace("\"government\": 2", "\"government\": 3"));
        assertThatThrownBy(() -> open(host, Path.of("agreements"))).isInstanceOf(Installation.Refused.class)
                .hasMessage("`government` must sign with 3, and people.json has 2 with its mandate;"
                        + " give more of them the mandate");
    }

    /** What was signed stands, whoever edits the file; and the start says how to get the signed text back. */
    @Test
    void aPublishedVersionWhoseFileWasEditedIsRefused() throws Exception {
        Path agreements = Files.createDirectories(data.resolve("agreements"));
        Path file = Files.createDirectories(agreements.resolve("it-us-sigonella")).resolve("v1.yaml");
        String signed = Files.readString(Path.of("agreements/it-us-sigonella/v1.yaml"));
        Files.writeString(file, signed);
        try (Installation installation = open(Path.of("hosts/it"), agreements)) {
            assertThat(installation.agreements().agreement("it-us-sigonella").orElseThrow().waiting()).hasSize(1);
            assertThat(Demonstration.conclude(installation)).isEqualTo(1);
            assertThat(Demonstration.conclude(installation)).as("once only").isZero();
            assertThat(installation.agreements().agreement("it-us-sigonella").orElseThrow().waiting()).isEmpty();
        }
        String edited = signed.replace("carries an estimate of harm", "may carry an estimate of harm");
        Files.writeString(file, edited);
        Path kept = data.resolve("published/it-us-sigonella/v1.yaml");
        refusesFile(agreements, file + " has the hash " + Negotiations.read(edited).orThrow().hash().substring(0, 12)
                + "…, and v1 of it-us-sigonella was published on 2016-02-22 with the hash b2259cb0fc4f…; put the"
                + " published text back from " + kept + ", and propose the change as a new version");
        Files.writeString(file, edited.replace("kind: grant", "kind: grand"));
        refusesFile(agreements, file + " is not valid, and v1 of it-us-sigonella was published on 2016-02-22 with the"
                + " hash b2259cb0fc4f…; put the published text back from " + kept
                + ", and propose the change as a new version");
        Files.copy(kept, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(Files.readString(file)).isEqualTo(signed);
        open(Path.of("hosts/it"), agreements).close();
        Files.delete(file);
        try (Installation installation = open(Path.of("hosts/it"), agreements)) {
            assertThat(installation.agreements().select("US", "SIGONELLA", Instant.parse("2016-03-01T18:00:00Z")))
                    .as("the signed text governs also without its file").isInstanceOf(Selection.Found.class);
        }
    }

    /** Of another release: the same words, to be read with another vocabulary. */
    @Test
    void aTextThatWasSignedWithAnotherVocabularyIsRefused() throws Exception {
        open().close();
        Path binaries = Path.of("target");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, binaries, new SecureRandom(), line -> {
        }); Database database = Database.open(postgres, Installation.DATABASE, new SecureRandom())) {
            VersionText version = new VersionText("v1", "b2259cb0fc4f", List.of("IT", "US"),
                    Optional.of(LocalDate.parse("2016-02-22")), Optional.empty(),
                    Files.readString(Path.of("agreements/it-us-sigonella/v1.yaml")), Optional.of("0".repeat(64)));
            List<Step> steps = List.of(new Step.Proposed("IT", version, ""), new Step.Published("v1", version.hash(),
                    version.from().orElseThrow(), Optional.empty(), Optional.empty(), version.vocabulary()));
            new PostgresNegotiations(database.source()).transact(session -> {
                for (int i = 0; i < steps.size(); i++) {
                    StepTaken taken = new StepTaken(i + 1, Instant.EPOCH, "treaty.bassi", steps.get(i));
                    byte[] body = StepFormat.write(taken);
                    session.append("it-us-sigonella", "talks", new NegotiationStore.Line(taken, body, new byte[16],
                            new Envelope("talks", i + 1, StepFormat.kindOf(taken.step()), Instant.EPOCH,
                                    Digest.of(new byte[0]), FieldTree.of(new byte[16], body).commitment())));
                }
                return steps;
            });
        }
        assertThatThrownBy(this::open).isInstanceOf(Installation.Refused.class)
                .hasMessageStartingWith("v1 of it-us-sigonella was signed with a vocabulary of the hash 000000000000…,"
                        + " and this release gives its words another meaning, with the hash ")
                .hasMessageEndingWith("; start the release under which it was signed");
    }

    @Test
    void agreementsThatNobodyHereCanConcludeAreLeftAlone() throws Exception {
        Path host = Files.createDirectories(data.resolve("host"));
        Files.copy(Path.of("hosts/it/host.json"), host.resolve("host.json"));
        Files.writeString(host.resolve("people.json"),
                Files.readString(Path.of("hosts/it/people.json")).replace("\"authority\": \"legal\"",
                        "\"authority\": \"law\""));
        try (Installation installation = open(host, Path.of("agreements"))) {
            assertThatThrownBy(() -> Demonstration.conclude(installation)).hasMessage("nobody of IT has a mandate"
                    + " `legal` at 2015-12-25T08:00:00Z; give one to somebody among the host's people");
            assertThat(installation.negotiations().all()).isEmpty();
        }
    }

    private void refusesFile(Path agreements, String words) {
        assertThatThrownBy(() -> open(Path.of("hosts/it"), agreements)).isInstanceOf(Installation.Refused.class)
                .hasMessage(words);
    }

    @Test
    void aProfileThatAsksWhatThereIsNotIsRefused() throws Exception {
        Path host = Files.createDirectories(data.resolve("host"));
        String text = Files.readString(Path.of("hosts/it/host.json"));
        Files.writeString(host.resolve("host.json"), text.replace("\"aircraft/crewed\"", "\"aircraft/crew\""));
        Files.copy(Path.of("hosts/it/people.json"), host.resolve("people.json"));
        assertThatThrownBy(() -> open(host, Path.of("agreements"))).isInstanceOf(Installation.Refused.class)
                .hasMessage("host.json profile/questions/0: no question `aircraft/crew`;"
                        + " did you mean `aircraft/crewed`?");
    }

    @Test
    void noAgreementIsRefused() throws Exception {
        Path none = Files.createDirectories(data.resolve("none"));
        assertThatThrownBy(() -> open(Path.of("hosts/it"), none)).isInstanceOf(Installation.Refused.class)
                .hasMessage("no agreement was found; give the folder that holds them with --agreements");
    }
}
