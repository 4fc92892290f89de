package nullaosta.verifier;

import java.nio.file.Path;
import nullaosta.seal.SealFault;

/** Nothing was checked; the message says why. */
final class NotChecked extends Exception {

    private static final long serialVersionUID = 1L;

    private final String why;

    NotChecked(String why) {
        super(why);
        this.why = why;
    }

    static NotChecked in(Path file, SealFault fault) {
        return new NotChecked("`" + file + "`: " + fault.getMessage());
    }

    @Override
    public String getMessage() {
        return why;
    }
}
