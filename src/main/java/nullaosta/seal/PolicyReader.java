package nullaosta.seal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a policy line by line (C2SP tlog-policy, "Policy file syntax and structure"). */
final class PolicyReader {

    private static final int LARGEST = 100_000;
    /** Of each: far beyond the 32 that the document asks for. */
    private static final int MOST = 256;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");
    private static final Pattern BLANK = Pattern.compile("[ \t]+");

    private final PolicyNames names = new PolicyNames();
    private final List<WitnessPolicy.Log> logs = new ArrayList<>();
    private final List<WitnessPolicy.Witness> witnesses = new ArrayList<>();
    private final List<WitnessPolicy.Group> groups = new ArrayList<>();
    private Optional<String> quorum = Optional.empty();

    static WitnessPolicy read(String text) throws SealFault {
        if (text.length() > LARGEST) {
            throw new SealFault("a policy of " + text.length() + " characters; expected at most " + LARGEST);
        }
        PolicyReader reader = new PolicyReader();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            try {
                reader.line(line);
            } catch (SealFault e) {
                throw new SealFault("line " + number + ": " + e.getMessage());
            }
        }
        String quorum = reader.quorum.orElseThrow(() -> new SealFault("line " + number(text)
                + ": the policy ends without a quorum; expected a line `quorum NAME`, or `quorum none`"));
        return new WitnessPolicy(reader.logs, reader.witnesses, reader.groups, quorum);
    }

    private static long number(String text) {
        return text.lines().count();
    }

    private void line(String line) throws SealFault {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) < 0x20 && line.charAt(i) != '\t' || line.charAt(i) == 0x7f) {
                throw new SealFault("found the control character U+%04X; expected lines that end with a newline alone"
                        .formatted((int) line.charAt(i)));
            }
        }
        List<String> items = BLANK.splitAsStream(line).filter(item -> !item.isEmpty()).toList();
        if (items.isEmpty() || items.getFirst().startsWith("#")) {
            return;
        }
        switch (items.getFirst()) {
            case "log" -> log(items);
            case "witness" -> witness(items);
            case "group" -> group(items);
            case "quorum" -> quorum(items);
            default -> throw new SealFault("found `" + NoteVerifier.cut(items.getFirst())
                    + "`; expected log, witness, group or quorum");
        }
        if (Math.max(logs.size(), Math.max(witnesses.size(), groups.size())) > MOST) {
            throw new SealFault("more than " + MOST + " lines of one kind are more than any we read");
        }
    }

    private void log(List<String> items) throws SealFault {
        sized(items, 2, 3, "log KEY [URL]");
        WitnessPolicy.Log log = new WitnessPolicy.Log(NoteVerifier.parse(items.get(1)), url(items, 2));
        names.log(log);
        logs.add(log);
    }

    private void witness(List<String> items) throws SealFault {
        sized(items, 3, 4, "witness NAME KEY [URL]");
        WitnessPolicy.Witness witness = new WitnessPolicy.Witness(items.get(1), WitnessVerifier.parse(items.get(2)),
                url(items, 3));
        names.witness(witness);
        witnesses.add(witness);
    }

    private void group(List<String> items) throws SealFault {
        sized(items, 4, 3 + MOST, "group NAME any|all|NUMBER MEMBER…");
        List<String> members = items.subList(3, items.size());
        WitnessPolicy.Group group = new WitnessPolicy.Group(items.get(1), threshold(items.get(2), members.size()),
                members);
        names.group(group);
        groups.add(group);
    }

    private static int threshold(String word, int members) throws SealFault {
        return switch (word) {
            case "any" -> 1;
            case "all" -> members;
            default -> {
                if (!NUMBER.matcher(word).matches()) {
                    throw new SealFault("found `" + NoteVerifier.cut(word)
                            + "`; expected any, all or a number from 1 to " + members);
                }
                yield Integer.parseInt(word);
            }
        };
    }

    private void quorum(List<String> items) throws SealFault {
        sized(items, 2, 2, "quorum NAME");
        if (quorum.isPresent()) {
            throw new SealFault("found a second quorum; expected one");
        }
        names.quorum(items.get(1));
        quorum = Optional.of(items.get(1));
    }

    private static void sized(List<String> items, int fewest, int most, String shape) throws SealFault {
        if (items.size() < fewest || items.size() > most) {
            throw new SealFault("found " + items.size() + " words; expected `" + shape + "`");
        }
    }

    private static Optional<URI> url(List<String> items, int at) throws SealFault {
        if (items.size() <= at) {
            return Optional.empty();
        }
        try {
            URI url = new URI(items.get(at));
            if (("https".equals(url.getScheme()) || "http".equals(url.getScheme())) && url.getHost() != null) {
                return Optional.of(url);
            }
        } catch (URISyntaxException e) {
            // answered below, as for another scheme
        }
        throw new SealFault("found `" + NoteVerifier.cut(items.get(at))
                + "`; expected an address such as https://witness.example/");
    }
}
