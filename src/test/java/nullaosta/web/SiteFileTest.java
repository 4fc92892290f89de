package nullaosta.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import nullaosta.mission.DataMode;
import nullaosta.web.post.Correspondence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description of a site: each field, and what is said where it cannot be. */
class SiteFileTest {

    private static final String SOUND = """
            {"address": "127.0.0.1", "port": 8080, "publicUrl": "https://nullaosta.example.it", "data": "REAL",
             "signIn": {"issuer": "https://login.example.it/realms/difesa", "clientId": "nullaosta",
               "clientSecretFile": "secret", "audience": "nullaosta-programs"}}""";

    @TempDir
    private Path folder;

    @BeforeEach
    void secret() throws Exception {
        Files.setPosixFilePermissions(Files.writeString(folder.resolve("secret"), "s3cret\n"),
                PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(Files.writeString(folder.resolve("empty"), "\n"),
                PosixFilePermissions.fromString("rw-------"));
    }

    private Site read(String json) throws Exception {
        return SiteFile.read(Files.writeString(folder.resolve("site.json"), json));
    }

    @Test
    void aSoundFileIsRead() throws Exception {
        Site site = read(SOUND);
        assertThat(site.address().getHostAddress()).isEqualTo("127.0.0.1");
        assertThat(site.port()).isEqualTo(8_080);
        assertThat(site.publicUrl()).isEqualTo(URI.create("https://nullaosta.example.it"));
        assertThat(site.secure()).isTrue();
        assertThat(site.mode()).isEqualTo(DataMode.REAL);
        assertThat(site.provider().issuer()).isEqualTo(URI.create("https://login.example.it/realms/difesa"));
        assertThat(site.provider().clientId()).isEqualTo("nullaosta");
        assertThat(site.provider().clientSecret()).isEqualTo("s3cret");
        assertThat(site.provider().audience()).isEqualTo("nullaosta-programs");
        assertThat(site.provider().toString()).as("as it may get into a log").doesNotContain("s3cret");
    }

    @Test
    void onlyAnExerciseMayTakeEntriesFromAnybody() throws Exception {
        assertThat(read(SOUND).register().add()).isFalse();
        assertThat(read(SOUND.replace("\"REAL\"", "\"EXERCISE\", \"register\": {\"add\": true}")).register().add())
                .isTrue();
    }

    @Test
    void monitoringHasAPortOfItsOwn() throws Exception {
        assertThat(read(SOUND.replace("\"REAL\"",
                "\"REAL\", \"monitoring\": {\"address\": \"127.0.0.1\", \"port\": 9090}")).monitoring().orElseThrow()
                .port()).isEqualTo(9_090);
        assertThatThrownBy(() -> read(SOUND.replace("\"REAL\"",
                "\"REAL\", \"monitoring\": {\"address\": \"127.0.0.1\", \"port\": 8080}")))
                .hasMessageEndingWith(
                        "/monitoring: found port `8080`, which the console has, expected a port of its own");
    }

    @Test
    void whoIsToldAndNoSecretInAnyText() throws Exception {
        Correspondence post = read(SOUND.replace("\"REAL\"",
                """
                        "REAL", "post": {"mail": {"host": "mail.example.it", "port": 587, "security": "STARTTLS",
                          "from": "a@example.it", "user": "u", "passwordFile": "secret",
                          "addresses": [{"person": "desk.rossi", "address": "rossi@example.it"}]},
                         "hooks": [{"name": "h", "person": "us.embassy", "url": "https://a.example.us", "secretFile": "secret"}]}"""))
                .post();
        assertThat(post.people()).containsExactly("desk.rossi", "us.embassy");
        assertThat(post.mail().orElseThrow().login().orElseThrow().password()).isEqualTo("s3cret");
        assertThat(post.hooks().getFirst().secret()).isEqualTo("s3cret");
        assertThat(post.toString()).as("as it may get into a log").doesNotContain("s3cret");
    }

    @Test
    void aNameIsTheSameInCapitals() throws Exception {
        assertThat(read(SOUND.replace("//nullaosta.example", "//Nullaosta.Example")).publicUrl())
                .isEqualTo(URI.create("https://nullaosta.example.it"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"127.0.0.1\" | \"256.0.0.1\" | /address: found `256.0.0.1`, expected an address of this machine such as `127.0.0.1`",
            "8080 | 70000 | /port: found `70000`, expected a number from 0 to 65535",
            "https://nullaosta.example.it\" | http://nullaosta.example.it\" | /publicUrl: found `http://nullaosta.example.it`, expected an https address without a path such as `https://nullaosta.example.it`; http only for localhost",
            "https://nullaosta.example.it\" | https://nullaosta.example.it/it\" | /publicUrl: found `https://nullaosta.example.it/it`, expected an https address without a path such as `https://nullaosta.example.it`; http only for localhost",
            "https://login.example.it/realms/difesa | login.example.it | /signIn/issuer: found `login.example.it`, expected an https address such as `https://nullaosta.example.it`; http only for localhost",
            "\"REAL\" | \"LIVE\" | /data: found `LIVE`, expected one of REAL, EXERCISE",
            "\"clientId\": \"nullaosta\", | '' | /signIn/clientId: found nothing, expected a text",
            "\"secret\" | \"empty\" | /signIn/clientSecretFile: found an empty file `FOLDER/empty`, expected the secret in one line",
            "\"secret\" | \"gone\" | /signIn/clientSecretFile: found `FOLDER/gone`, expected a file that can be read",
            "nullaosta-programs | nullaosta | /signIn/audience: found `nullaosta`, the client itself, expected another name: tokens that tell this server who a person is would pass for a program's",
            "\"REAL\" | \"REAL\", \"register\": {\"add\": true} | /register/add: found `true` for real cases, expected `false`: a register of real cases takes entries from its cases alone",
            "\"REAL\" | \"EXERCISE\", \"register\": {\"add\": \"yes\"} | /register/add: found `yes`, expected `true` or `false`",
            "\"REAL\" | \"REAL\", \"post\": {\"mail\": {\"host\": \"mail.example.it\", \"port\": 25, \"security\": \"NONE\", \"from\": \"a@example.it\"}} | /post/mail/security: found `NONE` for `mail.example.it`, expected `TLS` or `STARTTLS`; `NONE` only for localhost",
            "\"REAL\" | \"REAL\", \"post\": {\"mail\": {\"host\": \"localhost\", \"port\": 25, \"security\": \"NONE\", \"from\": \"desk\"}} | /post/mail/from: found `desk`, expected an address such as `desk@difesa.example.it`",
            "\"REAL\" | \"REAL\", \"post\": {\"mail\": {\"host\": \"localhost\", \"port\": 25, \"security\": \"NONE\", \"from\": \"a@example.it\", \"user\": \"u\"}} | /post/mail/passwordFile: found nothing, expected a text",
            "\"REAL\" | \"REAL\", \"post\": {\"mail\": {\"host\": \"localhost\", \"port\": 25, \"security\": \"NONE\", \"from\": \"a@example.it\", \"addresses\": [{\"person\": \"p\", \"address\": \"a@b.it\"}, {\"person\": \"p\", \"address\": \"c@b.it\"}]}} | /post/mail/addresses/1/person: found `p` a second time, expected one address for each person",
            "\"REAL\" | \"REAL\", \"post\": {\"hooks\": [{\"name\": \"h\", \"person\": \"p\", \"url\": \"http://a.example.it\", \"secretFile\": \"secret\"}]} | /post/hooks/0/url: found `http://a.example.it`, expected an https address such as `https://nullaosta.example.it`; http only for localhost",
            "\"REAL\" | \"REAL\", \"post\": {\"hooks\": [{\"name\": \"h\", \"person\": \"p\", \"url\": \"https://a.example.it\", \"secretFile\": \"empty\"}]} | /post/hooks/0/secretFile: found an empty file `FOLDER/empty`, expected the secret in one line",
            "8080 | 80.5 | /port: found `80.5`, expected a whole number",
            "\"audience\" | \"audiences\" | /signIn/audience: found nothing, expected a text; /signIn/audiences: found an unknown field, expected one of audience, clientId, clientSecretFile, issuer; did you mean `audience`?"})
    void aFaultIsToldWithItsPlace(String sound, String planted, String words) {
        assertThat(SOUND).contains(sound);
        assertThatThrownBy(() -> read(SOUND.replace(sound, planted))).isInstanceOf(SiteFile.Faulty.class)
                .hasMessage(folder.resolve("site.json") + ": " + words.replace("FOLDER", folder.toString()));
    }

    @Test
    void aSecretThatOthersMayReadIsNone() throws Exception {
        Path secret = folder.resolve("secret");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> read(SOUND))
                .hasMessage(folder.resolve("site.json") + ": /signIn/clientSecretFile: found `"
                        + secret + "`, which others may read, expected a file of mode 0600");
    }

    @Test
    void whatIsNoFileOrNoObjectIsSaid() {
        assertThatThrownBy(() -> SiteFile.read(folder.resolve("nowhere.json")))
                .hasMessage(folder.resolve("nowhere.json") + ": cannot be read; expected the description of a site");
        assertThatThrownBy(() -> read("[]"))
                .hasMessage(folder.resolve("site.json") + ": found no object; expected the description of a site");
    }
}
