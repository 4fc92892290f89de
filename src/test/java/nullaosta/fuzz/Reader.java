package nullaosta.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nullaosta.clearance.token.ClearanceToken;
import nullaosta.clearance.token.Gate;
import nullaosta.clearance.token.Light;
import nullaosta.clearance.token.Pack;
import nullaosta.clearance.token.Receipt;
import nullaosta.clearance.token.StatusList;
import nullaosta.clearance.token.TokenCheck;
import nullaosta.clearance.token.Trust;
import nullaosta.register.proof.Checkpoint;
import nullaosta.register.proof.EntryBundle;
import nullaosta.register.proof.ProofFile;
import nullaosta.seal.Base45;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Cbor;
import nullaosta.seal.Digest;
import nullaosta.seal.SealFault;
import nullaosta.seal.SignedNote;
import nullaosta.seal.WitnessPolicy;

/**
 * The readers of what strangers hand us. Each gives back what it read or throws a {@link SealFault}; whatever has one
 * spelling only must be written as it was read.
 */
enum Reader {

    CBOR("clearance", "status.hex") {
        @Override
        void read(byte[] bytes) throws SealFault {
            same(bytes, Cbor.decode(bytes).encode());
        }
    },
    MESSAGE("clearance", ".message.hex") {
        @Override
        void read(byte[] bytes) throws SealFault {
            checked(ClearanceToken.PREFIX + Base45.encode(bytes));
        }
    },
    TOKEN("clearance", ".txt") {
        @Override
        void read(byte[] bytes) throws SealFault {
            checked(text(bytes));
        }
    },
    RECEIPT("clearance", ".receipt.hex") {
        @Override
        void read(byte[] bytes) throws SealFault {
            same(bytes, Receipt.read(bytes).bytes());
        }
    },
    STATUS_LIST("clearance", "status.hex") {
        @Override
        void read(byte[] bytes) throws SealFault {
            StatusList list = StatusList.read(bytes, TRUST.issuers());
            if (!LISTS.contains(Digest.of(bytes))) {
                throw new AssertionError("a status list that nobody signed: " + list.address());
            }
        }
    },
    PACK("clearance", "pack.json") {
        @Override
        void read(byte[] bytes) throws SealFault {
            Pack.read(Pack.read(bytes).bytes());
        }
    },
    TRUST_FILE("clearance", "trust.json") {
        @Override
        void read(byte[] bytes) throws SealFault {
            Trust.read(Trust.read(bytes).bytes());
        }
    },
    NOTE("checkpoints", ".txt") {
        @Override
        void read(byte[] bytes) throws SealFault {
            SignedNote.parse(SignedNote.parse(bytes).bytes());
        }
    },
    CHECKPOINT("checkpoints", ".txt") {
        @Override
        void read(byte[] bytes) throws SealFault {
            Checkpoint read = Checkpoint.open(bytes, TRUST.register());
            if (!CHECKPOINTS.contains(read.text())) {
                throw new AssertionError("a checkpoint that nobody signed: " + read);
            }
        }
    },
    BUNDLE("register", "entries/001.p/44") {
        @Override
        void read(byte[] bytes) throws SealFault {
            same(bytes, EntryBundle.encode(EntryBundle.decode(bytes)));
        }
    },
    BASE45("clearance", ".txt") {
        @Override
        void read(byte[] bytes) throws SealFault {
            same(bytes, Base45.encode(Base45.decode(text(bytes))).getBytes(StandardCharsets.UTF_8));
        }
    },
    JSON("clearance", ".json") {
        @Override
        void read(byte[] bytes) throws SealFault {
            CanonicalJson.read(bytes);
        }
    },
    POLICY("policy", ".txt") {
        @Override
        void read(byte[] bytes) throws SealFault {
            WitnessPolicy policy = WitnessPolicy.parse(text(bytes));
            if (!policy.equals(WitnessPolicy.parse(policy.text()))) {
                throw new AssertionError("it reads back as another policy: " + policy.text());
            }
        }
    },
    PROOF("proof", ".tlog-proof") {
        @Override
        void read(byte[] bytes) throws SealFault {
            same(bytes, ProofFile.parse(bytes).bytes());
        }
    };

    private static final Path VECTORS = Path.of(System.getProperty("nullaosta.vectors", "vectors"));
    private static final Trust TRUST = trust();
    private static final Gate GATE = gate();
    private static final Instant NOW = Instant.parse("2016-03-01T18:10:00Z");
    private static final Set<Digest> GREEN = green();
    private static final Set<Digest> LISTS = files("clearance", "status.hex").map(Digest::of)
            .collect(Collectors.toSet());
    private static final Set<String> CHECKPOINTS = files("checkpoints", ".txt").map(Reader::signedText)
            .collect(Collectors.toSet());

    private final String folder;
    private final String ending;

    Reader(String folder, String ending) {
        this.folder = folder;
        this.ending = ending;
    }

    /** @throws SealFault for what is not what it should be; every other throwable is a bug */
    abstract void read(byte[] bytes) throws SealFault;

    /** Whole and broken ones, from the vectors. */
    List<byte[]> examples() {
        return files(folder, ending).toList();
    }

    /** Green is only what was issued, however it is spelt and whatever is hung on it. */
    private static void checked(String text) throws SealFault {
        TokenCheck check = GATE.check(text, NOW);
        if (check.light() == Light.GREEN
                && !GREEN.contains(check.clearance().map(ClearanceToken::digest).orElse(Digest.of()))) {
            throw new AssertionError("green, though nobody issued it: " + text);
        }
        if (ClearanceToken.read(text) instanceof ClearanceToken.Reading.Sound(ClearanceToken token)) {
            same(text.getBytes(StandardCharsets.UTF_8), token.text().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void same(byte[] read, byte[] written) {
        if (!Arrays.equals(read, written)) {
            throw new AssertionError("two spellings of one value");
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Trust trust() {
        try {
            return Trust.read(Files.readAllBytes(VECTORS.resolve("clearance/trust.json")));
        } catch (IOException | SealFault e) {
            throw new IllegalStateException(e);
        }
    }

    private static Gate gate() {
        try {
            return Gate.of(TRUST, Optional.of(Pack.read(Files.readAllBytes(VECTORS.resolve("clearance/pack.json")))));
        } catch (IOException | SealFault e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<Digest> green() {
        return files("clearance", ".txt").map(bytes -> GATE.check(text(bytes), NOW))
                .filter(check -> check.light() == Light.GREEN)
                .flatMap(check -> check.clearance().stream()).map(ClearanceToken::digest).collect(Collectors.toSet());
    }

    private static String signedText(byte[] note) {
        try {
            return SignedNote.parse(note).text();
        } catch (SealFault e) {
            return "";
        }
    }

    /** Hexadecimal files as the bytes that they are of. */
    private static Stream<byte[]> files(String folder, String ending) {
        try (Stream<Path> all = Files.walk(VECTORS.resolve(folder))) {
            return all.filter(Files::isRegularFile).filter(file -> file.toString().endsWith(ending)).sorted()
                    .map(Reader::bytes).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return file.toString().endsWith(".hex")
                    ? HexFormat.of().parseHex(Files.readString(file).strip())
                    : Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
