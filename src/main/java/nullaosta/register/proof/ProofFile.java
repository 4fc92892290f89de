package nullaosta.register.proof;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import nullaosta.seal.Digest;
import nullaosta.seal.NoteVerifier;
import nullaosta.seal.SealFault;
import nullaosta.seal.SignedNote;
import org.jspecify.annotations.Nullable;

/**
 * That an entry stands in a register, as one text file that needs no network (C2SP tlog-proof).
 *
 * @param extra what the maker adds; nobody signed it
 * @param path hashes on the way up, lowest first
 * @param checkpoint the register's checkpoint as published, with the witnesses' lines
 */
public record ProofFile(Optional<String> extra, long index, List<Digest> path, String checkpoint) {

    private static final String FIRST = "c2sp.org/tlog-proof@v1";
    private static final int LARGEST = 1_000_000;
    private static final int LONGEST_PATH = 63;
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,17}");

    /** @throws IllegalArgumentException where the extra data is not in base64 or the path is none */
    public ProofFile {
        path = List.copyOf(path);
        if (index < 0 || path.size() > LONGEST_PATH || extra.filter(text -> !isBase64(text)).isPresent()) {
            throw new IllegalArgumentException("no proof has index " + index + ", " + path.size()
                    + " hashes and the extra data " + extra);
        }
    }

    /**
     * A proof under a published checkpoint.
     *
     * @param note of the size that the proof is for; cosignatures under it are taken along
     */
    public static ProofFile of(InclusionProof proof, SignedNote note) {
        return new ProofFile(Optional.empty(), proof.index(), proof.path(),
                new String(note.bytes(), StandardCharsets.UTF_8));
    }

    /** The same with extra data. */
    public ProofFile withExtra(byte[] data) {
        return new ProofFile(Optional.of(Base64.getEncoder().encodeToString(data)), index, path, checkpoint);
    }

    public static ProofFile parse(byte[] file) throws SealFault {
        if (file.length > LARGEST) {
            throw new SealFault("a proof of " + file.length + " bytes; expected at most " + LARGEST);
        }
        String text = text(file);
        int split = text.indexOf("\n\n");
        if (split < 0) {
            throw new SealFault("a proof is lines, an empty line and a checkpoint; found no empty line");
        }
        List<String> lines = Arrays.asList(text.substring(0, split).split("\n", -1));
        expect(lines, 0, FIRST::equals, "`" + FIRST + "`");
        int at = 1;
        Optional<String> extra = Optional.empty();
        if (at < lines.size() && lines.get(at).startsWith("extra ")) {
            expect(lines, at, line -> isBase64(line.substring(6)), "`extra` and base64");
            extra = Optional.of(lines.get(at++).substring(6));
        }
        expect(lines, at, line -> line.startsWith("index ") && INDEX.matcher(line.substring(6)).matches(),
                "`index` and a whole number from 0");
        long index = Long.parseLong(lines.get(at++).substring(6));
        List<Digest> path = new ArrayList<>();
        for (; at < lines.size(); at++) {
            path.add(hash(lines, at));
        }
        if (path.size() > LONGEST_PATH) {
            throw new SealFault("found " + path.size() + " hashes; a path has at most " + LONGEST_PATH);
        }
        return new ProofFile(extra, index, path, text.substring(split + 2));
    }

    private static Digest hash(List<String> lines, int at) throws SealFault {
        try {
            return Digest.parseBase64(lines.get(at));
        } catch (SealFault e) {
            throw new SealFault("line " + (at + 1) + ": " + e.getMessage());
        }
    }

    private static void expect(List<String> lines, int at, Predicate<String> shape, String expected)
            throws SealFault {
        @Nullable
        String found = at < lines.size() ? lines.get(at) : null;
        if (found == null || !shape.test(found)) {
            throw new SealFault("line " + (at + 1) + ": found " + (found == null ? "nothing" : "`" + cut(found) + "`")
                    + "; expected " + expected);
        }
    }

    private static String cut(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }

    private static boolean isBase64(String text) {
        try {
            return Objects.equals(Base64.getEncoder().encodeToString(Base64.getDecoder().decode(text)), text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String text(byte[] file) throws SealFault {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException e) {
            throw new SealFault("a proof is UTF-8 text");
        }
    }

    /** The file as it is handed on. */
    public byte[] bytes() {
        StringBuilder out = new StringBuilder(FIRST).append('\n');
        extra.ifPresent(data -> out.append("extra ").append(data).append('\n'));
        out.append("index ").append(index).append('\n');
        path.forEach(hash -> out.append(hash.base64()).append('\n'));
        return out.append('\n').append(checkpoint).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The checkpoint as a note. */
    public SignedNote note() throws SealFault {
        return SignedNote.parse(checkpoint.getBytes(StandardCharsets.UTF_8));
    }

    /** The checkpoint, if the key signed it and its register has so many entries. */
    public Checkpoint open(NoteVerifier key) throws SealFault {
        Checkpoint opened = Checkpoint.open(checkpoint.getBytes(StandardCharsets.UTF_8), key);
        if (index >= opened.size()) {
            throw new SealFault("the proof is of entry " + index + ", but the checkpoint counts " + opened.size());
        }
        return opened;
    }

    /** Whether the leaf stands at the index in the tree of the checkpoint. */
    public boolean proves(Digest leaf, Checkpoint opened) {
        return new InclusionProof(index, opened.size(), path).proves(leaf, opened);
    }
}
