package nullaosta.assessment;

import java.util.AbstractList;
import nullaosta.agreement.vocabulary.FactSheet;
import nullaosta.assessment.logic.Look;

/**
 * Facts of a sheet by their slots, each made into words only when somebody reads it: of a million assessments few findings
 * are ever read. Immutable, since sheet and slots are.
 */
final class FactsSeen extends AbstractList<FactSeen> {

    private final FactSheet sheet;
    private final Look.Slots slots;

    FactsSeen(FactSheet sheet, Look.Slots slots) {
        this.sheet = sheet;
        this.slots = slots;
    }

    @Override
    public FactSeen get(int index) {
        int slot = slots.at(index);
        return FactSeen.of(sheet.vocabulary().slots().get(slot), sheet.at(slot));
    }

    @Override
    public int size() {
        return slots.size();
    }
}
