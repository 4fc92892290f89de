package nullaosta.verifier;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** How one run of the verifier ended, and what it printed. */
record Ended(int exit, String out, String err) {

    static final Instant NOW = Instant.parse("2016-03-01T18:10:00Z");

    static Ended run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Verifier.run(new Terminal("nullaosta-verify", InputStream.nullInputStream(), new PrintWriter(out),
                new PrintWriter(err), InstantSource.fixed(NOW)), List.of(words));
        return new Ended(exit, out.toString(), err.toString());
    }
}
