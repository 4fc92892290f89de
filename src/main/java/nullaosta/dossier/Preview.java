package nullaosta.dossier;

import java.util.List;
import java.util.Optional;
import nullaosta.dossier.entry.Entry;

/** What would come of a filing or an amendment; nothing was filed. */
public sealed interface Preview {

    /**
     * It would be taken, and assessed so.
     *
     * @param inBlock what the block would do that it is announced in, if it is announced in one
     * @param amendment what it would restart; empty for a filing
     */
    record Assessed(Entry.Assessed assessed, Optional<InBlock> inBlock, Optional<Entry.AmendmentClass> amendment)
            implements
                Preview {}

    /** It would not be taken. */
    record Refused(Refusal refusal) implements Preview {}

    /**
     * @param clears  whether the block's decision would clear it at once
     * @param misfits why not; empty where it would
     */
    record InBlock(String block, boolean clears, List<String> misfits) {
        public InBlock {
            misfits = List.copyOf(misfits);
        }
    }
}
