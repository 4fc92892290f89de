package nullaosta.register.proof;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nullaosta.seal.Digest;

/**
 * The place of one tile or bundle of entries (C2SP tlog-tiles, "Merkle Tree" and "Log Entries").
 *
 * @param level of tiles, each 8 levels of the tree; −1 for a bundle of entries
 * @param index counts tiles from the left of their level
 * @param width hashes or entries in it: 256 when full
 */
public record TilePath(int level, long index, int width) {

    public static final int FULL = 256;

    private static final int ENTRIES = -1;
    private static final Pattern SHAPE = Pattern
            .compile(
                    "tile/(entries|0|[1-9]|[1-5][0-9]|6[0-3])/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public TilePath {
        if (level < ENTRIES || level > 63 || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("no tile has level " + level + ", index " + index + ", width " + width);
        }
    }

    public static TilePath entries(long index, int width) {
        return new TilePath(ENTRIES, index, width);
    }

    /** Reads a path in its one spelling; empty for every other text. */
    public static Optional<TilePath> parse(String path) {
        Matcher matcher = SHAPE.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int level = matcher.group(1).equals("entries") ? ENTRIES : Integer.parseInt(matcher.group(1));
        long index = Long.parseLong(matcher.group(2).replaceAll("[x/]", ""));
        int width = matcher.group(3) == null ? FULL : Integer.parseInt(matcher.group(3));
        if (width > FULL || matcher.group(3) != null && width == FULL) {
            return Optional.empty();
        }
        TilePath read = new TilePath(level, index, width);
        return read.toString().equals(path) ? Optional.of(read) : Optional.empty();
    }

    public boolean isEntries() {
        return level == ENTRIES;
    }

    /** How many hashes a level of tiles has in a tree of a size. */
    public static long hashesAt(int level, long size) {
        return level > 7 ? 0 : size >>> 8 * level;
    }

    /** Whether a tree of the size has all that this tile holds. */
    public boolean within(long size) {
        return index * FULL + width <= hashesAt(Math.max(level, 0), size);
    }

    /** The same place once it is full. */
    TilePath whole() {
        return new TilePath(level, index, FULL);
    }

    /** What this path would hold of the full one's bytes; all of them where they are too few. */
    byte[] beginningOf(byte[] full) {
        int end = width * Digest.LENGTH;
        if (isEntries()) {
            end = 0;
            for (int i = 0; i < width && end + 2 <= full.length; i++) {
                end += 2 + ((full[end] & 0xff) << 8 | full[end + 1] & 0xff);
            }
        }
        return Arrays.copyOf(full, Math.min(end, full.length));
    }

    @Override
    public String toString() {
        StringBuilder parts = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            parts.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return "tile/" + (isEntries() ? "entries" : level) + "/" + parts + (width == FULL ? "" : ".p/" + width);
    }
}
