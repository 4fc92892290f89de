package nullaosta.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What an ML-DSA-44 cosignature is about: the tree that a checkpoint names. Lines of a checkpoint beyond the third are not
 * part of it (C2SP tlog-cosignature, "ML-DSA-44 signed message").
 */
record CosignedTree(String origin, long size, Digest root) {

    private static final byte[] LABEL = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_NAME = 255;

    static Optional<CosignedTree> of(String checkpoint) {
        String[] lines = checkpoint.split("\n", -1);
        if (lines.length < 4 || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        try {
            return Optional
                    .of(new CosignedTree(lines[0], Long.parseLong(lines[1]), Digest.parseBase64(lines[2])));
        } catch (SealFault e) {
            return Optional.empty();
        }
    }

    /** Empty where a name does not fit into the structure. */
    Optional<byte[]> message(String cosigner, long seconds) {
        byte[] who = cosigner.getBytes(StandardCharsets.UTF_8);
        byte[] whose = origin.getBytes(StandardCharsets.UTF_8);
        if (who.length > LONGEST_NAME || whose.length == 0 || whose.length > LONGEST_NAME) {
            return Optional.empty();
        }
        return Optional.of(ByteBuffer.allocate(LABEL.length + 1 + who.length + 8 + 1 + whose.length + 8 + 8 + 32)
                .put(LABEL).put((byte) who.length).put(who).putLong(seconds).put((byte) whose.length).put(whose)
                .putLong(0).putLong(size).put(root.bytes()).array());
    }
}
