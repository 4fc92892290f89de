package nullaosta.verifier;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nullaosta.register.mirror.Mirror;
import nullaosta.register.mirror.Mirroring;
import nullaosta.register.proof.Checkpoint;

/** Keeps a copy of a register, and says so in plain words when its history changes. */
final class MirrorCommand implements VerifierCommand {

    private static final Pattern SHORT = Pattern.compile("[1-9][0-9]{0,5}[smh]");
    private static final Usage USAGE = new Usage("mirror", "Keep a copy of a register, and notice a changed history.",
            List.of(new Usage.Place("URL-OR-DIR", "Where the register is published, or a folder with its files."),
                    new Usage.Place("DIR", "The copy's folder; it can be served, mirrored and verified itself.")),
            List.of(Inputs.KEY, Inputs.POLICY, Inputs.TOKEN,
                    Usage.Option.flag("--once", "Bring the copy up to date and end; so it is without --every."),
                    Usage.Option.of("--every", "DURATION",
                            "Go on for ever, with so much time between, such as 30s, 5m or 1h."),
                    Usage.JSON));

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public VerifyExit run(Arguments arguments, Terminal terminal) throws WrongUsage, NotChecked {
        Optional<Duration> every = every(arguments);
        Inputs.Believed believed = Inputs.believed(arguments);
        Path folder = Inputs.path(arguments.place(1));
        Mirror mirror = new Mirror(Inputs.source(arguments.place(0), arguments), folder, believed.key(),
                believed.policy());
        Optional<Mirroring> before = Optional.empty();
        while (true) {
            Mirroring came = mirror.update(terminal.clock().instant());
            // what it says each time is said once, so that a log of months can be read
            if (!Optional.of(came).equals(before)) {
                VerifyExit exit = said(came, arguments, terminal, every.isPresent());
                if (every.isEmpty() || exit == VerifyExit.DOES_NOT_HOLD) {
                    return exit;
                }
            }
            before = Optional.of(came);
            try {
                Thread.sleep(every.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NotChecked("interrupted");
            }
        }
    }

    /** @param goesOn whether there is another try where nothing could be checked */
    private static VerifyExit said(Mirroring came, Arguments arguments, Terminal terminal, boolean goesOn)
            throws NotChecked {
        try {
            return inWords(came).print(terminal, arguments.has("--json"));
        } catch (NotChecked e) {
            if (!goesOn) {
                throw e;
            }
            terminal.err().println("nullaosta: nothing was checked: " + e.getMessage());
            return VerifyExit.NOT_CHECKED;
        }
    }

    private static Optional<Duration> every(Arguments arguments) throws WrongUsage {
        if (!arguments.has("--every")) {
            return Optional.empty();
        }
        if (arguments.has("--once")) {
            throw new WrongUsage("--once and --every exclude each other; give one");
        }
        String text = arguments.get("--every");
        try {
            if (SHORT.matcher(text).matches()) {
                return Optional.of(Duration.parse("PT" + text.toUpperCase(Locale.ROOT)));
            }
        } catch (DateTimeParseException e) {
            // answered below, as for another spelling
        }
        throw new WrongUsage("`" + text + "` is no duration; expected one such as 30s, 5m or 1h");
    }

    private static Outcome inWords(Mirroring came) throws NotChecked {
        return switch (came) {
            case Mirroring.Unread(String what) -> throw new NotChecked(what);
            case Mirroring.Grown(long from, Checkpoint now) -> new Outcome(VerifyExit.HOLDS, "TAKEN",
                    Outcome.counted(now.size() - from, "new entry", "new entries")
                            + "; the register begins with all that the copy held before")
                    .field("from", from)
                    .checkpoint(now);
            case Mirroring.Unchanged(Checkpoint now) -> new Outcome(VerifyExit.HOLDS, "UNCHANGED",
                    "the register has published nothing since").checkpoint(now);
            case Mirroring.Unwitnessed(Checkpoint seen, List<String> cosigners) -> new Outcome(VerifyExit.NOT_CERTAIN,
                    "UNWITNESSED", "too few witnesses have cosigned what is published now, so it was not taken: "
                            + (cosigners.isEmpty() ? "none" : String.join(", ", cosigners)))
                    .checkpoint(seen).field("witnesses", cosigners);
            case Mirroring.Broken(String where, String what) -> RegisterCommand.broken(where, what);
            case Mirroring.Changed(Checkpoint held, Checkpoint seen, String what, List<Path> evidence) -> new Outcome(
                    VerifyExit.DOES_NOT_HOLD, "CHANGED", "the register's history was changed: " + what)
                    .field("origin", held.origin()).field("held", Outcome.of(held)).field("seen", Outcome.of(seen))
                    .field("evidence", evidence.stream().map(Path::toString).toList())
                    .row("held", held.size() + " entries, root " + held.root().base64())
                    .row("seen", seen.size() + " entries, root " + seen.root().base64())
                    .row("kept", String.join(" and ", evidence.stream().map(Path::toString).toList()))
                    .advice("Both checkpoints bear the register's signature. The copy stays as it was. Show both to "
                            + "the host, to the witnesses and to whoever else keeps a copy.");
        };
    }
}
