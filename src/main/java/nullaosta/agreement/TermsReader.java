package nullaosta.agreement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nullaosta.agreement.condition.Condition;
import nullaosta.agreement.condition.ConditionReader;
import nullaosta.agreement.condition.Words;
import nullaosta.agreement.text.Problems;
import nullaosta.agreement.text.Reading;
import nullaosta.agreement.text.Section;
import nullaosta.agreement.text.Spelling;
import nullaosta.agreement.text.YamlNode;
import nullaosta.agreement.text.YamlNode.Entries;
import nullaosta.agreement.text.YamlNode.Entry;
import nullaosta.agreement.text.YamlNode.Items;
import nullaosta.agreement.text.YamlNode.Text;
import nullaosta.agreement.text.YamlReader;
import nullaosta.agreement.vocabulary.EnumDeclaration;
import nullaosta.agreement.vocabulary.Range;
import nullaosta.agreement.vocabulary.Value;
import nullaosta.agreement.vocabulary.ValueReader;
import nullaosta.agreement.vocabulary.ValueType;
import nullaosta.agreement.vocabulary.Vocabulary;
import nullaosta.agreement.vocabulary.VocabularyReader;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;

/** Reads one version of an agreement's terms; all its problems come together, and with problems there are no terms. */
public final class TermsReader {

    static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final String PLACE = "Place";
    private static final Pattern STATE = Pattern.compile("[A-Z]{2}");
    private static final Pattern OFFICE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
    private static final Pattern PARAMETER = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");

    private final Section file;
    private final YamlNode root;
    private final Problems problems;
    private final Map<String, String> documents = new LinkedHashMap<>();
    private final Map<String, Authority> authorities = new LinkedHashMap<>();
    private final Map<String, Parameter> params = new LinkedHashMap<>();
    private final Map<String, AgreedPlace> places = new LinkedHashMap<>();
    private final Set<String> faulty = new HashSet<>();

    private TermsReader(Section file, YamlNode root, Problems problems) {
        this.file = file;
        this.root = root;
        this.problems = problems;
    }

    /** @param name how the file is called in problems */
    public static Reading<Terms> read(String name, String text) {
        Problems problems = new Problems();
        Optional<Terms> terms = YamlReader.read(name, text, problems)
                .flatMap(root -> Section.of(root, "the terms file", problems)
                        .flatMap(file -> new TermsReader(file, root, problems).read()));
        return Reading.of(problems, terms::orElseThrow);
    }

    private Optional<Terms> read() {
        Optional<Text> id = file.text("terms");
        Optional<String> agreement = id.flatMap(this::agreementOf);
        Optional<Version> version = id.flatMap(this::versionOf);
        Optional<Section> about = file.section("agreement", "the agreement");
        ZoneId timezone = file.text("timezone").flatMap(this::zone).orElse(ZoneId.of("UTC"));
        file.section("sources", "sources").ifPresent(it -> it.entries().forEach(this::document));
        file.optionalSection("authorities", "authorities").ifPresent(it -> it.entries().forEach(this::authority));
        Vocabulary vocabulary = file.section("vocabulary", "the vocabulary")
                .map(section -> VocabularyReader.of(id.map(Text::value).orElse("?"), section, problems))
                .orElseGet(() -> new Vocabulary("?", Map.of(), Map.of(), Map.of()));
        file.optionalSection("params", "parameters")
                .ifPresent(it -> it.entries().forEach(entry -> parameter(entry, vocabulary)));
        Map<String, Words.Typed> typed = new LinkedHashMap<>();
        params.forEach((name, it) -> typed.put(name, new Words.Typed(it.value(), it.type())));
        file.optionalSection("places", "the places")
                .ifPresent(it -> places.putAll(new PlaceReader(this::sources, problems).places(it)));
        Words words = new Words(vocabulary, typed, faulty, closed(vocabulary), false);
        ConditionReader conditions = new ConditionReader(words, problems);
        List<Clause> clauses = new ClauseReader(vocabulary, timezone, authorities, this::sources, conditions, problems)
                .clauses(file.required("clauses"));
        List<Property> properties = properties(conditions);
        conditions.settle();
        file.refuseOthers();
        return about.flatMap(it -> terms(it, agreement, version, timezone, vocabulary, clauses, properties));
    }

