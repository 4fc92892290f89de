package nullaosta.web.console;

import nullaosta.decision.Oral;
import nullaosta.decision.Signature;
import nullaosta.decision.Verdict;
import nullaosta.dossier.entry.Entry;
import nullaosta.dossier.entry.HarmAllegation;
import nullaosta.flight.Remark;
import nullaosta.gate.Device;
import nullaosta.gate.GateCheck;
import nullaosta.party.StateCode;
import nullaosta.web.page.Words;

/** What an entry adds to its kind, its author and its time, in a line; empty where it adds nothing. */
final class EntryInWords {

    private EntryInWords() {
    }

    static String of(Entry entry) {
        return switch (entry) {
            case Entry.MissionFiled filed -> filed.original().map(original -> "came as " + original)
                    .orElse(filed.receipt().evidence());
            case Entry.ReceiptCorrected corrected -> "received " + corrected.receipt().receivedAt() + " ("
                    + corrected.receipt().evidence() + "): " + corrected.reason();
            case Entry.MissionAmended amended -> Words.plain(amended.amendment().name()) + ": " + amended.reason();
            case Entry.StatementMade made -> made.statement().fact() + " = " + made.statement().value() + ", says "
                    + made.statement().source();
            case Entry.StatementRuled ruled -> "statement " + ruled.ruling().statement() + " counts: "
                    + ruled.ruling().reason();
            case Entry.OfficeAsked asked -> asked.consultation().office() + ", until " + asked.consultation().answerBy()
                    + ": " + asked.consultation().question();
            case Entry.OfficeAnswered answered -> "consultation " + answered.consultation() + ": "
                    + Words.plain(answered.opinion().stance().name()) + ", says " + answered.opinion().by()
                    + (answered.opinion().words().isEmpty() ? "" : ": " + answered.opinion().words());
            case Entry.OfficeSilent silent -> "consultation " + silent.consultation()
                    + ": silence, which is no objection by that office's own rule: " + silent.rule();
            case Entry.ProtectedPartyEntered entered -> "number " + entered.party().number();
            case Entry.ProtectedPartyStruckOut struck -> "number " + struck.party() + ": " + struck.reason();
            case Entry.PartyForgotten gone -> "number " + gone.party() + ", entry " + gone.entry()
                    + ", on the ground of " + gone.ground() + ": " + gone.reason();
            case Entry.Forgotten forgotten -> "what it said of somebody is gone; a later entry says on which ground";
            case Entry.ProtectedPartiesSeen seen -> seen.reason();
            case Entry.Assessed assessed -> assessed.agreement().map(id -> "under " + id + ": ").orElse("")
                    + Words.sentence(assessed.outcome())
                    + (assessed.clausesInTheWay().isEmpty() ? "" : " (" + Words.join(assessed.clausesInTheWay()) + ")");
            case Entry.Tried tried -> "under " + tried.findings().agreement().orElse("no agreement") + ": "
                    + Words.sentence(tried.findings().outcome());
            case Entry.DecisionPrepared prepared -> verdict(prepared.draft().proposed()) + ": "
                    + prepared.draft().reasons();
            case Entry.DecisionSigned signed -> verdict(signed.signature().verdict())
                    + signed.signature().inPlaceOf().map(away -> " in place of " + away.name()).orElse("") + " for "
                    + signed.signature().authority() + (signed.waitingFor().isEmpty()
                            ? ""
                            : "; still to sign: " + Words.join(signed.waitingFor()));
            case Entry.OralDecisionEntered entered -> orally(entered);
            case Entry.OralDecisionConfirmed confirmed -> (confirmed.late() ? "after it had lapsed, " : "")
                    + "by " + confirmed.signature().name() + ": " + confirmed.signature().reasons();
            case Entry.OralDecisionLapsed lapsed -> (lapsed.denied() ? "denied by the officer: " : "")
                    + lapsed.reason();
            case Entry.Decided decided -> verdict(decided.verdict())
                    + (decided.clauses().isEmpty() ? "" : ", resting on " + Words.join(decided.clauses()));
            case Entry.ClearanceIssued issued -> issued.clearance().number();
            case Entry.BlockGranted granted -> granted.flights() + " flights, each announced";
            case Entry.BlockClosed closed -> closed.reason();
            case Entry.FlightAnnounced announced -> announced.flight();
            case Entry.ClearedInBlock cleared -> "flight " + cleared.place() + " of block " + cleared.block();
            case Entry.OutsideBlock outside -> "announced in " + outside.block() + ": "
                    + String.join("; ", outside.reasons());
            case Entry.ClearanceReplaced replaced -> replaced.number();
            case Entry.ClearanceSuspended suspended -> suspended.reason();
            case Entry.ClearanceResumed resumed -> resumed.reason();
            case Entry.ClearanceRevoked revoked -> revoked.reason();
            case Entry.MissionWithdrawn withdrawn -> withdrawn.reason();
            case Entry.TakeoffChecked check -> Words.light(check.light())
                    + (check.remarks().isEmpty()
                            ? ""
                            : ": " + String.join("; ", check.remarks().stream().map(Remark::words).toList()));
            case Entry.GateChecked checked -> atTheGate(checked);
            case Entry.PaperUsedTwice twice -> twice.clearance() + " " + twice.first().inWords() + ", and "
                    + twice.second().inWords();
            case Entry.CommanderCalled called -> Words.plain(called.call().name())
                    + (called.reason().isEmpty() ? "" : ": " + called.reason());
            case Entry.TakenOff off -> off.aircraft().map(tails -> String.join(", ", tails) + " ").orElse("") + "at "
                    + off.takenOffAt() + (off.green() ? "" : ", without a green light");
            case Entry.Landed landed -> "at " + landed.landedAt() + ", " + landed.place()
                    + (landed.landing() == Entry.Landing.EMERGENCY ? ", an emergency: " + landed.words() : "")
                    + landed.onward().map(base -> "; it goes on from there").orElse("");
            case Entry.DeviationConfirmed confirmed -> confirmed.deviation().kind().words() + ": "
                    + confirmed.deviation().words();
            case Entry.DeviationClosed closed -> closed.deviation().kind().words();
            case Entry.SilenceBegan began -> began.silence().words() + "; whether it keeps to its clearance is unknown";
            case Entry.SilenceEnded ended -> "";
            case Entry.DeviationAcknowledged seen -> seen.note();
            case Entry.HarmAlleged alleged -> "number " + alleged.allegation().number() + ", says "
                    + alleged.allegation().source() + ": " + harm(alleged.allegation());
            case Entry.DeskAsked asked -> "question " + asked.number() + ": " + asked.question();
            case Entry.QuestionAnswered answered -> "question " + answered.question() + ": " + answered.answer();
            case Entry.HoldPlaced placed -> placed.reason();
            case Entry.HoldLifted lifted -> lifted.reason();
            case Entry.ErasureProposed proposed -> proposed.ground() + ": " + proposed.reason();
            case Entry.CaseErased erased -> erased.ground() + ": " + erased.reason();
            case Entry.AllegationAnswered answered -> "allegation " + answered.allegation() + ": "
                    + Words.plain(answered.finding().name()) + ", " + answered.words();
            case Entry.ClearanceAbroadEntered abroad -> abroad.number() + " of "
                    + new StateCode(abroad.state()).inWords();
        };
    }

