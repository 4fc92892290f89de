package nullaosta.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nullaosta.quantity.TimeWindow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped host, and what is said of a description that is wrong. */
class HostFileTest {

    private static final Path ITALY = Path.of("hosts/it");

    @TempDir
    Path folder;

    @Test
    void theShippedHostReads() throws Exception {
        Host italy = HostFile.host(ITALY);
        assertThat(italy.bases().keySet()).containsExactlyInAnyOrder("SIGONELLA", "PANTELLERIA");
        assertThat(italy.signaturesFor("government")).isEqualTo(2);
        assertThat(italy.signaturesFor("an authority not named")).isEqualTo(1);
        assertThat(italy.checkLife()).isEqualTo(Duration.ofMinutes(30));
        assertThat(HostFile.people(ITALY).find("min.ferri").orElseThrow().mandates())
                .extracting(Mandate::authority).containsExactly("government", "full-powers");
        assertThat(HostFile.people(ITALY).find("nobody")).isEmpty();
    }

    /** In host.json, what stands left is put right. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "state": "IT"           | "state": "UK"             | state `UK`; expected an ISO 3166 code of two capital letters such as `IT`
            "state": "IT",          |                           | found no text `state`; expected one
            "name": "Italy"         | "name": 7                 | found `7` as `name`; expected a text
            Europe/Rome             | Europe/Roma               | Unknown time-zone ID: Europe/Roma
            "signatures": {"government": 2, "defence-staff": 1} | "signatures": 2 | found no object `signatures`; expected one
            "signatures"            | "signature"               | unknown field `signature`; expected one of aerodromePrefixes, appointing, bases, belligerents, checkLifeMinutes, disclosureDays, name, numbers, office, oralDecisionHours, ordinaryAuthority, packLifeMinutes, profile, protectionReachMetres, publicDelayMinutes, recognitions, retentionYears, signatures, silenceRules, state, zone
            "government": 2         | "government": 0           | `0` signatures for `government`; expected 1 to 5
            "government": 2         | "government": "two"       | found no number `government`; expected one
            "government": 2         | "government": 1.5         | `1.5` as `government`; expected a whole number
            "checkLifeMinutes": 30  | "checkLifeMinutes": 0     | `0` as `checkLifeMinutes`; expected at least 1
            "oralDecisionHours": 12 | "oralDecisionHours": 0    | `0` as `oralDecisionHours`; expected 1 to 72
            "oralDecisionHours": 12 | "oralDecisionHours": 73   | `73` as `oralDecisionHours`; expected 1 to 72
            "oralDecisionHours": 12 | "oralDecisionHours": "12" | found no number `oralDecisionHours`; expected one
            "checkLifeMinutes": 30  | "disclosureDays": 0, "checkLifeMinutes": 30 | `0` as `disclosureDays`; expected 1 to 365
            "checkLifeMinutes": 30  | "silenceRules": [], "checkLifeMinutes": 30 | found no object `silenceRules`; expected one
            "checkLifeMinutes": 30  | "silenceRules": {"Civil aviation": "a rule"}, "checkLifeMinutes": 30 | office `Civil aviation` in `silenceRules`; expected its name as terms have it, such as `CIVIL_AVIATION`
            "checkLifeMinutes": 30  | "silenceRules": {"FOCA": "a rule"}, "checkLifeMinutes": 30 | found no object `FOCA` in `silenceRules`; expected `text` with the rule's source and `days` that it gives the office
            "checkLifeMinutes": 30  | "silenceRules": {"FOCA": {"text": "a rule", "days": 0}}, "checkLifeMinutes": 30 | `0` as `days` of a rule of silence; expected 1 to 365
            "checkLifeMinutes": 30  | "silenceRules": {"FOCA": {"text": " ", "days": 9}}, "checkLifeMinutes": 30 | found ` ` as `text`; expected a text
            "checkLifeMinutes": 30  | "silenceRules": {"FOCA": {"text": "a rule", "day": 9}}, "checkLifeMinutes": 30 | unknown field `day`; expected one of days, text
            "checkLifeMinutes": 30  | "publicDelayMinutes": -1, "checkLifeMinutes": 30 | `-1` as `publicDelayMinutes`; expected 0 to 10080
            "checkLifeMinutes": 30  | "publicDelayMinutes": 10081, "checkLifeMinutes": 30 | `10081` as `publicDelayMinutes`; expected 0 to 10080
            "checkLifeMinutes": 30  | "publicDelayMinutes": "60", "checkLifeMinutes": 30 | found no number `publicDelayMinutes`; expected one
            "code": "PANTELLERIA"   | "code": "SIGONELLA"       | base `SIGONELLA` is given twice
            "latitude": 37.4017     | "latitude": 97            | latitude `97.0`; expected −90 to 90 degrees
            "until": "2015-12-23"   | "until": "2014-08-04"     | recognition of `HOUSE_OF_REPRESENTATIVES` from `2014-08-04` until `2014-08-04`; expected from before until
            "until": "2015-12-23"   | "to": "2015-12-23"        | unknown field `to`; expected one of from, government, until
            "from": "2015-12-23"    | "from": "soon"            | Text 'soon' could not be parsed at index 0
            "office": {             | "offices": {              | unknown field `offices`; expected one of aerodromePrefixes, appointing, bases, belligerents, checkLifeMinutes, disclosureDays, name, numbers, office, oralDecisionHours, ordinaryAuthority, packLifeMinutes, profile, protectionReachMetres, publicDelayMinutes, recognitions, retentionYears, signatures, silenceRules, state, zone
            "MONDAY"                | "Monday"                  | found `Monday` in `days`; expected a day such as MONDAY
            "opens": "08:00"        | "opens": "18:00"          | an office that opens at 18:00 and closes at 16:00; expected to open first
            "opens": "08:00"        | "opens": "8"              | Text '8' could not be parsed at index 0
            "closed": []            | "closed": ["Easter"]      | found `Easter` in `closed`; expected a date
            "closed": []            | "holidays": []            | unknown field `holidays`; expected one of closed, closes, days, opens
            ["LI"]                  | ["li"]                    | found `li` in `aerodromePrefixes`; expected the beginning of ICAO indicators
            "belligerents": []      | "belligerents": [{"state": "US", "from": "2026-03-02", "until": "2026-03-01"}] | a belligerence from 2026-03-02 until 2026-03-01; expected the end after the beginning
            "profile": {            | "profile": [], "profiles": {      | unknown field `profiles`; expected one of aerodromePrefixes, appointing, bases, belligerents, checkLifeMinutes, disclosureDays, name, numbers, office, oralDecisionHours, ordinaryAuthority, packLifeMinutes, profile, protectionReachMetres, publicDelayMinutes, recognitions, retentionYears, signatures, silenceRules, state, zone
            "points": [             | "point": [], "points": [          | profile: unknown field `point`; expected one of leadTimes, points, questions, tolerances
            "question": "aircraft/crewed", "need": "COMPULSORY" | "question": "aircraft/crewed", "need": "MUST" | profile/questions/0: found `MUST` as `need`; expected one of COMPULSORY, OPTIONAL, NOT_ASKED
            "question": "aircraft/crewed", "need" | "questoin": "aircraft/crewed", "need" | profile/questions/0: unknown field `questoin`; expected one of need, question, taken, when
            "question": "aircraft/crewed", "need": "COMPULSORY" | "question": "aircraft/crewed", "need": "COMPULSORY", "taken": "no" | profile/questions/0: `taken` for a question that is asked; expected it beside NOT_ASKED
            {"question": "declarations/armed", | {"question": "aircraft/crewed", | profile/questions/1: `aircraft/crewed` is settled for every flight above; expected rules with `when` before the one without
            {"declarations/armed": ["yes"]}    | ["yes"]                     | profile/questions/4: found `[yes]` as `when`; expected an object of questions with lists of answers
            {"declarations/armed": ["yes"]}    | {"declarations/armed": "yes"} | profile/questions/4: found no list `declarations/armed`; expected one
            "name": "SISMO"         | "name": "DODUS"           | profile: point `DODUS` is given twice
            "name": "SISMO"         | "name": "Sismo"           | profile/points/1: found `Sismo` as `name`; expected 2 to 7 capital letters and digits
            "longitude": 15.35, "entry": true, "exit": true | "longitude": 15.35, "entry": false, "exit": false | profile/points/0: point `DODUS` is neither entry nor exit; expected one
            "longitude": 15.35, "entry": true, "exit": true | "longitude": 15.35, "entry": "yes", "exit": true | profile/points/0: found no true or false `entry`; expected one
            "latitude": 36.3,       | "latitude": 98,           | profile/points/0: latitude `98.0`; expected −90 to 90 degrees
            "workingDays": 1        | "workingDays": 1.5        | profile/leadTimes/1: `1.5` as `workingDays`; expected a whole number
            "workingDays": 1        | "workingDays": 400        | profile/leadTimes/1: `400` as `workingDays`; expected 0 to 250
            "name": "Every flight"  | "name": "Dangerous goods on board" | profile: lead time `Dangerous goods on board` is given twice
            {"of": "route", "words" | {"of": "route", "text"    | profile/tolerances/1: unknown field `text`; expected one of minutes, of, words
            {"of": "route", "words" | {"of": "route", "minutes": 5, "words"   | profile/tolerances/1: `minutes` for `route`; expected them for `departure` alone: whether another is kept is seen in words only
            {"of": "route", "words" | {"of": "departure", "words"             | profile: tolerance of `departure` is given twice
            "minutes": 120          | "minutes": 0              | profile/tolerances/0: `0` as `minutes`; expected 1 to 1440
            "minutes": 120          | "minutes": 1441           | profile/tolerances/0: `1441` as `minutes`; expected 1 to 1440
            "minutes": 120          | "minutes": "an hour"      | profile/tolerances/0: found no number `minutes`; expected one
            """)
    void aHostThatIsDescribedWrongly(String good, @Nullable String bad, String words) throws Exception {
        String text = Files.readString(ITALY.resolve("host.json"));
        assertThat(text).contains(good);
        Path file = Files.writeString(folder.resolve("host.json"), text.replace(good, bad == null ? "" : bad));
        assertThatThrownBy(() -> HostFile.host(folder)).isInstanceOf(HostFile.Faulty.class)
                .hasMessage(file + ": " + words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "id": "desk.greco"      | "id": "desk.rossi"        | person id `desk.rossi` is given twice
            "id": "desk.rossi"      | "id": "Desk Rossi"        | person id `Desk Rossi`; expected lower case letters, digits, . and -
            "role": "WATCH"         | "role": "WATCHER"         | role `WATCHER`; expected one of REQUESTER, DESK, AUTHORITY, BASE, WATCH, TREATY, ENVOY, OVERSIGHT, PUBLIC
            "role": "AUTHORITY"     | "role": "DESK"            | `min.ferri` has a mandate but is neither a deciding authority nor of a treaty office nor an envoy
            "role": "BASE", "state": "IT", "base": "SIGONELLA" | "role": "BASE", "state": "IT" | `sig.leone` serves at a base but none is named; expected `base`
            "mandates": [           | "mandate": [              | unknown field `mandate`; expected one of base, deputyFor, id, mandates, name, oralDecisions, post, protectedParties, role, state, subject
            "until": "2036-01-01T00:00:00Z" | "until": "2015-01-01T00:00:00Z" | window from `2016-01-01T00:00:00Z` until `2015-01-01T00:00:00Z`; expected from before until
            "officer": "min.ferri"  | "officer": "min.feri"     | `desk.greco` may enter oral decisions of `min.feri`, who is no deciding authority in the list
            "officer": "min.ferri"  | "officer": "desk.rossi"   | `desk.greco` may enter oral decisions of `desk.rossi`, who is no deciding authority in the list
            "officer": "min.ferri"  | "officer": "desk.greco"   | `desk.greco` may enter their own oral decisions; expected another's
            "oralDecisions": [      | "oralDecision": [         | unknown field `oralDecision`; expected one of base, deputyFor, id, mandates, name, oralDecisions, post, protectedParties, role, state, subject
            "deputyFor": [{"officer": "min.ferri" | "deputyFor": [{"officer": "min.feri" | `sot.riva` is deputy of `min.feri`, who is no deciding authority in the list
            "deputyFor": [{"officer": "min.ferri" | "deputyFor": [{"officer": "sot.riva" | `sot.riva` is their own deputy; expected another's
            "people": [             | "people": ["somebody",    | found `somebody` in `people`; expected objects
            """)
    void peopleWhoAreDescribedWrongly(String good, String bad, String words) throws Exception {
        String text = Files.readString(ITALY.resolve("people.json"));
        assertThat(text).contains(good);
        Path file = Files.writeString(folder.resolve("people.json"), text.replace(good, bad));
        assertThatThrownBy(() -> HostFile.people(folder)).isInstanceOf(HostFile.Faulty.class)
                .hasMessage(file + ": " + words);
    }

    @Test
    void whatIsNotThereOrNoObject() throws Exception {
        Path file = folder.resolve("host.json");
        assertThatThrownBy(() -> HostFile.host(folder))
                .hasMessage(file + ": cannot be read; expected the description of a host");
        Files.writeString(file, "[]");
        assertThatThrownBy(() -> HostFile.host(folder)).hasMessage(file + ": found no object; expected one");
    }

    // States, mandates, recognition

    @ParameterizedTest
    @CsvSource({"IT, true, Italy", "XN, true, NATO", "GB, true, United Kingdom", "UK, false,", "it, false,",
            "ITA, false,"})
    void statesGoByTheirIsoCode(String code, boolean known, @Nullable String words) {
        assertThat(StateCode.isKnown(code)).isEqualTo(known);
        if (known) {
            assertThat(new StateCode(code).inWords()).isEqualTo(words);
        }
        assertThat(StateCode.NATO.code()).isEqualTo("XN");
    }

    @ParameterizedTest
    @CsvSource({"2015-12-22, false", "2015-12-23, true", "2016-05-31, true", "2016-06-01, false"})
    void aRecognitionHoldsFromItsFirstDayUntilTheDayItEnds(LocalDate day, boolean holds) {
        assertThat(new Recognition("GNA", LocalDate.parse("2015-12-23"), Optional.of(LocalDate.parse("2016-06-01")))
                .holdsOn(day)).isEqualTo(holds);
        assertThat(new Recognition("GNA", LocalDate.parse("2015-12-23"), Optional.empty())
                .holdsOn(LocalDate.parse("2036-01-01"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"AUTHORITY, IT, government, 2016-01-01T00:00:00Z, true",
            "AUTHORITY, IT, government, 2015-12-31T23:59:59Z, false",
            "AUTHORITY, IT, government, 2017-01-01T00:00:00Z, false",
            "AUTHORITY, IT, defence-staff, 2016-06-01T00:00:00Z, false",
            "AUTHORITY, US, government, 2016-06-01T00:00:00Z, false"})
    void anOfficerHasALiveMandateOfTheHost(Role role, String state, String authority, Instant at, boolean officer) {
        TimeWindow year = new TimeWindow(Instant.parse("2016-01-01T00:00:00Z"), Instant.parse("2017-01-01T00:00:00Z"));
        Person person = new Person("min.ferri", "On. G. Ferri", "Minister", role, new StateCode(state),
                Optional.empty(), List.of(new Mandate("government", "decree 1/2016", year)), Optional.empty(),
                Optional.empty(), List.of(), List.of());
        assertThat(Officer.of(person, new StateCode("IT"), authority, at).isPresent()).isEqualTo(officer);
    }
}
