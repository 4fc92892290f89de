package nullaosta.proof.formula;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nullaosta.agreement.vocabulary.EnumDeclaration;

/**
 * The names that values of an enum range over.
 *
 * @param names those declared, then those that only conditions use, then as many others as values can need
 * @param named how many of them stand in a vocabulary or a condition
 */
record Domain(String type, List<String> names, int named) {

    /** X first, since ISO 3166 leaves XA to XZ to users. */
    private static final String FIRST = "XQZABCDEFGHIJKLMNOPRSTUVWY";
    private static final String FURTHER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

    Domain {
        names = List.copyOf(names);
    }

    /**
     * A closed enum has its names. Of an open one, names are only ever compared for being the same, so what matters of
     * a name that nobody mentions is which other values have it too: one more such name than there are values of the
     * type gives each value a name of its own, and one to spare.
     *
     * @param values how many facts, fields of rows and elements of sets can hold a name of this type at once
     */
    static Domain of(EnumDeclaration declaration, Set<String> known, int values) {
        Set<String> names = new LinkedHashSet<>(known);
        int named = names.size();
        if (declaration.open()) {
            names.addAll(others(declaration, values + 1, known));
        }
        return new Domain(declaration.name(), List.copyOf(names), named);
    }

    /** Names of the form that the enum asks for; fewer than wanted only where no more exist. */
    private static List<String> others(EnumDeclaration declaration, int wanted, Set<String> taken) {
        if (declaration.length() == 0) {
            return Stream.iterate(1, i -> i + 1).map(i -> "OTHER_" + i).filter(name -> !taken.contains(name))
                    .limit(wanted).toList();
        }
        Stream<String> names = FIRST.chars().mapToObj(Character::toString);
        for (int at = 1; at < declaration.length(); at++) {
            names = names.flatMap(front -> FURTHER.chars().mapToObj(next -> front + (char) next));
        }
        return names.filter(declaration::admits).filter(name -> !taken.contains(name)).limit(wanted).toList();
    }

    int index(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no name of " + type + " here: " + name);
        }
        return index;
    }

    /** A name that nobody mentions. */
    boolean other(String name) {
        return names.indexOf(name) >= named;
    }

    Whole.Symbol symbol(String name) {
        return new Whole.Symbol(type + "." + name, index(name));
    }
}
