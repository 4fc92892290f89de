package nullaosta.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nullaosta.agreement.Terms;
import nullaosta.proof.formula.SmtText;
import nullaosta.proof.formula.Solver;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;

/**
 * An inquiry in the form that is kept and handed on: what was asked of which text, what was answered, and for each
 * question a file with which anybody's solver can be asked again. It is about the text and its encoding, not about the
 * treaty. The same terms give the same bytes.
 */
public final class Certificate {

    /** The way in which terms become formulas; it changes with every change in that. */
    public static final int ENCODING = 1;

    private final Inquiry inquiry;
    private final Map<Answer, Asked> files = new LinkedHashMap<>();
    private final Map<Map<String, Object>, String> missions = new LinkedHashMap<>();

    /** A question's file. */
    private record Asked(String name, String text) {

        String hash() {
            return Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex();
        }
    }

    public Certificate(Inquiry inquiry) {
        this.inquiry = inquiry;
        SmtText text = new SmtText(inquiry.setting());
        int number = 0;
        for (Answer answer : inquiry.answers()) {
            Question question = answer.question();
            String name = String.format(Locale.ROOT, "%03d-%s.smt2", ++number,
                    question.id().replaceAll("[^A-Za-z0-9.+-]", "-"));
            List<String> remarks = new ArrayList<>();
            inquiry.versions().forEach(terms -> remarks.add(terms.id() + ", terms " + terms.hash() + ", vocabulary "
                    + terms.vocabulary().hash()));
            remarks.add(question.id() + ": " + question.claim());
            remarks.add("the claim holds if this is " + (question.wanted() == Question.Wanted.SOME ? "sat" : "unsat"));
            answer.examples().forEach(
                    example -> missions.putIfAbsent(example.toMap(), "M" + (missions.size() + 1)));
            files.put(answer, new Asked(name, text.file(remarks, answer.status(), question.formula())));
        }
    }

    public Inquiry inquiry() {
        return inquiry;
    }

    /** By what name an example goes in it; many questions may share one. */
    public String mission(Example example) {
        return Optional.ofNullable(missions.get(example.toMap())).orElseThrow();
    }

    /** The name of a question's file. */
    public String file(Answer answer) {
        return Optional.ofNullable(files.get(answer)).orElseThrow().name();
    }

    /** The questions' files by name. */
    public Map<String, String> files() {
        Map<String, String> all = new LinkedHashMap<>();
        files.values().forEach(file -> all.put(file.name(), file.text()));
        return all;
    }

    /** The certificate as canonical JSON (RFC 8785). */
    public byte[] json() {
        return CanonicalJson.bytes(toMap());
    }

    /** As JSON has it. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("encoding", (long) ENCODING);
        map.put("solver", Solver.NAME);
        map.put("versions", inquiry.versions().stream().map(Certificate::version).toList());
        map.put("asClaimed", inquiry.asClaimed());
        map.put("assumptions", Inquiry.ASSUMPTIONS);
        List<Object> answers = new ArrayList<>();
        files.forEach((answer, file) -> answers.add(answer(answer, file)));
        map.put("questions", answers);
        Map<String, Object> examples = new LinkedHashMap<>();
        missions.forEach((facts, name) -> examples.put(name, facts));
        map.put("missions", examples);
        return map;
    }

    private static Map<String, Object> version(Terms terms) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("agreement", terms.agreement());
        map.put("version", terms.version().toString());
        map.put("title", terms.title());
        map.put("termsHash", terms.hash());
        map.put("vocabularyHash", terms.vocabulary().hash());
        return map;
    }

    private Map<String, Object> answer(Answer answer, Asked file) {
        Question question = answer.question();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", question.id());
        map.put("topic", question.topic().name());
        map.put("claim", question.claim());
        map.put("binding", question.topic().binding());
        map.put("result", answer.result().name());
        map.put("note", answer.note());
        map.put("restsOn", answer.restsOn());
        map.put("shownBy", answer.examples().stream().map(this::mission).toList());
        map.put("file", file.name());
        map.put("expected", answer.status());
        map.put("sha256", file.hash());
        return map;
    }
}