    /** Of the places, which every agreement names anew, conditions may use only those that it names. */
    private Map<String, List<String>> closed(Vocabulary vocabulary) {
        EnumDeclaration declared = vocabulary.enums().get(PLACE);
        if (declared != null && declared.open()) {
            return Map.of(PLACE, List.copyOf(places.keySet()));
        }
        file.optional("places").ifPresent(node -> problems.add(node.place(),
                "found `places`, but the vocabulary has no open enum `" + PLACE + "`", "use flight/2"));
        return Map.of();
    }

    private Optional<Terms> terms(Section about, Optional<String> agreement, Optional<Version> version,
            ZoneId timezone, Vocabulary vocabulary, List<Clause> clauses, List<Property> properties) {
        Optional<Text> id = about.text("id");
        if (id.isPresent() && agreement.isPresent() && !id.get().value().equals(agreement.get())) {
            problems.add(id.get().place(), "found `" + id.get().value() + "`, expected `" + agreement.get()
                    + "` as in the first line", "");
        }
        String title = about.text("title").map(Text::value).orElse("");
        String host = about.formed(about.text("host"), STATE, "two capital letters such as IT").orElse("");
        about.required("parties");
        List<Text> listed = about.words("parties");
        List<String> parties = states(about, listed);
        if (!host.isEmpty() && !parties.isEmpty() && !parties.contains(host)) {
            problems.add(about.place(), "the host `" + host + "` is not among the parties", "add it to `parties`");
        }
        List<Text> users = named(about, "userStates", "State", vocabulary);
        if (parties.size() == listed.size()) {
            mustBeParties(users, parties);
        }
        List<String> bases = values(named(about, "bases", "Base", vocabulary));
        Optional<Period> inForce = about.optionalSection("inForce", "a period").flatMap(it -> period(it, problems));
        Optional<LocalDate> published = day(about, "published", problems);
        about.refuseOthers();
        standing(about, version, inForce);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Terms(agreement.orElseThrow(), version.orElseThrow(), title, host, parties,
                values(users), bases, inForce, timezone, vocabulary, params, places, authorities, clauses, properties,
                published,
                Digest.of(CanonicalJson.bytes(root.content())).hex()));
    }

    private void standing(Section about, Optional<Version> version, Optional<Period> inForce) {
        if (version.isEmpty()) {
            return;
        }
        if (version.get().proposed() && about.has("inForce")) {
            problems.add(about.place(), "found `inForce` in a proposed version, which is never in force",
                    "remove `inForce`, or remove `.proposed` from the first line and the file's name");
        } else if (!version.get().proposed() && inForce.isEmpty() && !about.has("inForce")) {
            problems.add(about.place(), "the agreement has no `inForce`",
                    "add `inForce: {from: 2016-02-22}`, or name the version " + version.get().number()
                            + ".proposed");
        }
    }

    private Optional<String> agreementOf(Text id) {
        int slash = id.value().lastIndexOf('/');
        String name = slash < 0 ? "" : id.value().substring(0, slash);
        if (ID.matcher(name).matches()) {
            return Optional.of(name);
        }
        problems.add(id.place(), "found `" + id.value() + "`, expected an agreement and a version",
                "write it like it-us-sigonella/1 or it-us-sigonella/2.proposed");
        return Optional.empty();
    }

    private Optional<Version> versionOf(Text id) {
        int slash = id.value().lastIndexOf('/');
        Optional<Version> version = Version.parse(id.value().substring(slash + 1));
        if (version.isEmpty() && agreementSound(id)) {
            problems.add(id.place(), "found the version `" + id.value().substring(slash + 1)
                    + "`, expected a number, or a number and `.proposed`", "");
        }
        return version;
    }

    private static boolean agreementSound(Text id) {
        int slash = id.value().lastIndexOf('/');
        return slash > 0 && ID.matcher(id.value().substring(0, slash)).matches();
    }

    private Optional<ZoneId> zone(Text text) {
        try {
            return Optional.of(ZoneId.of(text.value()));
        } catch (DateTimeException e) {
            problems.add(text.place(), "unknown time zone `" + text.value() + "`", "write it like Europe/Rome");
            return Optional.empty();
        }
    }

    private void document(Entry entry) {
        if (entry.value() instanceof Text text && !text.value().isBlank()) {
            documents.put(entry.key().value(), text.value());
        } else {
            problems.add(entry.value().place(), "found " + entry.value().kind() + ", expected publisher and date", "");
        }
    }

    private void authority(Entry entry) {
        String id = entry.key().value();
        if (!ID.matcher(id).matches()) {
            problems.add(entry.key().place(), "found the name `" + id + "`, expected lower case, such as `government`",
                    "");
        } else if (entry.value() instanceof Text text && !text.value().isBlank()) {
            authorities.put(id, new Authority(id, text.value()));
        } else if (entry.value() instanceof Entries fields) {
            authority(id, new Section(fields, "an authority", problems));
        } else {
            problems.add(entry.value().place(), "found " + entry.value().kind() + ", expected the authority's title",
                    "");
            authorities.put(id, new Authority(id, id)); // so that its clauses are not blamed
        }
    }

    private void authority(String id, Section section) {
        Optional<Text> title = section.text("title");
        List<String> consult = new ArrayList<>();
        for (Text office : section.words("consult")) {
            section.formed(Optional.of(office), OFFICE, "an office in capital letters, as conditions name it after "
                    + "`Office.`").ifPresent(consult::add);
        }
        Optional<Authority.Parliament> parliament = section.choice(section.optionalText("parliament"),
                Authority.Parliament.class);
        section.refuseOthers();
        authorities.put(id, new Authority(id, title.map(Text::value).orElse(id), consult,
                parliament.orElse(Authority.Parliament.NONE)));
    }

    private List<String> states(Section about, List<Text> listed) {
        mustBeOnce(listed);
        List<String> all = new ArrayList<>();
        for (Text text : listed) {
            about.formed(Optional.of(text), STATE, "two capital letters such as IT").ifPresent(all::add);
        }
        return all;
    }

    private void mustBeOnce(List<Text> listed) {
        Set<String> seen = new HashSet<>();
        for (Text text : listed) {
            if (!seen.add(text.value())) {
                problems.add(text.place(), "found `" + text.value() + "` a second time", "name it once");
            }
        }
    }

    private static List<String> values(List<Text> texts) {
        return texts.stream().map(Text::value).toList();
    }

    /** What permits a state's flights binds it as well, so it is one of those who sign. */
    private void mustBeParties(List<Text> users, List<String> parties) {
        for (Text user : users) {
            if (!parties.isEmpty() && !parties.contains(user.value())) {
                problems.add(user.place(), "the user state `" + user.value() + "` is not among the parties",
                        "add it to `parties`: whose flights the terms are about signs them");
            }
        }
    }

    private List<Text> named(Section about, String key, String enumName, Vocabulary vocabulary) {
        about.required(key);
        EnumDeclaration declaration = vocabulary.enums().get(enumName);
        List<Text> all = new ArrayList<>();
        List<Text> listed = about.words(key);
        mustBeOnce(listed);
        for (Text text : listed) {
            if (declaration != null && !declaration.admits(text.value())) {
                problems.add(text.place(), "found `" + text.value() + "`, expected " + declaration.expectation(),
                        Spelling.help(text.value(), declaration.constants()));
            } else {
                all.add(text);
            }
        }
        return all;
    }

    /** A period as {@code {from: …, until: …}}; empty with a problem when it is none. */
    static Optional<Period> period(Section section, Problems problems) {
        ValueReader reader = new ValueReader(Map.of(), Map.of(), problems);
        Optional<LocalDate> from = section.required("from").flatMap(node -> day(reader, node));
        Optional<YamlNode> end = section.optional("until");
        Optional<LocalDate> until = end.flatMap(node -> day(reader, node));
        section.refuseOthers();
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            problems.add(end.orElseThrow().place(), "found a period from " + from.get() + " until " + until.get()
                    + ", expected the end after the beginning", "`until` is the first day it no longer holds");
            return Optional.empty();
        }
        return from.map(first -> new Period(first, until));
    }

    /** A day under a key that may be left out. */
    static Optional<LocalDate> day(Section section, String key, Problems problems) {
        return section.optional(key).flatMap(node -> day(new ValueReader(Map.of(), Map.of(), problems), node));
    }

    private static Optional<LocalDate> day(ValueReader reader, YamlNode node) {
        return reader.read(node, ValueType.Plain.DATE, Range.DATES).map(value -> ((Value.Day) value).value());
    }

    private void parameter(Entry entry, Vocabulary vocabulary) {
        String name = entry.key().value();
        if (!PARAMETER.matcher(name).matches()) {
            problems.add(entry.key().place(), "found the name `" + name + "`, expected a word such as `monthlyCap`",
                    "");
        }
        Section.of(entry.value(), "a parameter", problems).ifPresent(section -> {
            Optional<ValueType> type = section.text("type").flatMap(text -> VocabularyReader.type(text,
                    vocabulary.enums(), vocabulary.rows(), problems));
            Optional<YamlNode> node = section.required("value");
            Optional<Value> value = type.filter(this::single).flatMap(known -> node.flatMap(
                    it -> new ValueReader(vocabulary.enums(), vocabulary.rows(), problems).read(it, known,
                            Range.widest(known))));
            type.filter(known -> !single(known)).ifPresent(known -> problems.add(section.place(),
                    "found a parameter of type `" + known + "`, expected a single value", ""));
            List<Source> sources = sources(section);
            section.refuseOthers();
            if (type.isPresent() && value.isPresent() && !sources.isEmpty()) {
                params.put(name, new Parameter(name, type.get(), value.get(), sources.getFirst()));
            }
        });
        if (!params.containsKey(name)) {
            faulty.add(name);
        }
    }

    private boolean single(ValueType type) {
        return type instanceof ValueType.Plain || type instanceof ValueType.Named;
    }

    /** {@code source: {doc, locator}}, or a list of those. */
    private List<Source> sources(Section section) {
        Optional<YamlNode> node = section.required("source");
        List<YamlNode> nodes = node.map(it -> it instanceof Items items ? items.items() : List.of(it))
                .orElse(List.of());
        List<Source> sources = new ArrayList<>();
        for (YamlNode one : nodes) {
            Section.of(one, "a source", problems).ifPresent(it -> {
                Optional<Text> doc = it.text("doc");
                Optional<Text> locator = it.text("locator");
                it.refuseOthers();
                String cited = doc.map(text -> documents.get(text.value())).orElse(null);
                if (doc.isPresent() && cited == null && file.has("sources") && documents.isEmpty()) {
                    return; // the problem lies with `sources`, and is reported there
                }
                if (doc.isPresent() && cited == null) {
                    problems.add(doc.get().place(), "unknown document `" + doc.get().value() + "`",
                            documents.isEmpty()
                                    ? "declare it under `sources`"
                                    : Spelling.help(doc.get().value(), documents.keySet()));
                } else if (doc.isPresent() && cited != null && locator.isPresent()) {
                    sources.add(new Source(doc.get().value(), cited, locator.get().value()));
                }
            });
        }
        return sources;
    }

    private List<Property> properties(ConditionReader conditions) {
        List<Property> all = new ArrayList<>();
        for (YamlNode node : ClauseReader.items(file.optional("properties"), "properties", problems)) {
            Section.of(node, "a property", problems).ifPresent(section -> {
                Optional<Text> id = section.text("id");
                Optional<Property.Claim> claim = section.choice(section.text("claim"), Property.Claim.class);
                Optional<Text> text = section.text("text");
                Optional<Condition> formula = section.text("formula").flatMap(conditions::formula);
                section.refuseOthers();
                if (id.isPresent() && all.stream().anyMatch(it -> it.id().equals(id.get().value()))) {
                    problems.add(id.get().place(), "found the property `" + id.get().value() + "` a second time",
                            "give it an id of its own");
                } else if (id.isPresent() && claim.isPresent() && text.isPresent() && formula.isPresent()) {
                    all.add(new Property(id.get().value(), claim.get(), text.get().value(), formula.get()));
                }
            });
        }
        return all;
    }
}
