package nullaosta.proof.formula;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A setting and questions as SMT-LIB 2.6, in files that stand alone: any solver of QF_LIA reads them unchanged. */
public final class SmtText {

    private static final int WIDTH = 110;
    /** A symbol that needs no bars (SMT-LIB 2.6, clause 3.1). */
    private static final Pattern SIMPLE = Pattern.compile("[A-Za-z~!@$%^&*_+=<>.?/-][A-Za-z0-9~!@$%^&*_+=<>.?/-]*");

    private final String setting;

    public SmtText(Setting setting) {
        StringBuilder text = new StringBuilder();
        text.append("\n; names of enums\n");
        setting.symbols().forEach((name, index) -> text.append("(define-fun ").append(symbol(name)).append(" () Int ")
                .append(index).append(")\n"));
        text.append("\n; facts, and for each clause whether it applies and is kept\n");
        setting.letters().forEach(name -> text.append("(declare-fun ").append(symbol(name)).append(" () Bool)\n"));
        setting.wholes().forEach(name -> text.append("(declare-fun ").append(symbol(name)).append(" () Int)\n"));
        text.append("\n; what values there are\n");
        setting.bounds().forEach(bound -> text.append(folded("(assert ", written(bound), ")")));
        text.append("\n; what the clauses say\n");
        for (Setting.Definition clause : setting.clauses()) {
            text.append(folded("(assert (! ", written(clause.formula()),
                    " :named " + symbol("clause/" + clause.name()) + "))"));
        }
        text.append("\n; what they add up to\n");
        for (Formula.Word word : setting.words()) {
            text.append(folded("(define-fun " + symbol(word.name()) + " () Bool ", written(word.meaning()), ")"));
        }
        this.setting = text.toString();
    }

    /**
     * One question as a file.
     *
     * @param remarks what the file is, a line each
     * @param status  what a solver must answer: sat, unsat or unknown
     */
    public String file(List<String> remarks, String status, Formula question) {
        StringBuilder text = new StringBuilder();
        remarks.forEach(remark -> text.append("; ").append(remark.replaceAll("\\R", " ")).append('\n'));
        text.append("(set-info :smt-lib-version 2.6)\n(set-info :status ").append(status)
                .append(")\n(set-logic QF_LIA)\n");
        text.append(setting).append("\n; the question\n").append(folded("(assert ", written(question), ")"));
        return text.append("(check-sat)\n").toString();
    }

    private static String symbol(String name) {
        return SIMPLE.matcher(name).matches() ? name : "|" + name.replace("|", "_").replace("\\", "_") + "|";
    }

    // Writing: a text with its parts, so that long ones can be broken between them

    /** @param parts empty for what is not broken */
    private record Written(String head, List<Written> parts) {

        String inLine() {
            return parts.isEmpty()
                    ? head
                    : "(" + head + " " + String.join(" ", parts.stream().map(Written::inLine).toList()) + ")";
        }

        void fold(String indent, int room, StringBuilder text) {
            String line = inLine();
            if (parts.isEmpty() || line.length() <= room - indent.length()) {
                text.append(line);
                return;
            }
            text.append('(').append(head);
            for (Written part : parts) {
                text.append('\n').append(indent).append("  ");
                part.fold(indent + "  ", room, text);
            }
            text.append(')');
        }
    }

    private static String folded(String before, Written written, String after) {
        StringBuilder text = new StringBuilder(before);
        written.fold("  ", WIDTH - before.length() - after.length(), text);
        return text.append(after).append('\n').toString();
    }

    private static Written leaf(String text) {
        return new Written(text, List.of());
    }

    private static Written list(String head, Written... parts) {
        return new Written(head, List.of(parts));
    }

    private static Written written(Formula formula) {
        return switch (formula) {
            case Formula.Always(boolean holds) -> leaf(holds ? "true" : "false");
            case Formula.Letter(String name) -> leaf(symbol(name));
            case Formula.Not(Formula inner) -> list("not", written(inner));
            case Formula.All(List<Formula> parts) -> new Written("and", all(parts));
            case Formula.Any(List<Formula> parts) -> new Written("or", all(parts));
            case Formula.Same(Formula left, Formula right) -> list("=", written(left), written(right));
            case Formula.Compare compare -> written(compare);
            case Formula.Word(String name, Formula meaning) -> leaf(symbol(name));
        };
    }

    private static List<Written> all(List<Formula> parts) {
        List<Written> written = new ArrayList<>();
        parts.forEach(part -> written.add(written(part)));
        return written;
    }

    private static Written written(Formula.Compare compare) {
        Written left = written(compare.left());
        Written right = written(compare.right());
        return switch (compare.comparison()) {
            case EQUAL -> list("=", left, right);
            case UNEQUAL -> list("not", list("=", left, right));
            case LESS, AT_MOST, MORE, AT_LEAST -> list(compare.comparison().sign(), left, right);
        };
    }

    private static Written written(Whole number) {
        return switch (number) {
            case Whole.Fixed(BigInteger value) -> leaf(value.signum() < 0 ? "(- " + value.negate() + ")" : "" + value);
            case Whole.Symbol(String name, int index) -> leaf(symbol(name));
            case Whole.Variable(String name) -> leaf(symbol(name));
            case Whole.Sum(Whole left, Whole right) -> list("+", written(left), written(right));
            case Whole.Difference(Whole left, Whole right) -> list("-", written(left), written(right));
        };
    }
}
