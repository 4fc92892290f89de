package nullaosta.assessment;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import nullaosta.agreement.vocabulary.FactSheet;
import org.jspecify.annotations.Nullable;

/** Every fact of a sheet by name, in the vocabulary's order, made when first read. Immutable; at worst made twice. */
final class SheetSeen extends AbstractMap<String, FactSeen> {

    private final FactSheet sheet;
    private volatile @Nullable Map<String, FactSeen> made;

    SheetSeen(FactSheet sheet) {
        this.sheet = sheet;
    }

    private Map<String, FactSeen> made() {
        Map<String, FactSeen> known = made;
        if (known == null) {
            Map<String, FactSeen> all = new LinkedHashMap<>();
            sheet.vocabulary().slots().forEach(name -> all.put(name, FactSeen.of(name, sheet.fact(name))));
            known = Collections.unmodifiableMap(all);
            made = known;
        }
        return known;
    }

    @Override
    public @Nullable FactSeen get(@Nullable Object name) {
        return made().get(name);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return made().containsKey(name);
    }

    @Override
    public Set<Entry<String, FactSeen>> entrySet() {
        return made().entrySet();
    }
}
