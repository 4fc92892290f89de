package nullaosta.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import nullaosta.appointment.Act;
import nullaosta.appointment.Appointment;
import nullaosta.appointment.OfficerKey;
import nullaosta.seal.SealFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Signs, as the appointing authority, that a key is an officer's. */
@Command(name = "appoint", description = "Sign, as the appointing authority, that a key is an officer's; prints the act.", mixinStandardHelpOptions = true, exitCodeOnInvalidInput = 64)
public final class OfficerAppointCommand implements Callable<Integer> {

    @Option(names = "--with", required = true, paramLabel = "FILE", description = "The appointing authority's key, PKCS #12.")
    private Path with;

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "Public half of the officer's key, as the officer brought it.")
    private Path key;

    @Option(names = "--officer", required = true, paramLabel = "ID", description = "Id of the person in people.json.")
    private String officer;

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "Rank and name, as printed.")
    private String name;

    @Option(names = "--authority", required = true, paramLabel = "AUTHORITY", description = "The office whose power it is, as terms name it.")
    private String authority;

    @Option(names = "--act", required = true, paramLabel = "WORDS", description = "What gives that power, as cited.")
    private String act;

    @Option(names = "--from", required = true, paramLabel = "INSTANT", description = "From when the key signs, such as 2016-01-01T00:00:00Z.")
    private Instant from;

    @Option(names = "--until", required = true, paramLabel = "INSTANT", description = "Before when.")
    private Instant until;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli injects the fields
    public OfficerAppointCommand() {
    }

    @Override
    public Integer call() throws Exception {
        return OfficerCommand.printing(spec, () -> {
            if (!from.isBefore(until)) {
                throw new SealFault("--until is not after --from");
            }
            OfficerKey officers = OfficerKey.parse(OfficerCommand.read(key));
            return new String(Act.appoint(new Appointment(officer, name, authority, act, from, until, officers),
                    OfficerCommand.open(with)).document(), StandardCharsets.UTF_8);
        });
    }
}
