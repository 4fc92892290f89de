package nullaosta.web.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nullaosta.decision.Consultation;
import nullaosta.dossier.Dossier;
import nullaosta.dossier.OfficeLinks;
import nullaosta.mission.form.Question.Choice;
import nullaosta.party.Role;
import nullaosta.web.page.Page;
import nullaosta.web.page.Words;

/**
 * The offices that are asked about a case.
 *
 * @param consultees those that the terms have asked
 * @param links by which they may answer themselves
 */
public record ConsultingView(Page page, Dossier dossier, List<String> consultees, OfficeLinks links) {

    public ConsultingView {
        consultees = List.copyOf(consultees);
    }

    /** Those that may be asked; without consultees in the terms, those that were. */
    public List<Choice> offices() {
        List<String> asked = dossier.file().consultations().stream().map(Consultation::office).toList();
        return Stream.concat(consultees.stream(), consultees.isEmpty() ? asked.stream() : Stream.of()).distinct()
                .map(office -> new Choice(office, office)).toList();
    }

    public List<Choice> open() {
        return dossier.file().consultations().stream().filter(Consultation::open)
                .map(it -> new Choice(String.valueOf(it.number()), it.number() + ": " + it.office())).toList();
    }

    public boolean overdue(Consultation consultation) {
        return consultation.overdue(today());
    }

    private LocalDate today() {
        return page.now().atZone(page.host().zone()).toLocalDate();
    }

    /** The link that the desk passes on, while the office may answer by it; empty to anybody else. */
    public Optional<String> link(Consultation consultation) {
        return page.viewer().role() == Role.DESK && dossier.phase().open() && consultation.open()
                && !overdue(consultation)
                        ? Optional.of(page.origin() + "/answer/" + dossier.number() + "/" + consultation.number() + "/"
                                + links.key(dossier.id(), consultation.number()))
                        : Optional.empty();
    }

    /** A letter with the link, to be sent by the desk's own mail program (RFC 6068). */
    public String letter(Consultation consultation, String link) {
        return "mailto:?subject=" + encoded(dossier.number() + ": a question to " + Words.office(consultation.office()))
                + "&body="
                + encoded(consultation.question() + "\r\n\r\nPlease answer by "
                        + page.words().day(consultation.answerBy())
                        + ". The flight is shown, and your answer is taken once, at:\r\n" + link + "\r\n");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
