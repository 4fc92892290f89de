package nullaosta;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import nullaosta.cli.CommandLineDoor;

/** Entry point. */
public final class Nullaosta {

    private Nullaosta() {
    }

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(CommandLineDoor.run(out, err, arguments));
    }
}
