package nullaosta.clearance.token;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import nullaosta.clearance.token.StatusList.Status;
import nullaosta.seal.Base45;
import nullaosta.seal.Cbor;
import nullaosta.seal.NoteKey;
import nullaosta.seal.SealFault;

/** Clearances that another reader might take: each bends one rule of their form, or one of whom to believe. */
final class MalformedVectors {

    private static final String FORM = "the text is not in the one form that a clearance has: ";
    private static final HexFormat HEX = HexFormat.of();

    private final Vectors vectors;

    MalformedVectors(Vectors vectors) {
        this.vectors = vectors;
    }

    void all(ClearanceToken valid) throws SealFault {
        encoding(valid.message().encode());
        duplicateClaim();
        text("not-base45", "NA1::::");
        red("no base45", "not-base45", "the text holds characters that no clearance holds: "
                + "behind NA1:, character 1: no bytes have this base45 spelling");
        text("endless", "NA1:" + "0".repeat(ClearanceToken.LONGEST));
        red("endless", "endless", FORM + "it has " + (ClearanceToken.LONGEST + 4)
                + " characters; a clearance has at most " + ClearanceToken.LONGEST);
        otherRegister(valid);
        keyTimes();
        oldList(valid);
    }

    /** What is before the array of four of the message: its tag. */
    private void encoding(byte[] message) {
        byte[] rest = Arrays.copyOfRange(message, 2, message.length);
        bytes("indefinite-length", HEX.parseHex("d29f"), rest, HEX.parseHex("ff"));
        red("an array of indefinite length", "indefinite-length",
                FORM + "byte 1: a length is left open; it must be stated");
        bytes("nested-tags", HEX.parseHex("d2d284"), rest);
        red("a tag in a tag", "nested-tags",
                FORM + "these bytes are CBOR, but not a message with one signature (COSE_Sign1)");
        bytes("no-tag", HEX.parseHex("84"), rest);
        red("no tag", "no-tag",
                FORM + "these bytes are CBOR, but not a message with one signature (COSE_Sign1)");
        bytes("length-in-more-bytes", HEX.parseHex("d29804"), rest);
        red("a length in more bytes than it needs", "length-in-more-bytes",
                FORM + "byte 1: a number is not in its shortest form");
        bytes("huge-array", HEX.parseHex("d29b7fffffffffffffff"));
        red("an array of 2^63 - 1 items", "huge-array",
                "the text ends before the clearance does: it was cut short or altered");
        bytes("huge-bytes", HEX.parseHex("d2845b7fffffffffffffff00"));
        red("a byte string of 2^63 - 1 bytes", "huge-bytes",
                "the text ends before the clearance does: it was cut short or altered");
        byte[] deep = new byte[5000];
        Arrays.fill(deep, (byte) 0x81);
        bytes("deep", deep);
        red("five thousand arrays in one another", "deep",
                FORM + "byte 32: values are nested deeper than 32 levels");
    }

    /** Signed by the host's own key, so that only the form is at fault: a reader that takes the last one reads XX. */
    private void duplicateClaim() throws SealFault {
        byte[] claims = ClaimsFormat.write(TestHost.claims(0));
        byte[] first = HEX.parseHex("01624954");
        byte[] head = {(byte) (claims[0] + 1)};
        vectors.signed("duplicate-claim", new Cbor.Table(Map.of()),
                joined(head, first, HEX.parseHex("01625858"), Arrays.copyOfRange(claims, 5, claims.length)),
                vectors.host.issuer);
        red("a claim told twice", "duplicate-claim",
                FORM + "byte 5: a map's key is out of order or stands twice");
    }

    private void otherRegister(ClearanceToken valid) throws SealFault {
        try {
            NoteKey other = NoteKey.parse(Vectors.ORIGIN, Vectors.key("other-register"));
            TestHost elsewhere = new TestHost(vectors.host.issuer, other, vectors.host.witnesses);
            elsewhere.register(valid);
            text("receipt-of-another-register", valid.withReceipt(elsewhere.receipt(valid, 2)).text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        red("a receipt of another register", "receipt-of-another-register",
                "the receipt that it carries does not prove that it is in the register");
    }

    private void keyTimes() {
        trust("trust-key-later", new KeyTime(Optional.of(TestHost.ISSUED.plusSeconds(1)), Optional.empty()));
        vectors.add("a key that was not valid yet", "valid", "trust-key-later", null, TestHost.NOW, Light.RED,
                "the key that signed it was not valid when it was issued: issued at 29 Feb 2016 16:20:00Z, "
                        + "the key is valid from 29 Feb 2016 16:20:01Z",
                "no pack was given, so nobody here knows whether it was withdrawn: call the host",
                "nothing here proves that it is in the register: get a new pack or its receipt");
        trust("trust-key-retired", new KeyTime(Optional.empty(), Optional.of(TestHost.ISSUED)));
        vectors.add("a key that was retired since", "valid", "trust-key-retired", "pack", TestHost.NOW, Light.AMBER,
                "the pack is not what the host published: get a new one, or call the host: the key that signed the "
                        + "status list was not valid then, but until 29 Feb 2016 16:20:00Z");
        trust("trust-key-of-a-year", new KeyTime(Optional.of(Instant.parse("2016-01-01T00:00:00Z")),
                Optional.of(Instant.parse("2016-12-31T23:59:59Z"))));
        vectors.add("a key in its time", "valid", "trust-key-of-a-year", "pack", TestHost.NOW, Light.GREEN);
    }

    private void trust(String name, KeyTime time) {
        Trust plain = vectors.host.trust(2);
        vectors.files.put("clearance/" + name + ".json",
                new Trust(plain.host(), plain.name(), plain.exercise(), plain.issuers(),
                        Map.of(vectors.host.issuer.kid(), time), plain.register(), plain.witnesses(), plain.quorum(),
                        plain.green(), plain.amber(), Optional.empty()).bytes());
    }

    /** The maker's word makes a pack older, never younger. */
    private void oldList(ClearanceToken valid) throws SealFault {
        byte[] list = vectors.statusList("pack-with-an-old-list", TestHost.NOW.minus(Duration.ofDays(2)),
                Status.VALID);
        vectors.files.put("clearance/pack-with-an-old-list.json",
                vectors.host.pack(TestHost.PACKED, list, 2, valid).bytes());
        vectors.add("a status list older than the host allows", "valid", "trust", "pack-with-an-old-list",
                TestHost.NOW, Light.RED,
                "the pack is too old to check anything by: get a new one: 48 h 00 min old; at most 24 h 00 min");
    }

    private void red(String name, String token, String... says) {
        vectors.add(name, token, TestHost.NOW, Light.RED, says);
    }

    private void bytes(String name, byte[]... parts) {
        text(name, ClearanceToken.PREFIX + Base45.encode(joined(parts)));
    }

    private void text(String name, String text) {
        vectors.text("clearance/" + name + ".txt", text);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
