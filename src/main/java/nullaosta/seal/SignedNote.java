package nullaosta.seal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with lines of signatures under it (C2SP signed-note).
 *
 * @param text what is signed, its last newline included
 * @param signatures in the order of their lines; those of unknown keys are kept and mean nothing
 */
public record SignedNote(String text, List<Line> signatures) {

    /** One signature line: a key's name, and its id followed by the signature. */
    public record Line(String name, byte[] idAndSignature) {

        public Line {
            idAndSignature = idAndSignature.clone();
        }

        @Override
        public byte[] idAndSignature() {
            return idAndSignature.clone();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Line that && name.equals(that.name)
                    && Arrays.equals(idAndSignature, that.idAndSignature);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + Arrays.hashCode(idAndSignature);
        }

        /** Reads one line, its newline not included. */
        public static Line parse(String line) throws SealFault {
            return SignedNote.line(line);
        }

        /** The line as it stands under a note, with its newline. */
        @Override
        public String toString() {
            return "— " + name + " " + Base64.getEncoder().encodeToString(idAndSignature) + "\n";
        }
    }

    private static final int LARGEST = 1_000_000;

    public SignedNote {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("a note's text ends with a newline");
        }
        signatures = List.copyOf(signatures);
    }

    public static SignedNote sign(String text, NoteKey key) {
        byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
        ByteBuffer line = ByteBuffer.allocate(4 + signature.length).put(key.verifier().id()).put(signature);
        return new SignedNote(text, List.of(new Line(key.name(), line.array())));
    }

    /** The same text with one more line under it. */
    public SignedNote with(Line line) {
        List<Line> lines = new ArrayList<>(signatures);
        lines.add(line);
        return new SignedNote(text, lines);
    }

    /** Whether one of the lines is this key's signature over the text. */
    public boolean signedBy(NoteVerifier key) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        return signatures.stream().anyMatch(line -> line.name().equals(key.name())
                && Arrays.equals(line.idAndSignature(), 0, 4, key.id(), 0, 4)
                && key.verify(message, Arrays.copyOfRange(line.idAndSignature(), 4, line.idAndSignature().length)));
    }

    /** The note as it is published. */
    public byte[] bytes() {
        StringBuilder out = new StringBuilder(text).append('\n');
        signatures.forEach(line -> out.append(line));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    public static SignedNote parse(byte[] note) throws SealFault {
        String all = text(note);
        int split = all.lastIndexOf("\n\n");
        if (split < 0 || !all.endsWith("\n") || split + 2 == all.length()) {
            throw new SealFault("a signed note is a text, an empty line and lines of signatures; found no signatures");
        }
        List<Line> lines = new ArrayList<>();
        for (String line : all.substring(split + 2, all.length() - 1).split("\n", -1)) {
            lines.add(line(line));
        }
        return new SignedNote(all.substring(0, split + 1), lines);
    }

    private static String text(byte[] note) throws SealFault {
        if (note.length > LARGEST) {
            throw new SealFault("a signed note of " + note.length + " bytes is larger than any we read");
        }
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(note));
            if (text.chars().noneMatch(c -> c < 0x20 && c != '\n')) {
                return text.toString();
            }
        } catch (CharacterCodingException e) {
            // answered below, as for a control character
        }
        throw new SealFault("a signed note is UTF-8 text without control characters");
    }

    private static Line line(String line) throws SealFault {
        String[] parts = line.split(" ", -1);
        if (parts.length == 3 && parts[0].equals("—") && !parts[1].isEmpty()) {
            try {
                byte[] bytes = Base64.getDecoder().decode(parts[2]);
                if (bytes.length > 4) {
                    return new Line(parts[1], bytes);
                }
            } catch (IllegalArgumentException e) {
                // answered below, as for a line of another shape
            }
        }
        throw new SealFault("found the signature line `" + line + "`; expected `— name base64`");
    }
}
