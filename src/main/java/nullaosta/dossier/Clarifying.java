package nullaosta.dossier;

import java.util.Optional;
import nullaosta.agreement.text.Reading;
import nullaosta.agreement.text.Spelling;
import nullaosta.agreement.vocabulary.FactDeclaration;
import nullaosta.agreement.vocabulary.ValueType;
import nullaosta.agreement.vocabulary.Vocabulary;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.Written;
import nullaosta.mission.Ruling;
import nullaosta.mission.Statement;

/** The desk completes the file; whatever it changes is assessed again at once, and a prepared decision is void. */
final class Clarifying {

    private Clarifying() {
    }

    static Proceeding correct(Sitting sitting, Dossier dossier, Command.CorrectReceipt command) {
        if (command.reason().isBlank()) {
            return new Proceeding.Stop(Refusal.noReason());
        }
        if (command.receipt().receivedAt().isAfter(sitting.at())) {
            return Proceeding.stop(Refusal.Code.BAD_INPUT, "received at `" + command.receipt().receivedAt() + "`",
                    "an instant that is not in the future", "give when the request reached the host").at("receivedAt");
        }
        return open(dossier).orElseGet(() -> assessed(sitting, dossier,
                new Entry.ReceiptCorrected(command.receipt(), command.reason().strip())));
    }

    static Proceeding state(Sitting sitting, Dossier dossier, Command.MakeStatement command) {
        Vocabulary vocabulary = Assessing.vocabulary(sitting.agreements(), dossier.mission());
        Optional<FactDeclaration> fact = vocabulary.fact(command.fact());
        var ofTheFile = CaseFacts.ofTheFile(vocabulary).stream().map(FactDeclaration::name).toList();
        if (fact.isEmpty()) {
            return Proceeding.stop(Refusal.Code.UNKNOWN_FACT, "unknown fact `" + command.fact() + "`",
                    "one of " + String.join(", ", ofTheFile), Spelling.help(command.fact(), ofTheFile)).at("fact");
        }
        if (!ofTheFile.contains(command.fact())) {
            return Proceeding.stop(Refusal.Code.NOT_YOUR_FACT, "`" + command.fact() + "` stated by the desk",
                    fact.get().from().inWords() + " to supply it",
                    "facts of the file are " + String.join(", ", ofTheFile)).at("fact");
        }
        if (!(CaseFacts.tried(vocabulary, command.fact(),
                command.value()) instanceof Reading.Sound<String>(String value))) {
            return Proceeding.stop(Refusal.Code.BAD_INPUT,
                    "`" + command.value().strip() + "` in answer to “" + fact.get().ask() + "”",
                    vocabulary.expectation(fact.get()),
                    fact.get().type() == ValueType.Plain.BOOL ? "programs send true and false" : "")
                    .at("value");
        }
        if (command.source().isBlank()) {
            return Proceeding.stop(Refusal.Code.BAD_INPUT, "a statement without its source", "who says so",
                    "name the person, office or paper").at("source");
        }
        if (command.dated().isAfter(sitting.at().atZone(sitting.chancery().host().zone()).toLocalDate())) {
            return Proceeding.stop(Refusal.Code.BAD_INPUT, "a statement dated `" + command.dated() + "`",
                    "a day that is not in the future", "give the day on which it was made").at("dated");
        }
        Statement statement = new Statement(dossier.file().statements().size() + 1, command.fact(),
                value,
                command.source().strip(), command.dated(), command.document(), command.sha256(), command.grade(),
                command.basis());
        return open(dossier).orElseGet(() -> assessed(sitting, dossier, new Entry.StatementMade(statement)));
    }

    static Proceeding rule(Sitting sitting, Dossier dossier, Command.RuleOnStatement command) {
        if (command.reason().isBlank()) {
            return new Proceeding.Stop(Refusal.noReason());
        }
        boolean there = dossier.file().statements().stream()
                .anyMatch(s -> s.number() == command.statement() && s.fact().equals(command.fact()));
        if (!there) {
            return Proceeding.stop(Refusal.Code.UNKNOWN_STATEMENT,
                    "no statement " + command.statement() + " on `" + command.fact() + "`",
                    "the number of a statement on that fact", "look at the statements of the case").at("statement");
        }
        return open(dossier).orElseGet(() -> assessed(sitting, dossier, new Entry.StatementRuled(
                new Ruling(command.fact(), command.statement(), command.reason().strip(),
                        Assessing.terms(sitting.agreements(), dossier.mission()).flatMap(terms -> CaseFacts
                                .fileSays(dossier, terms, sitting.chancery().host(), command.fact()))))));
    }

    static Optional<Proceeding> open(Dossier dossier) {
        return dossier.phase().open()
                ? Optional.empty()
                : Optional.of(new Proceeding.Stop(
                        Refusal.phase("the case is " + dossier.phase().words(), "a case that is not decided yet")));
    }

    static Proceeding assessed(Sitting sitting, Dossier dossier, Entry entry) {
        Dossier after = dossier.after(new Written(dossier.version() + 1, sitting.at(), sitting.by().id(), entry));
        return Proceeding.enter(entry, Assessing.assess(sitting, after));
    }
}
