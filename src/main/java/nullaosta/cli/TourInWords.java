package nullaosta.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nullaosta.assessment.Assessment;
import nullaosta.assessment.Finding;
import nullaosta.assessment.MissingFact;
import nullaosta.assessment.Sentence;
import nullaosta.decision.Verdict;
import nullaosta.dossier.Command;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.NextStep;
import nullaosta.dossier.entry.Entry;
import nullaosta.exercise.Narrator;
import nullaosta.exercise.Scene;
import nullaosta.flight.Deviation;
import nullaosta.flight.Remark;
import nullaosta.party.Person;
import nullaosta.register.proof.Verification;
import nullaosta.store.Installation;
import nullaosta.verifier.Wrapped;

/** One scene as the terminal tells it, short enough for one screen. */
final class TourInWords implements Narrator {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm'Z'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm'Z'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int HANG = 11;

    private final Installation installation;
    private final Wrapped text = new Wrapped();

    TourInWords(Installation installation, int number, int of, Scene scene) {
        this.installation = installation;
        text.line("").line("── " + number + " of " + of + ": " + scene.title() + " (" + String.join(", ",
                scene.sources()) + ")");
        text.paragraph("", 0, scene.told());
        text.line("");
    }

    @Override
    public void filed(Person by, Dossier dossier) {
        var mission = dossier.mission();
        say("asked", dossier.number() + ": " + mission.operatorState().code() + " " + mission.aircraft().type() + " "
                + mission.aircraft().callSign() + ", " + plain(mission.purpose()) + ", " + mission.route()
                + ", departs "
                + DAY.format(mission.departure()) + "; received " + DAY.format(dossier.receipt().receivedAt())
                + dossier.original().map(original -> " (" + original + "), entered by " + by.post())
                        .orElse(", filed by "
                                + by.post()));
    }

    @Override
    public void stated(Command.MakeStatement statement) {
        say("stated", statement.fact() + " = " + statement.value() + ", says " + statement.source() + ", graded "
                + statement.grade());
    }

    @Override
    public void assessed(Dossier dossier, Optional<Assessment> assessment) {
        say("assessed", assessment.map(Assessment::sentence)
                .orElseGet(() -> dossier.assessed().map(a -> String.valueOf(a.assessment().get("why"))).orElse("not")));
        assessment.ifPresent(found -> {
            found.findings().stream().filter(Finding::inTheWay).filter(finding -> found.missing().isEmpty()).limit(3)
                    .forEach(finding -> say("", finding.clause() + ": " + finding.text()));
            found.missing().stream().limit(3).forEach(this::missing);
        });
        if (assessment.map(found -> !found.missing().isEmpty()).orElse(false)) {
            say("next", NextStep.of(dossier).inWords());
        }
    }

    private void missing(MissingFact fact) {
        say("", fact.question() + " (" + fact.fact() + ", " + fact.from().inWords() + ")");
    }

    @Override
    public void signed(Person officer, Verdict verdict, Dossier dossier) {
        List<String> waiting = dossier.bench(installation.host()).map(bench -> bench.waitingFor()).orElse(List.of());
        say("signed",
                (verdict == Verdict.APPROVE ? "approve" : "refuse") + ", " + officer.name() + ", " + officer.post()
                        + (verdict == Verdict.APPROVE && !waiting.isEmpty() ? "; a second signature is needed" : ""));
    }

    @Override
    public void cleared(Dossier dossier) {
        var held = dossier.clearance().orElseThrow();
        say("cleared", held.clearance().number() + ", a token of " + held.token().length() + " characters; conditions: "
                + (held.clearance().conditions().isEmpty()
                        ? "those of the terms"
                        : Sentence.joined(held.clearance().conditions())));
    }

    @Override
    public void refused(Dossier dossier) {
        var decided = dossier.decided();
        say("REFUSED",
                decided.map(d -> (d.clauses().isEmpty() ? "" : Sentence.joined(d.clauses()) + ": ") + d.reasons())
                        .orElse("nobody may decide it"));
    }

    @Override
    public void checked(Entry.TakeoffChecked check) {
        say("checked", check.light().name() + (check.remarks().isEmpty()
                ? ": what stands on the apron is what was cleared"
                : ": " + String.join("; ", check.remarks().stream().map(Remark::words).toList())));
    }

    @Override
    public void called(Person commander, Entry.Call call) {
        say("called", (call == Entry.Call.RELEASE ? "released by " : "STOPPED by ") + commander.name() + ", "
                + commander.post());
    }

    @Override
    public void tookOff(Instant at) {
        say(TIME.format(at), "took off");
    }

    @Override
    public void deviated(Instant at, Deviation deviation) {
        say(TIME.format(at), deviation.closedAt().isEmpty()
                ? "ALERT: " + deviation.kind().words() + "; " + deviation.words()
                : "over: " + deviation.kind().words());
    }

    @Override
    public void revoked(Instant at, Person officer) {
        say(TIME.format(at), "REVOKED in the air by " + officer.name() + ", " + officer.post());
    }

    @Override
    public void landed(Instant at) {
        say(TIME.format(at), "landed");
    }

    void stopped(String why) {
        say("STOPPED", "the scene goes no further: " + why);
    }

    static String register(Verification verification) {
        Wrapped text = new Wrapped().line("");
        switch (verification) {
            case Verification.Sound sound -> text.paragraph("register   ", HANG,
                    "verified whole: " + sound.checkpoint().size() + " entries, every hash and the signature of "
                            + sound.checkpoint().origin() + ".");
            case Verification.Broken broken -> text.paragraph("register   ", HANG,
                    "BROKEN at " + broken.where() + ": " + broken.what());
            case Verification.Unread unread -> text.paragraph("register   ", HANG, "not read: " + unread.what());
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void say(String label, String words) {
        text.paragraph(String.format(Locale.ROOT, "%-" + HANG + "s", label), HANG, words);
    }

    private static String plain(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
