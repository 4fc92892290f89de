package nullaosta.verifier;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nullaosta.clearance.token.ClearanceToken;
import nullaosta.clearance.token.Pack;
import nullaosta.clearance.token.TokenCheck;
import nullaosta.clearance.token.Trust;
import nullaosta.seal.SealFault;

/** Checks a clearance as a base does, without a network; the exit code carries the light. */
final class ClearanceCommand implements VerifierCommand {

    private static final int LARGEST_FILE = 64_000_000;
    private static final Usage USAGE = new Usage("clearance", "Check a clearance against a trust file.", List.of(
            new Usage.Place("TOKEN", "The text of the QR code, @FILE that holds it, or - to read it from the input.")),
            List.of(Usage.Option.required("--trust", "FILE", "Whom to believe; see docs/reference/token.md."),
                    Usage.Option.of("--pack", "FILE",
                            "What the base last synchronised; the newer of it and the trust file's counts."),
                    Usage.Option.of("--at", "INSTANT",
                            "Check for this instant, such as 2016-03-01T18:00:00Z, instead of now."),
                    Usage.JSON));

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public VerifyExit run(Arguments arguments, Terminal terminal) throws WrongUsage, NotChecked {
        Instant now = instant(arguments, terminal);
        Trust trust = trust(Inputs.path(arguments.get("--trust")));
        Optional<Pack> pack = arguments.has("--pack")
                ? Optional.of(pack(Inputs.path(arguments.get("--pack"))))
                : Optional.empty();
        TokenCheck check = TokenCheck.check(text(arguments.place(0), terminal), trust, pack, now);
        if (arguments.has("--json")) {
            terminal.print(CheckInWords.map(check, trust, now));
        } else {
            terminal.out().print(CheckInWords.page(check, trust, now));
        }
        return VerifyExit.of(check.light());
    }

    private static Instant instant(Arguments arguments, Terminal terminal) throws WrongUsage {
        if (!arguments.has("--at")) {
            return terminal.clock().instant();
        }
        try {
            return Instant.parse(arguments.get("--at"));
        } catch (DateTimeException e) {
            throw new WrongUsage("`" + arguments.get("--at")
                    + "` is no instant; expected one such as 2016-03-01T18:00:00Z");
        }
    }

    private static Trust trust(Path file) throws NotChecked {
        try {
            return Trust.read(Inputs.bytes(file, LARGEST_FILE));
        } catch (SealFault e) {
            throw NotChecked.in(file, e);
        }
    }

    private static Pack pack(Path file) throws NotChecked {
        try {
            return Pack.read(Inputs.bytes(file, LARGEST_FILE));
        } catch (SealFault e) {
            throw NotChecked.in(file, e);
        }
    }

    /** A blank may end a clearance, so only the line's end is taken off. */
    private static String text(String token, Terminal terminal) throws NotChecked, WrongUsage {
        byte[] bytes;
        if (token.equals("-")) {
            try {
                bytes = terminal.in().readNBytes(ClearanceToken.LONGEST + 3);
            } catch (IOException e) {
                throw new NotChecked("the input cannot be read");
            }
        } else if (token.startsWith("@")) {
            bytes = Inputs.bytes(Inputs.path(token.substring(1)), ClearanceToken.LONGEST + 2);
        } else {
            return token;
        }
        return Inputs.text(bytes).replaceFirst("\r?\n\\z", "");
    }
}
