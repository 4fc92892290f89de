package nullaosta.fuzz;

import java.util.Arrays;
import nullaosta.seal.SealFault;

/** What Jazzer calls: the first byte chooses the reader, the others are what it reads. */
public final class FuzzTarget {

    private FuzzTarget() {
    }

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 0) {
            Reader[] readers = Reader.values();
            try {
                readers[(input[0] & 0xff) % readers.length].read(Arrays.copyOfRange(input, 1, input.length));
            } catch (SealFault e) {
                // it said what is wrong: that is what a reader is for
            }
        }
    }
}
