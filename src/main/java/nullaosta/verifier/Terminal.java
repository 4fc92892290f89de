package nullaosta.verifier;

import java.io.InputStream;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Map;

/**
 * Where a command reads and prints.
 *
 * @param program what the user typed before the command's name
 * @param clock what the time is when nobody says otherwise
 */
public record Terminal(String program, InputStream in, PrintWriter out, PrintWriter err, InstantSource clock) {

    void print(Map<String, Object> map) {
        out.println(PrettyJson.text(map));
    }

    void print(Wrapped page) {
        out.print(page);
        out.flush();
    }
}
