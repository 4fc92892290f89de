package nullaosta.register.proof;

import java.util.regex.Pattern;
import nullaosta.seal.Digest;
import nullaosta.seal.NoteKey;
import nullaosta.seal.NoteVerifier;
import nullaosta.seal.SealFault;
import nullaosta.seal.SignedNote;

/**
 * What a register commits to: that its first `size` entries have this root (C2SP tlog-checkpoint), without extension
 * lines.
 */
public record Checkpoint(String origin, long size, Digest root) {

    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

    public Checkpoint {
        if (origin.isEmpty() || origin.indexOf('\n') >= 0 || size < 0) {
            throw new IllegalArgumentException("a checkpoint has an origin of one line and a size from 0");
        }
    }

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    public SignedNote sign(NoteKey key) {
        return SignedNote.sign(text(), key);
    }

    /** Reads a published checkpoint and checks that its register signed it: origin and key's name are the same. */
    public static Checkpoint open(byte[] note, NoteVerifier key) throws SealFault {
        SignedNote signed = SignedNote.parse(note);
        Checkpoint checkpoint = parse(signed.text());
        if (!checkpoint.origin.equals(key.name())) {
            throw new SealFault(
                    "the checkpoint is of the register `" + checkpoint.origin + "`; expected `" + key.name() + "`");
        }
        if (!signed.signedBy(key)) {
            throw new SealFault("the checkpoint carries no valid signature of the key `" + key.vkey() + "`");
        }
        return checkpoint;
    }

    private static Checkpoint parse(String text) throws SealFault {
        String[] lines = text.split("\n", -1);
        if (lines.length != 4 || lines[0].isEmpty() || !SIZE.matcher(lines[1]).matches()) {
            throw new SealFault("a checkpoint has three lines: origin, size and root in base64");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), Digest.parseBase64(lines[2]));
    }
}
