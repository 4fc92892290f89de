package nullaosta.agreement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nullaosta.agreement.text.Problem;

/** All agreements of the host. */
public record Agreements(List<Agreement> all) {

    public Agreements {
        all = all.stream().sorted(Comparator.comparing(Agreement::id)).toList();
    }

    /** Reads a folder that holds one folder an agreement. */
    public static Agreements read(Path folder) throws IOException {
        List<Agreement> agreements = new ArrayList<>();
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path each : folders.filter(Files::isDirectory).sorted().toList()) {
                agreements.add(Agreement.read(each));
            }
        }
        return new Agreements(agreements);
    }

    public Optional<Agreement> agreement(String id) {
        return all.stream().filter(agreement -> agreement.id().equals(id)).findFirst();
    }

    /** The names that the vocabularies of all versions have for an enum, each once. */
    public List<String> words(String enumeration) {
        return all.stream().flatMap(agreement -> agreement.versions().stream()).map(Terms::vocabulary)
                .filter(vocabulary -> vocabulary.enums().containsKey(enumeration))
                .flatMap(vocabulary -> vocabulary.constants(enumeration).stream()).distinct().toList();
    }

    /** The version of an id such as {@code it-us-sigonella/1}. */
    public Optional<Terms> terms(String id) {
        return all.stream().flatMap(agreement -> agreement.terms(id).stream()).findFirst();
    }

    /** Every problem of every file. */
    public List<Problem> problems() {
        return all.stream().flatMap(agreement -> agreement.broken().stream()).flatMap(file -> file.problems().stream())
                .toList();
    }

    /** The terms in force for a user state, a base and the instant of departure. */
    public Selection select(String userState, String base, Instant departure) {
        List<Terms> governing = all.stream().flatMap(agreement -> agreement.inForceAt(departure).stream())
                .filter(terms -> terms.userStates().contains(userState) && terms.bases().contains(base)).toList();
        return switch (governing.size()) {
            case 0 -> new Selection.None(why(userState, base, departure));
            case 1 -> new Selection.Found(governing.getFirst());
            default -> new Selection.Several(governing);
        };
    }

    private String why(String userState, String base, Instant departure) {
        List<Terms> waiting = all.stream().flatMap(agreement -> agreement.waiting().stream())
                .filter(terms -> terms.userStates().contains(userState) && terms.bases().contains(base)
                        && terms.inForceAt(departure))
                .toList();
        if (!waiting.isEmpty()) {
            return "no agreement with " + userState + " at " + base + " is in force on "
                    + departure.atZone(waiting.getFirst().timezone()).toLocalDate() + "; " + String.join(", ",
                            waiting.stream().map(terms -> terms.agreement() + " " + terms.version()
                                    + " is not in force: not published").toList());
        }
        List<Terms> others = all.stream().flatMap(agreement -> agreement.latest().stream())
                .filter(terms -> terms.userStates().contains(userState)).toList();
        List<Terms> here = others.stream().filter(terms -> terms.bases().contains(base)).toList();
        if (!here.isEmpty()) {
            return "no agreement with " + userState + " at " + base + " is in force on "
                    + departure.atZone(here.getFirst().timezone()).toLocalDate() + "; "
                    + String.join(", ", here.stream()
                            .map(terms -> terms.agreement() + " holds " + terms.inForce().orElseThrow()).toList());
        }
        if (!others.isEmpty()) {
            return "no agreement with " + userState + " is about " + base + "; there is "
                    + String.join(", ", others.stream()
                            .map(terms -> terms.agreement() + " at " + String.join(", ", terms.bases())).toList());
        }
        return "no agreement is with " + userState + "; there is "
                + (all.isEmpty() ? "none" : String.join(", ", all.stream().map(Agreement::id).toList()));
    }
}
