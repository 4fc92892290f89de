package nullaosta.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {

    private static final Cbor.Table NO_HEADERS = new Cbor.Table(Map.of());

    /** RFC 9285, clause 4.3 and 4.4. */
    @ParameterizedTest
    @CsvSource({"AB,BB8", "Hello!!,%69 VD92EX0", "base-45,UJCLQE7W581", "ietf!,QED8WEX0"})
    void base45(String plain, String encoded) throws Exception {
        assertThat(Base45.encode(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
        assertThat(new String(Base45.decode(encoded), StandardCharsets.US_ASCII)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            BB8b | a base45 text of 4 characters cannot be whole
            BBa  | character 3: `a` is not a character of base45
            :::  | character 1: no bytes have this base45 spelling
            BB8:: | character 4: no bytes have this base45 spelling
            """)
    void base45Refuses(String text, String message) {
        assertThatThrownBy(() -> Base45.decode(text)).isInstanceOf(SealFault.class).hasMessage(message);
    }

    /** What is shown on a terminal must not steer it. */
    @Test
    void base45NamesAControlCharacter() {
        assertThatThrownBy(() -> Base45.decode("AB\u001b"))
                .hasMessage("character 3: U+001B is not a character of base45");
    }

    @Test
    void base45ReadsBackAnyBytes() throws Exception {
        Random random = new Random(45);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            assertThat(Base45.decode(Base45.encode(bytes))).isEqualTo(bytes);
        }
    }

    @Test
    void aMessageIsTiedToItsKeyItsHeadersAndItsPayload() throws Exception {
        IssuerKey key = IssuerKey.generate(new SecureRandom());
        byte[] payload = "nulla osta".getBytes(StandardCharsets.UTF_8);
        CoseSign1 message = CoseSign1.sign(NO_HEADERS, payload, key);
        CoseSign1 read = CoseSign1.decode(message.encode());
        assertThat(read).isEqualTo(message);
        assertThat(read.kid()).isEqualTo(key.kid()).hasSize(16);
        assertThat(read.signedBy(key.publicKey())).isTrue();
        assertThat(read.signedBy(IssuerKey.generate(new SecureRandom()).publicKey())).isFalse();
        assertThat(read.withOpen(new Cbor.Table(Map.of(Cbor.of(1), Cbor.of(2)))).signedBy(key.publicKey())).isTrue();
        byte[] bytes = message.encode();
        Random random = new Random(18);
        for (int i = 0; i < 200; i++) {
            byte[] altered = bytes.clone();
            int bit = random.nextInt(bytes.length * 8);
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(verifies(altered, key.publicKey())).as("bit %s", bit).isFalse();
        }
    }

    @Test
    void aDetachedPayloadIsGivenAgain() throws Exception {
        NoteKey key = NoteKey.generate("example.org/log", new SecureRandom());
        byte[] root = Digest.of().bytes();
        CoseSign1 read = CoseSign1.decode(CoseSign1.signDetached(NO_HEADERS, root, key).encode());
        assertThat(read.signedBy(key.verifier(), root)).isTrue();
        assertThat(read.signedBy(key.verifier(), Digest.of(root).bytes())).isFalse();
    }

    @Test
    void refusesCborThatIsNoMessage() {
        assertThatThrownBy(() -> CoseSign1.decode(Cbor.of(1).encode()))
                .hasMessage("these bytes are CBOR, but not a message with one signature (COSE_Sign1)");
    }

    /** The example of golang.org/x/mod/sumdb/note, which the signed-note document names. */
    @Test
    void readsANoteThatOthersSigned() throws Exception {
        NoteVerifier key = NoteVerifier
                .parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        SignedNote note = SignedNote
                .parse("""
                        If you think cryptography is the answer to your problem,
                        then you don't know what your problem is.

                        — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
                        """
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(note.signedBy(key)).isTrue();
        assertThat(key.vkey()).isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        assertThat(new SignedNote(note.text().replace("you", "we"), note.signatures()).signedBy(key)).isFalse();
    }

    @Test
    void aNoteReadsBack() throws Exception {
        NoteKey key = NoteKey.generate("example.org/log", new SecureRandom());
        SignedNote note = SignedNote.sign("one\n\ntwo\n", key);
        SignedNote read = SignedNote.parse(note.bytes());
        assertThat(read.text()).isEqualTo("one\n\ntwo\n");
        assertThat(read.signedBy(key.verifier())).isTrue();
        assertThat(read.signedBy(NoteKey.generate("example.org/log", new SecureRandom()).verifier())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            one line           | a signed note is a text, an empty line and lines of signatures; found no signatures
            text\\n\\n- a b    | a signed note is a text, an empty line and lines of signatures; found no signatures
            text\\n\\n- a b\\n | found the signature line `- a b`; expected `— name base64`
            text\\n\\n— a AAAA\\n | found the signature line `— a AAAA`; expected `— name base64`
            a\\tb\\n\\n— a AAAAAAAA\\n | a signed note is UTF-8 text without control characters
            """)
    void refusesOtherNotes(String escaped, String message) {
        byte[] note = escaped.translateEscapes().getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(SealFault.class).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x | found `x`; expected a verifier key `name+id+base64` for Ed25519
            PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW | the key id `c74f20a4` does not follow from name and key; expected `c74f20a3`
            a b+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW | `a b` cannot name a key: a name is not empty and has no space and no `+`
            """)
    void refusesOtherVerifierKeys(String vkey, String message) {
        assertThatThrownBy(() -> NoteVerifier.parse(vkey)).isInstanceOf(SealFault.class).hasMessage(message);
    }

    /** The example of the tlog-cosignature document has no key, so the witness here is our own. */
    @Test
    void aWitnessSaysWhenItSawANote() throws Exception {
        TestWitness witness = TestWitness.generate("witness.example/w1", new SecureRandom());
        SignedNote note = SignedNote.sign("example.org/log\n0\nx\n",
                NoteKey.generate("example.org/log", new SecureRandom()));
        Instant seen = Instant.parse("2016-03-01T18:00:00Z");
        SignedNote cosigned = SignedNote.parse(witness.cosign(note, seen).bytes());
        WitnessVerifier key = WitnessVerifier.parse(witness.verifier().vkey());
        assertThat(key).isEqualTo(witness.verifier()).hasSameHashCodeAs(witness.verifier());
        assertThat(key.cosignedAt(cosigned)).contains(seen);
        assertThat(key.cosignedAt(note)).isEmpty();
        assertThat(key.cosignedAt(new SignedNote(note.text() + "\n", cosigned.signatures()))).isEmpty();
        byte[] later = cosigned.signatures().getLast().idAndSignature();
        later[11]++;
        assertThat(key.cosignedAt(new SignedNote(note.text(), List.of(new SignedNote.Line(key.name(), later)))))
                .isEmpty();
        assertThat(TestWitness.generate("witness.example/w1", new SecureRandom()).verifier().cosignedAt(cosigned))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x | found `x`; expected a witness's key `name+id+base64` for cosignatures with Ed25519 or ML-DSA-44
            PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW | found `PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW`; expected a witness's key `name+id+base64` for cosignatures with Ed25519 or ML-DSA-44
            w+c74f20a3+BBpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW | the key id `c74f20a3` does not follow from name and key; expected `4941c6fd`
            """)
    void refusesOtherWitnessKeys(String vkey, String message) {
        assertThatThrownBy(() -> WitnessVerifier.parse(vkey)).isInstanceOf(SealFault.class).hasMessage(message);
    }

    @Test
    void keysLiveInFilesOnlyTheirOwnerReads(@TempDir Path folder) throws Exception {
        IssuerKey issuer = IssuerKey.generate(new SecureRandom());
        NoteKey note = NoteKey.generate("example.org/log", new SecureRandom());
        issuer.save(folder.resolve("issuer.pem"));
        note.save(folder.resolve("register.pem"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("issuer.pem"))))
                .isEqualTo("rw-------");
        assertThat(IssuerKey.load(folder.resolve("issuer.pem")).publicKey()).isEqualTo(issuer.publicKey());
        assertThat(NoteKey.load("example.org/log", folder.resolve("register.pem")).verifier())
                .isEqualTo(note.verifier());
        assertThat(IssuerPublicKey.parse(issuer.publicKey().spki())).isEqualTo(issuer.publicKey());
        assertThatThrownBy(() -> issuer.save(folder.resolve("register.pem")))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> IssuerKey.load(folder.resolve("register.pem"))).isInstanceOf(SealFault.class)
                .hasMessage("this is not a private key for ES256");
        assertThatThrownBy(() -> IssuerKey.parse("x")).hasMessage("expected a PEM block `PRIVATE KEY`, found none");
        String mixed = Files.readString(folder.resolve("issuer.pem")).replaceAll("(?s)-----BEGIN PUBLIC.*", "")
                + "-----BEGIN PUBLIC KEY-----\n" + IssuerKey.generate(new SecureRandom()).publicKey().spki()
                + "\n-----END PUBLIC KEY-----\n";
        assertThatThrownBy(() -> IssuerKey.parse(mixed))
                .hasMessage("the public key in this file does not belong to its private key");
    }

    @Test
    void digests() throws Exception {
        Digest empty = Digest.of();
        assertThat(empty.hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Digest.parse(empty.hex())).isEqualTo(empty).hasSameHashCodeAs(Digest.wrap(empty.bytes()));
        assertThat(Digest.parseBase64(empty.base64())).isEqualTo(empty);
        assertThat(Digest.of(HexFormat.of().parseHex("01"), HexFormat.of().parseHex("02")))
                .isEqualTo(Digest.of(HexFormat.of().parseHex("0102")));
        assertThatThrownBy(() -> Digest.parse("abc"))
                .hasMessage("found `abc`; expected a SHA-256 digest of 64 hexadecimal digits");
        assertThatThrownBy(() -> Digest.parseBase64("abc"))
                .hasMessage("found `abc`; expected a SHA-256 digest in base64");
    }

    private static boolean verifies(byte[] message, IssuerPublicKey key) {
        try {
            return CoseSign1.decode(message).signedBy(key);
        } catch (SealFault e) {
            return false;
        }
    }
}
