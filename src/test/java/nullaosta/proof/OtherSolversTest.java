package nullaosta.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nullaosta.agreement.Agreement;
import nullaosta.agreement.Agreements;
import nullaosta.agreement.Terms;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Two solvers that share no code with ours get the files of every shipped agreement, and say the same. */
class OtherSolversTest {

    private static final Pattern STATUS = Pattern.compile("\\(set-info :status (sat|unsat|unknown)\\)");
    private static final List<List<String>> SOLVERS = List.of(List.of("z3", "-smt2"), List.of("cvc5", "--lang=smt2"));

    @TempDir
    static Path scratch;

    @TestFactory
    Stream<DynamicTest> theySayTheSame() throws IOException {
        Map<String, Inquiry> inquiries = new LinkedHashMap<>();
        for (Agreement agreement : Agreements.read(Path.of("agreements")).all()) {
            agreement.versions().forEach(terms -> inquiries.put(terms.id(), VersionInquiry.of(terms)));
            for (Terms newer : agreement.versions().stream().skip(1).toList()) {
                Terms older = agreement.versions().get(agreement.versions().indexOf(newer) - 1);
                if (VersionComparison.of(older, newer) instanceof VersionComparison.Compared(Inquiry inquiry)) {
                    inquiries.put(older.id() + " and " + newer.id(), inquiry);
                }
            }
        }
        for (int seed = 0; seed < 10; seed++) {
            inquiries.put("random terms " + seed, VersionInquiry.of(new RandomTerms(seed).terms(6, 2)));
        }
        assertThat(inquiries).hasSizeGreaterThan(15);
        return inquiries.entrySet().stream().flatMap(inquiry -> SOLVERS.stream().map(solver -> DynamicTest.dynamicTest(
                inquiry.getKey() + " by " + solver.getFirst(), () -> check(solver, inquiry.getValue()))));
    }

    private static void check(List<String> solver, Inquiry inquiry) throws IOException, InterruptedException {
        Map<String, String> files = new Certificate(inquiry).files();
        List<String> expected = new ArrayList<>();
        List<String> said = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Matcher status = STATUS.matcher(file.getValue());
            assertThat(status.find()).isTrue();
            expected.add(file.getKey() + " " + status.group(1));
            all.append(file.getValue()).append("(reset)\n");
        }
        List<String> answers = run(solver, Files.writeString(scratch.resolve("all.smt2"), all));
        for (String name : files.keySet()) {
            said.add(name + " " + (answers.size() > said.size() ? answers.get(said.size()) : "nothing"));
        }
        assertThat(said).isEqualTo(expected).noneMatch(line -> line.endsWith("unknown"));
        String first = files.values().iterator().next();
        assertThat(run(solver, Files.writeString(scratch.resolve("one.smt2"), first))).as("a file by itself")
                .containsExactly(answers.getFirst());
    }

    private static List<String> run(List<String> solver, Path file) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(solver);
        command.add(file.toString());
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new AssertionError("no `" + solver.getFirst() + "` on the PATH; install it with: apt-get install "
                    + solver.getFirst(), e);
        }
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                .toList();
        process.waitFor();
        return lines;
    }
}
