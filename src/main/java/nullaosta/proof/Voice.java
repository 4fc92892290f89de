package nullaosta.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nullaosta.agreement.Authority;
import nullaosta.agreement.Authority.Parliament;
import nullaosta.agreement.Terms;
import nullaosta.assessment.Assessment;
import nullaosta.assessment.Outcome;

/**
 * Somebody who has a say in decisions under a version: an authority, an office that one asks before it decides, Parliament.
 * The host's ordinary authority, whom no version names, is told apart by what asks and names nobody.
 *
 * @param name unique among the voices of any version
 * @param heard whether a decision of an authority is one in which it has its say
 */
record Voice(String name, Predicate<Authority> heard) {

    static final String ORDINARY = "the ordinary authority";

    static List<Voice> of(Terms terms) {
        Map<String, Voice> voices = new LinkedHashMap<>();
        for (Authority authority : terms.authorities().values()) {
            add(voices, authority.id(), it -> it.id().equals(authority.id()));
            authority.consult().forEach(
                    office -> add(voices, "office " + office, it -> it.consult().contains(office)));
        }
        add(voices, "Parliament, informed", it -> it.parliament() != Parliament.NONE);
        add(voices, "Parliament, by consent", it -> it.parliament() == Parliament.CONSENTS);
        return List.copyOf(voices.values());
    }

    private static void add(Map<String, Voice> voices, String name, Predicate<Authority> heard) {
        voices.putIfAbsent(name, new Voice(name, heard));
    }

    /** The names of those who have a say in a case; none while nothing is permitted. */
    static Set<String> in(Assessment assessment, Terms terms) {
        List<Authority> deciding = assessment.authorities();
        return switch (assessment.outcome()) {
            case ELIGIBLE, REFER -> deciding.isEmpty()
                    ? Set.of(ORDINARY)
                    : of(terms).stream().filter(voice -> deciding.stream().anyMatch(voice.heard())).map(Voice::name)
                            .collect(Collectors.toUnmodifiableSet());
            case INELIGIBLE, NOT_COVERED, NEEDS_FACTS, CANNOT_EVALUATE -> Set.of();
        };
    }

    /** Whether somebody who had a say has none any more; who decides what none was named for may be asked beside others. */
    static boolean lost(Assessment was, Terms older, Assessment is, Terms newer) {
        Set<String> before = in(was, older);
        Set<String> after = in(is, newer);
        boolean asked = was.outcome() == Outcome.REFER && is.outcome() == Outcome.ELIGIBLE;
        boolean askedMore = before.contains(ORDINARY) && is.outcome() == Outcome.REFER;
        return !after.isEmpty() && !asked && !askedMore && !after.containsAll(before);
    }
}
