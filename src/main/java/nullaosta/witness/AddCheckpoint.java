package nullaosta.witness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nullaosta.register.proof.ConsistencyProof;
import nullaosta.seal.Digest;
import nullaosta.seal.SealFault;
import nullaosta.seal.SignedNote;

/**
 * What a register asks a witness: to cosign a checkpoint, with the proof that it continues the one the witness saw last
 * (C2SP tlog-witness, "add-checkpoint").
 *
 * @param old size of the checkpoint that the witness saw last; 0 where it saw none
 * @param path of the consistency proof from there; empty from 0
 */
public record AddCheckpoint(long old, List<Digest> path, SignedNote checkpoint) {

    /** No path has more hashes. */
    public static final int LONGEST_PATH = 63;

    private static final Pattern OLD = Pattern.compile("old (0|[1-9][0-9]{0,17})");

    public AddCheckpoint {
        path = List.copyOf(path);
        if (old < 0 || path.size() > LONGEST_PATH) {
            throw new IllegalArgumentException("a size from 0 and at most " + LONGEST_PATH + " hashes");
        }
    }

    public static AddCheckpoint of(ConsistencyProof proof, SignedNote checkpoint) {
        return new AddCheckpoint(proof.from(), proof.path(), checkpoint);
    }

    /** The body of the request. */
    public byte[] bytes() {
        StringBuilder out = new StringBuilder("old " + old + "\n");
        path.forEach(hash -> out.append(hash.base64()).append('\n'));
        return (out + "\n" + new String(checkpoint.bytes(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    public static AddCheckpoint parse(byte[] body) throws SealFault {
        String text = new String(body, StandardCharsets.UTF_8);
        int end = text.indexOf("\n\n");
        if (end < 0) {
            throw new SealFault("the request is `old`, a proof, an empty line and a checkpoint; found no empty line");
        }
        String[] lines = text.substring(0, end).split("\n", -1);
        if (!OLD.matcher(lines[0]).matches()) {
            throw new SealFault("the first line is `old` and a size without zeros before it");
        }
        if (lines.length - 1 > LONGEST_PATH) {
            throw new SealFault("the proof has " + (lines.length - 1) + " hashes; at most " + LONGEST_PATH);
        }
        List<Digest> path = new ArrayList<>();
        for (String line : List.of(lines).subList(1, lines.length)) {
            path.add(Digest.parseBase64(line));
        }
        return new AddCheckpoint(Long.parseLong(lines[0].substring("old ".length())), path,
                SignedNote.parse(text.substring(end + 2).getBytes(StandardCharsets.UTF_8)));
    }
}
