package nullaosta.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WitnessPolicyTest {

    private static final String LOG = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final Instant SEEN = Instant.parse("2016-03-01T18:00:00Z");

    private final NoteKey register;
    private final List<TestWitness> witnesses;

    WitnessPolicyTest() throws SealFault {
        SecureRandom random = new SecureRandom();
        register = NoteKey.generate("example.org/log", random);
        witnesses = List.of(TestWitness.generate("x1", random), TestWitness.generate("x2", random),
                TestWitness.generate("x3", random), TestWitness.generate("y1", random),
                TestWitness.generate("y2", random));
    }

    /** The shape of the document's own example: two organisations, each with its threshold. */
    private String twoLevels() {
        return """
                # a policy of two levels
                log %s https://register.example/log

                witness X1 %s
                witness X2 %s https://x2.example/witness
                \twitness  X3\t%s\s
                group X-witnesses 2 X1 X2 X3
                witness Ÿ1 %s
                witness Y2 %s
                group Y-witnesses any Ÿ1 Y2
                group X-and-Y all X-witnesses Y-witnesses
                quorum X-and-Y
                """.formatted(register.verifier().vkey(), key(0), key(1), key(2), key(3), key(4));
    }

    private String key(int witness) {
        return witnesses.get(witness).verifier().vkey();
    }

    private SignedNote cosigned(String by) throws SealFault {
        SignedNote note = SignedNote.sign("example.org/log\n0\nx\n", register);
        for (String one : by.split(" ")) {
            note = one.isEmpty() ? note : witnesses.get(Integer.parseInt(one)).cosign(note, SEEN);
        }
        return note;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            0 1 3     | true  | X1 X2 Ÿ1
            1 2 4     | true  | X2 X3 Y2
            0 1 2 3 4 | true  | X1 X2 X3 Ÿ1 Y2
            0 3       | false | X1 Ÿ1
            0 0 3     | false | X1 Ÿ1
            0 1 2     | false | X1 X2 X3
            3 4       | false | Ÿ1 Y2
            ~~        | false | ~~
            """)
    void aQuorumOfGroups(String by, boolean satisfied, String names) throws SealFault {
        WitnessPolicy policy = WitnessPolicy.parse(twoLevels());
        assertThat(policy.satisfied(cosigned(by))).isEqualTo(satisfied);
        assertThat(policy.cosigners(cosigned(by)))
                .isEqualTo(Arrays.stream(names.split(" ")).filter(name -> !name.isEmpty()).toList());
    }

    /** A cosignature counts for its key, whatever name the line bears. */
    @Test
    void aCosignatureOfAnotherTextCountsForNothing() throws SealFault {
        SignedNote other = SignedNote.sign("example.org/log\n1\nx\n", register);
        SignedNote borrowed = new SignedNote(other.text(), cosigned("0 1 2 3 4").signatures());
        WitnessPolicy policy = WitnessPolicy.parse(twoLevels());
        assertThat(policy.cosigners(borrowed)).isEmpty();
        assertThat(policy.satisfied(borrowed)).isFalse();
    }

    @Test
    void oneWitnessOrNone() throws SealFault {
        String witness = "witness w " + key(0) + "\n";
        assertThat(WitnessPolicy.parse(witness + "quorum w").satisfied(cosigned("0"))).isTrue();
        assertThat(WitnessPolicy.parse(witness + "quorum w").satisfied(cosigned("1"))).isFalse();
        assertThat(WitnessPolicy.parse(witness + "quorum none\n").satisfied(cosigned(""))).isTrue();
        assertThat(WitnessPolicy.parse("quorum none").witnesses()).isEmpty();
    }

    @Test
    void itReadsBack() throws SealFault {
        WitnessPolicy policy = WitnessPolicy.parse(twoLevels());
        assertThat(WitnessPolicy.parse(policy.text())).isEqualTo(policy);
        assertThat(policy.log()).isEqualTo(register.verifier());
        assertThat(policy.logs().getFirst().url()).contains(URI.create("https://register.example/log"));
        assertThat(policy.witnesses()).extracting(WitnessPolicy.Witness::url).containsExactly(Optional.empty(),
                Optional.of(URI.create("https://x2.example/witness")), Optional.empty(), Optional.empty(),
                Optional.empty());
        assertThat(policy.text()).startsWith("log " + register.verifier().vkey() + " https://register.example/log\n")
                .endsWith("group X-witnesses 2 X1 X2 X3\ngroup Y-witnesses 1 Ÿ1 Y2\n"
                        + "group X-and-Y 2 X-witnesses Y-witnesses\nquorum X-and-Y\n");
    }

    @Test
    void soManyOfAll() throws SealFault {
        WitnessPolicy.Log log = new WitnessPolicy.Log(register.verifier(), Optional.empty());
        List<WitnessPolicy.Witness> three = witnesses.subList(0, 3).stream()
                .map(it -> new WitnessPolicy.Witness(it.verifier().name(), it.verifier(), Optional.empty())).toList();
        WitnessPolicy two = WitnessPolicy.of(log, three, 2);
        assertThat(two.satisfied(cosigned("0 2"))).isTrue();
        assertThat(two.satisfied(cosigned("0"))).isFalse();
        assertThat(WitnessPolicy.parse(two.text())).isEqualTo(two);
        assertThat(WitnessPolicy.of(log, three, 0).satisfied(cosigned(""))).isTrue();
        assertThat(WitnessPolicy.of(log, List.of(), 0).text())
                .isEqualTo("log " + register.verifier().vkey() + "\nquorum none\n");
        assertThatThrownBy(() -> WitnessPolicy.of(log, three, 4)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no policy: the group `quorum` asks for 4 of its 3; expected any, all or a number from 1 "
                        + "to 3");
    }

    @Test
    void theRegisterIsOneOrNamed() throws SealFault {
        assertThatThrownBy(() -> WitnessPolicy.parse("quorum none").log()).isInstanceOf(SealFault.class)
                .hasMessage("the policy names 0 registers; expected one `log` line");
        WitnessPolicy two = WitnessPolicy
                .parse("log " + LOG + "\nlog " + register.verifier().vkey() + "\nquorum none\n");
        assertThat(two.logs()).hasSize(2);
        assertThatThrownBy(two::log).hasMessage("the policy names 2 registers; expected one `log` line");
    }

    /** $L is a register's key, $0 and $1 are witnesses'; a backslash escapes as in Java. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~                         | line 0: the policy ends without a quorum; expected a line `quorum NAME`, or `quorum none`
            log $L\\n                  | line 1: the policy ends without a quorum; expected a line `quorum NAME`, or `quorum none`
            quorum none\\nquorum none  | line 2: found a second quorum; expected one
            quorum w                   | line 1: found the name `w`; expected a witness or group of a line before
            quorum w\\nwitness w $0    | line 1: found the name `w`; expected a witness or group of a line before
            quorum                     | line 1: found 1 words; expected `quorum NAME`
            quorums none               | line 1: found `quorums`; expected log, witness, group or quorum
            log                        | line 1: found 1 words; expected `log KEY [URL]`
            log x                      | line 1: found `x`; expected a verifier key `name+id+base64` for Ed25519
            log $L ftp://a             | line 1: found `ftp://a`; expected an address such as https://witness.example/
            log $L\\nlog $L            | line 2: the key of the register `PeterNeumann` stands there twice
            witness w                  | line 1: found 2 words; expected `witness NAME KEY [URL]`
            witness w $L               | line 1: found `PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW`; expected a witness's key `name+id+base64` for cosignatures with Ed25519 or ML-DSA-44
            witness none $0            | line 1: `none` is kept for a quorum that asks for nobody; choose another name
            witness w $0\\nwitness w $1 | line 2: the name `w` is taken; expected one that no line before has
            witness w $0\\nwitness v $0 | line 2: the key of the witness `v` stands there twice
            group g any                | ~line 1: found 3 words; expected `group NAME any|all|NUMBER MEMBER…`~
            group g any g              | line 1: found the name `g`; expected a witness or group of a line before
            group g any none           | line 1: found the name `none`; expected a witness or group of a line before
            witness w $0\\ngroup g 2 w | line 2: the group `g` asks for 2 of its 1; expected any, all or a number from 1 to 1
            witness w $0\\ngroup g 0 w | line 2: found `0`; expected any, all or a number from 1 to 1
            witness w $0\\ngroup g 01 w | line 2: found `01`; expected any, all or a number from 1 to 1
            witness w $0\\ngroup g all w w | line 2: `w` is a member of `g` already; expected it in one group, once
            witness w $0\\ngroup g all w\\ngroup h all w | line 3: `w` is a member of `g` already; expected it in one group, once
            witness w $0\\ngroup w all w | line 2: the name `w` is taken; expected one that no line before has
            quorum none\\r\\n          | line 1: found the control character U+000D; expected lines that end with a newline alone
            """)
    void refuses(String escaped, String message) {
        String text = escaped.translateEscapes().replace("$L", LOG).replace("$0", key(0)).replace("$1", key(1));
        assertThatThrownBy(() -> WitnessPolicy.parse(text)).isInstanceOf(SealFault.class).hasMessage(message);
    }

    @Test
    void boundsItsLength() {
        assertThatThrownBy(() -> WitnessPolicy.parse("#".repeat(100_001)))
                .hasMessage("a policy of 100001 characters; expected at most 100000");
    }
}
