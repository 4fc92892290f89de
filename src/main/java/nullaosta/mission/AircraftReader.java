package nullaosta.mission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The aircraft of one mission; none stands in it twice. */
final class AircraftReader {

    private static final String ADDRESS = "[0-9a-f]{6}";
    private static final String ADDRESS_IN_WORDS = "a 24-bit address of six hexadecimal digits in lower case";
    private static final String CALL_SIGN = "[A-Z0-9]{2,7}";
    private static final String CALL_SIGN_IN_WORDS = "a call sign of 2 to 7 capital letters and digits, as in item 7 of the flight plan";

    /** Twenty aircraft must fit on one paper. */
    private static final String SHORT = "(?s).{1,20}";

    private final List<Aircraft> seen = new ArrayList<>();

    Optional<Aircraft> first(Reading in) {
        Optional<String> type = in.text("type", true, MissionReader.ON_PAPER, "a type of 1 to 60 characters");
        Optional<String> tail = in.text("tail", true, MissionReader.ON_PAPER, "a tail of 1 to 60 characters");
        Optional<String> address = in.text("address", false, ADDRESS, ADDRESS_IN_WORDS);
        Optional<String> callSign = in.text("callSign", true, CALL_SIGN, CALL_SIGN_IN_WORDS);
        Declared crewed = in.declared("crewed");
        in.unread();
        Optional<Aircraft> first = type.isPresent() && tail.isPresent() && callSign.isPresent()
                ? Optional.of(new Aircraft(type.get(), tail.get(), address, callSign.get(), crewed))
                : Optional.empty();
        first.ifPresent(seen::add);
        return first;
    }

    /** What is not said of another is as with the first; they all have a crew or none has. */
    List<Aircraft> others(Reading in, String field, Optional<Aircraft> first, int most, String beside) {
        List<Aircraft> others = in.list(field, part -> other(part, first));
        if (others.size() > most) {
            in.fault(in.at(field), others.size() + " aircraft",
                    "at most " + most + beside + "; file the rest as another mission");
        }
        return others;
    }

    private Optional<Aircraft> other(Reading in, Optional<Aircraft> first) {
        Optional<String> type = in.text("type", false, SHORT, "a type of 1 to 20 characters");
        Optional<String> tail = in.text("tail", true, SHORT, "a tail of 1 to 20 characters");
        Optional<String> address = in.text("address", false, ADDRESS, ADDRESS_IN_WORDS);
        Optional<String> callSign = in.text("callSign", false, CALL_SIGN, CALL_SIGN_IN_WORDS);
        if (tail.isEmpty() || first.isEmpty()) {
            return Optional.empty();
        }
        Aircraft other = new Aircraft(type.orElse(first.get().type()), tail.get(), address,
                callSign.orElse(first.get().callSign()), first.get().crewed());
        if (seen.stream().anyMatch(one -> Aircraft.same(one.tail(), other.tail()))) {
            return in.fault(in.at("tail"), "`" + other.tail() + "` again", "each aircraft of the mission once");
        }
        if (address.isPresent() && seen.stream().anyMatch(one -> one.address().equals(address))) {
            return in.fault(in.at("address"), "`" + address.get() + "` again",
                    "a 24-bit address that no other aircraft of the mission has");
        }
        seen.add(other);
        return Optional.of(other);
    }
}
