package nullaosta.agreement.vocabulary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.agreement.text.Place;
import nullaosta.agreement.text.Problems;
import nullaosta.agreement.text.Reading;
import nullaosta.agreement.text.Spelling;
import nullaosta.agreement.text.YamlNode;
import org.jspecify.annotations.Nullable;

/** The facts of one case under one vocabulary: each known with its origin, or absent with the reason. Immutable. */
public final class FactSheet {

    private final Vocabulary vocabulary;
    private final List<Fact> facts;
    private final @Nullable Value[] values;

    private FactSheet(Vocabulary vocabulary, List<Fact> facts) {
        this.vocabulary = vocabulary;
        this.facts = List.copyOf(facts);
        this.values = new @Nullable Value[facts.size()];
        for (int slot = 0; slot < values.length; slot++) {
            values[slot] = facts.get(slot) instanceof Fact.Known known ? known.value() : null;
        }
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    public Fact fact(String name) {
        return facts.get(vocabulary.slot(name));
    }

    public Fact at(int slot) {
        return facts.get(slot);
    }

    /** The value of a fact, empty while it is absent. */
    public Optional<Value> value(String name) {
        return fact(name) instanceof Fact.Known known ? Optional.of(known.value()) : Optional.empty();
    }

    /** The value in a slot; null while the fact is absent. */
    public @Nullable Value valueAt(int slot) {
        return values[slot];
    }

    /** Starts a sheet in which every fact is absent as "not stated". */
    public static Builder builder(Vocabulary vocabulary) {
        return new Builder(vocabulary, new Problems(), "not stated");
    }

    /** Facts that are checked as they are put in; what does not fit the vocabulary becomes a problem. */
    public static final class Builder {

        private final Vocabulary vocabulary;
        private final Problems problems;
        private final List<Fact> facts = new ArrayList<>();

        /** @param why each fact is absent that is not stated */
        Builder(Vocabulary vocabulary, Problems problems, String why) {
            this.vocabulary = vocabulary;
            this.problems = problems;
            facts.addAll(Collections.nCopies(vocabulary.slots().size(), new Fact.Absent(why)));
        }

        /**
         * States a fact. The value is a {@link Value}, or what JSON and java.time have: boolean, whole number, text,
         * date, instant, duration, list, map; null leaves the fact as it is.
         */
        public Builder known(String name, @Nullable Object value, String origin) {
            Place place = Place.ofFile(origin);
            if (value != null && declared(name, place)) {
                ValueReader.node(place, value).ifPresent(node -> read(name, node, origin));
            }
            return this;
        }

        public Builder absent(String name, String why) {
            if (declared(name, Place.ofFile("the facts"))) {
                facts.set(vocabulary.slot(name), new Fact.Absent(why));
            }
            return this;
        }

        private boolean declared(String name, Place place) {
            if (vocabulary.fact(name).isEmpty()) {
                problems.add(place, "unknown fact `" + name + "`", Spelling.help(name, vocabulary.slots()));
                return false;
            }
            return true;
        }

        void read(String name, YamlNode node, String origin) {
            FactDeclaration fact = vocabulary.declared(name);
            new ValueReader(vocabulary.enums(), vocabulary.rows(), problems).read(node, fact.type(), fact.range())
                    .ifPresent(value -> facts.set(vocabulary.slot(name), new Fact.Known(value, origin)));
        }

        Problems problems() {
            return problems;
        }

        public Reading<FactSheet> build() {
            return Reading.of(problems, this::sheet);
        }

        FactSheet sheet() {
            return new FactSheet(vocabulary, facts);
        }
    }

    /**
     * The same facts as far as another vocabulary has them; what that one adds is absent. So past cases are assessed
     * again under other terms.
     */
    public FactSheet under(Vocabulary other) {
        return other.hash().equals(vocabulary.hash()) ? this : Translation.between(vocabulary, other).of(this);
    }

    /** The same by a translation made beforehand, for many sheets. */
    public FactSheet under(Translation translation) {
        return translation.of(this);
    }

    static FactSheet of(Vocabulary vocabulary, List<Fact> facts) {
        return new FactSheet(vocabulary, facts);
    }

    /** As JSON has it: name to {value, origin} or {absent}; {@link #fromMap} gives the same sheet again. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int slot = 0; slot < facts.size(); slot++) {
            Map<String, Object> entry = new LinkedHashMap<>();
            switch (facts.get(slot)) {
                case Fact.Known(Value value, String origin) -> {
                    entry.put("value", value.plain());
                    entry.put("origin", origin);
                }
                case Fact.Absent(String why) -> entry.put("absent", why);
            }
            map.put(vocabulary.slots().get(slot), entry);
        }
        return map;
    }

    /** Reads what {@link #toMap} wrote. */
    public static Reading<FactSheet> fromMap(Vocabulary vocabulary, Map<String, ?> map) {
        Builder builder = builder(vocabulary);
        map.forEach((name, entry) -> {
            if (entry instanceof Map<?, ?> fields && fields.get("absent") instanceof String why) {
                builder.absent(name, why);
            } else if (entry instanceof Map<?, ?> fields && fields.get("value") != null) {
                builder.known(name, fields.get("value"), String.valueOf(fields.get("origin")));
            } else {
                builder.problems().add(Place.ofFile("stored facts"),
                        "found `" + entry + "` for `" + name + "`, expected value and origin, or absent", "");
            }
        });
        return builder.build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FactSheet sheet && vocabulary.hash().equals(sheet.vocabulary.hash())
                && facts.equals(sheet.facts);
    }

    @Override
    public int hashCode() {
        return facts.hashCode();
    }

    @Override
    public String toString() {
        return toMap().toString();
    }
}
