package nullaosta.register;

import java.util.List;
import nullaosta.register.proof.Edge;
import nullaosta.seal.Digest;

/**
 * What a batch of entries adds to the tree.
 *
 * @param leaves one hash for each entry, in their order
 * @param nodes hashes above the leaves that became complete
 * @param head the tree once they are in it
 */
public record Growth(List<Digest> leaves, List<Edge.Node> nodes, TreeHead head) {

    public Growth {
        leaves = List.copyOf(leaves);
        nodes = List.copyOf(nodes);
    }
}
