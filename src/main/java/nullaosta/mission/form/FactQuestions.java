package nullaosta.mission.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nullaosta.agreement.vocabulary.EnumDeclaration;
import nullaosta.agreement.vocabulary.FactDeclaration;
import nullaosta.agreement.vocabulary.FactSource;
import nullaosta.agreement.vocabulary.ValueType;
import nullaosta.agreement.vocabulary.Vocabulary;
import nullaosta.mission.form.Question.Choice;
import nullaosta.mission.form.Question.Kind;

/** By which questions of the form a fact comes to its value. */
final class FactQuestions {

    static final String ANSWERS = "answers/";

    /** Facts that have fields in every mission, or follow from such fields. */
    private static final Map<String, List<String>> FIELDS = fields("""
            mission.operatorState operatorState
            mission.base base
            mission.area area
            mission.departure departure
            mission.departureDay departure
            mission.receivedBeforeTakeoff departure
            mission.notice departure
            mission.noticeWorkingDays departure
            mission.crewed aircraft/crewed
            mission.armed declarations/armed
            mission.purpose purpose
            mission.strike declarations/strike
            mission.sensors declarations/sensors
            mission.dangerousGoods declarations/dangerousGoods
            mission.aircraftType aircraft/type
            mission.identityComplete aircraft/address
            mission.equipmentDeclared answers/photographicSensors answers/electronicWarfare
            mission.windowLength window/from window/until
            mission.landsAtHost legs/to
            mission.timeInAirspace legs/departs legs/exits legs/enters legs/arrives
            mission.sameRouteBack legs/exit legs/entry
            mission.crossings legs/exit legs/exits legs/entry legs/enters
            mission.routeStates legs/overflies
            mission.places volumes/points
            mission.insidePlaces volumes/points volumes/floor volumes/ceiling
            mission.altitudeDatum volumes/datum
            mission.floorMetres volumes/floor
            mission.ceilingMetres volumes/ceiling
            file.harmEstimate harmEstimate/expected
            file.personnelOnGround protectedParty
            file.expressRequest documents/kind
            file.requestedBy documents/government
            file.requestedOn documents/dated
            file.writtenAssurance documents/kind
            file.assuranceDated documents/dated
            file.assuranceAgeDays documents/dated
            host.zones volumes/points
            ledger.sortiesToday departure
            ledger.sortiesThisMonth departure
            ledger.aircraftAtOnce window/from window/until
            """);

    private static final Map<String, String> TOPICS = topics();

    private FactQuestions() {
    }

    /** The questions that a fact waits for; none where the requester has no part in it. */
    static List<String> of(FactDeclaration fact) {
        return FIELDS.getOrDefault(fact.name(), answered(fact) ? List.of(ANSWERS + shortName(fact)) : List.of());
    }

    /** Whether the requester answers it beyond the fields of every mission. */
    static boolean answered(FactDeclaration fact) {
        return fact.from() == FactSource.REQUESTER && fact.derive().isEmpty() && fact.name().startsWith("mission.")
                && !FIELDS.containsKey(fact.name()) && !(fact.type() instanceof ValueType.ListOf);
    }

    static String shortName(FactDeclaration fact) {
        return fact.name().substring(fact.name().indexOf('.') + 1);
    }

    static String topic(FactDeclaration fact) {
        return TOPICS.getOrDefault(shortName(fact), MissionQuestions.FURTHER);
    }

    static Question question(FactDeclaration fact, Vocabulary vocabulary) {
        Question asked = Question.of(ANSWERS + shortName(fact), kind(fact, vocabulary), fact.ask())
                .hint(hint(fact, vocabulary));
        return asked.kind() == Kind.YES_NO ? asked : asked.among(choices(fact, vocabulary));
    }

    private static Kind kind(FactDeclaration fact, Vocabulary vocabulary) {
        return switch (fact.type()) {
            case ValueType.Plain plain -> switch (plain) {
                case BOOL -> Kind.YES_NO;
                case INT -> Kind.NUMBER;
                case DATE -> Kind.DATE;
                case INSTANT -> Kind.MOMENT;
                case DURATION -> Kind.TEXT;
            };
            case ValueType.Named named -> open(vocabulary, named) ? Kind.TEXT : Kind.CHOICE;
            case ValueType.SetOf set -> open(vocabulary, set.element()) ? Kind.TEXT : Kind.SEVERAL;
            case ValueType.ListOf list -> Kind.WORDS;
        };
    }

    private static boolean open(Vocabulary vocabulary, ValueType.Named named) {
        return Optional.ofNullable(vocabulary.enums().get(named.name())).map(EnumDeclaration::open).orElse(true);
    }

    private static List<Choice> choices(FactDeclaration fact, Vocabulary vocabulary) {
        return switch (fact.type()) {
            case ValueType.Named named -> constants(vocabulary, named);
            case ValueType.SetOf set -> open(vocabulary, set.element())
                    ? constants(vocabulary, set.element())
                    : Stream.concat(constants(vocabulary, set.element()).stream(),
                            Stream.of(new Choice(TypedReader.NONE, "none of these"))).toList();
            default -> List.of();
        };
    }

    private static List<Choice> constants(Vocabulary vocabulary, ValueType.Named named) {
        return vocabulary.constants(named.name()).stream()
                .map(name -> new Choice(name, MissionQuestions.plain(name))).toList();
    }

    static String hint(FactDeclaration fact, Vocabulary vocabulary) {
        return switch (fact.type()) {
            case ValueType.Plain plain -> switch (plain) {
                case INT -> "a whole number from " + fact.range().least() + " to " + fact.range().most();
                case DURATION -> "a duration such as PT2H50M or P30D";
                case BOOL, DATE, INSTANT -> "";
            };
            case ValueType.Named named when open(vocabulary, named) ->
                expectation(vocabulary, named);
            case ValueType.SetOf set when open(vocabulary, set.element()) ->
                "with commas, or none; each " + expectation(vocabulary, set.element());
            default -> "";
        };
    }

    /** What the names of an enum look like. */
    static String expectation(Vocabulary vocabulary, ValueType.Named named) {
        return Optional.ofNullable(vocabulary.enums().get(named.name())).map(EnumDeclaration::expectation)
                .orElseThrow();
    }

    private static Map<String, List<String>> fields(String table) {
        Map<String, List<String>> fields = new TreeMap<>();
        table.lines().map(line -> List.of(line.split(" ")))
                .forEach(words -> fields.put(words.getFirst(), words.subList(1, words.size())));
        return fields;
    }

    private static Map<String, String> topics() {
        Map<String, String> topics = new TreeMap<>();
        Map.of(MissionQuestions.FLIES,
                "operatorKind transponder instrumentFlightRules twoWayRadio remoteIdentification",
                MissionQuestions.CARRIES, "sensorsOverHost photographicSensors electronicWarfare munitionsAsCargo "
                        + "hazardClasses cargo embarksPersonnel",
                MissionQuestions.PURPOSE, "beneficiary mandate exercise gathersIntelligence emergency",
                MissionQuestions.WHEN, "alternates")
                .forEach((topic, names) -> List.of(names.split(" ")).forEach(name -> topics.put(name, topic)));
        return topics;
    }
}
