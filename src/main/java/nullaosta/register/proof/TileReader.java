package nullaosta.register.proof;

import java.util.List;
import nullaosta.seal.Digest;

/** Where hashes of a tree are read from, tile by tile. */
@FunctionalInterface
public interface TileReader {

    /** The first `width` hashes of a tile that is known to have them. */
    List<Digest> tile(int level, long index, int width);
}