    private static String orally(Entry.OralDecisionEntered entered) {
        Signature signature = entered.signature();
        Oral oral = signature.oral().orElseThrow();
        return verdict(signature.verdict()) + " of " + signature.name() + " for " + signature.authority()
                + ", given at "
                + oral.givenAt() + " by " + oral.means() + ", heard by " + oral.heardBy() + "; lapses at "
                + oral.lapsesAt() + " unless confirmed"
                + (entered.waitingFor().isEmpty() ? "" : "; still to sign: " + Words.join(entered.waitingFor()));
    }

    /** {@code 3 dead, injured unknown}. */
    static String harm(HarmAllegation allegation) {
        return allegation.dead().map(dead -> dead + " dead").orElse("dead unknown") + ", "
                + allegation.injured().map(injured -> injured + " injured").orElse("injured unknown");
    }

    private static String atTheGate(Entry.GateChecked checked) {
        GateCheck check = checked.check();
        return check.call() == GateCheck.Call.NONE
                ? said(checked, Words.light(check.light()))
                : said(checked, Words.plain(check.call().name()) + " on " + Words.plain(check.light().name()));
    }

    private static String said(Entry.GateChecked checked, String what) {
        GateCheck check = checked.check();
        return what + " at " + checked.base() + " at " + check.at() + (check.who().isEmpty() ? "" : ", " + check.who())
                + (check.words().isEmpty() ? "" : ": " + check.words())
                + (check.reasons().isEmpty() ? "" : " (" + Words.join(check.reasons()) + ")") + ", record "
                + check.number() + " of device " + Device.fingerprint(check.device());
    }

    private static String verdict(Verdict verdict) {
        return verdict == Verdict.APPROVE ? "approve" : "refuse";
    }
}
