package nullaosta.register.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nullaosta.seal.Digest;
import nullaosta.seal.SealFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProofTest {

    /** The tree that Certificate Transparency's own tests use: eight entries and the root after each. */
    @Test
    void rootsAreThoseOfCertificateTransparency() {
        List<String> entries = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
                "606162636465666768696a6b6c6d6e6f");
        List<String> roots = List.of("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        Edge edge = Edge.empty();
        assertThat(edge.root()).isEqualTo(Digest.of());
        for (int i = 0; i < entries.size(); i++) {
            edge.append(Merkle.leaf(HexFormat.of().parseHex(entries.get(i))));
            assertThat(edge.root().hex()).isEqualTo(roots.get(i));
        }
    }

    /** Property: for every size to 70 and some beyond a tile, each leaf and each earlier size has its proof. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 31, 33, 63, 64, 65, 70, 255, 256, 257, 511, 513, 770})
    void everyProofHoldsAndNoneHoldsForAnother(int size) {
        List<Digest> leaves = leaves(size + 1);
        TileTree tree = new TileTree(size, tiles(leaves));
        Digest root = Merkle.root(leaves.subList(0, size));
        assertThat(tree.root()).isEqualTo(root);
        int step = size > 100 ? 37 : 1;
        for (int i = 0; i < size; i += step) {
            InclusionProof proof = tree.inclusion(i);
            assertThat(proof.root(leaves.get(i))).contains(root);
            assertThat(proof.root(leaves.get(size))).isNotEqualTo(Optional.of(root));
            assertThat(new InclusionProof(i + 1, size, proof.path()).root(leaves.get(i)))
                    .isNotEqualTo(Optional.of(root));
            List<Digest> longer = new ArrayList<>(proof.path());
            longer.add(root);
            assertThat(new InclusionProof(i, size, longer).root(leaves.get(i))).isEmpty();
            if (size > 1) {
                assertThat(new InclusionProof(i, size, proof.path().subList(1, proof.path().size()))
                        .root(leaves.get(i))).isNotEqualTo(Optional.of(root));
            }
        }
        for (int from = 0; from <= size; from += step) {
            ConsistencyProof proof = tree.consistency(from);
            Digest older = Merkle.root(leaves.subList(0, from));
            assertThat(proof.links(older, root)).isTrue();
            assertThat(proof.links(leaves.get(size), root)).isFalse();
            assertThat(from > 0 && proof.links(older, leaves.get(size))).isFalse();
        }
    }

    /** An edge read from tiles goes on like the edge that made them. */
    @Test
    void anEdgeIsReadBackFromTiles() {
        List<Digest> leaves = leaves(70_000);
        Edge growing = Edge.empty();
        List<List<Digest>> levels = List.of(leaves, new ArrayList<>(), new ArrayList<>());
        Random random = new Random(9);
        for (Digest leaf : leaves) {
            growing.append(leaf).forEach(node -> {
                assertThat(node.index()).isEqualTo(levels.get(node.level()).size());
                levels.get(node.level()).add(node.hash());
            });
            if (random.nextInt(4000) == 0 || growing.size() == 65_536) {
                Edge read = Edge.of(growing.size(), (level, index, width) -> levels.get(level)
                        .subList((int) index * 256, (int) index * 256 + width));
                assertThat(read.root()).isEqualTo(growing.root());
            }
        }
        assertThat(growing.root()).isEqualTo(Merkle.root(leaves));
    }

    /** The examples of the tlog-tiles document, and where our own paths would be ambiguous. */
    @ParameterizedTest
    @CsvSource({"0,1234067,256,tile/0/x001/x234/067", "0,0,256,tile/0/000", "3,999,17,tile/3/999.p/17",
            "1,1000,1,tile/1/x001/000.p/1", "-1,1,255,tile/entries/001.p/255", "63,5,256,tile/63/005"})
    void pathsOfTiles(int level, long index, int width, String path) {
        assertThat(new TilePath(level, index, width)).hasToString(path);
        assertThat(TilePath.parse(path)).contains(new TilePath(level, index, width));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/0/0", "tile/00/000", "tile/64/000", "tile/0/x000/001", "tile/0/000.p/0",
            "tile/0/000.p/256", "tile/0/000.p/257", "tile/0/000.p/01", "tile/0/../000", "/tile/0/000", "tile/0/000/",
            "tile/entries/1000", "tile/0/001/067", "checkpoint", ""})
    void otherTextsAreNoPaths(String path) {
        assertThat(TilePath.parse(path)).isEmpty();
    }

    @Test
    void aTileIsPublishedOnceTheTreeHasAllOfIt() {
        assertThat(new TilePath(0, 1, 44).within(300)).isTrue();
        assertThat(new TilePath(0, 1, 45).within(300)).isFalse();
        assertThat(new TilePath(1, 0, 1).within(300)).isTrue();
        assertThat(new TilePath(1, 0, 2).within(511)).isFalse();
        assertThat(new TilePath(8, 0, 1).within(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void bundles() throws Exception {
        List<byte[]> entries = List.of(new byte[0], new byte[]{1}, new byte[65_535]);
        assertThat(EntryBundle.decode(EntryBundle.encode(entries))).usingRecursiveComparison().isEqualTo(entries);
        assertThatThrownBy(() -> EntryBundle.encode(List.of(new byte[65_536])))
                .hasMessage("an entry has at most 65535 bytes, found 65536");
        assertThatThrownBy(() -> EntryBundle.decode(new byte[]{0})).isInstanceOf(SealFault.class)
                .hasMessage("byte 0: a bundle ends within a length");
    }

    @Test
    void aFolderIsASource(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("tile/0"));
        Files.write(folder.resolve("tile/0/000"), new byte[]{1, 2});
        LogSource source = LogSource.directory(folder);
        assertThat(source.read("tile/0/000")).hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(1, 2));
        assertThat(source.read("tile/0/001")).isEmpty();
        assertThatThrownBy(() -> LogSource.directory(folder.resolve("no")).read("checkpoint"))
                .isInstanceOf(IOException.class).hasMessage("no folder `" + folder.resolve("no") + "`");
    }

    @Test
    void anAddressIsASource() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/register/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            int status = path.endsWith("checkpoint") ? 200 : path.endsWith("broken") ? 500 : 404;
            exchange.sendResponseHeaders(status, 2);
            exchange.getResponseBody().write(new byte[]{'o', 'k'});
            exchange.close();
        });
        server.start();
        String address = "http://localhost:" + server.getAddress().getPort() + "/register";
        try {
            LogSource source = LogSource.address(URI.create(address));
            assertThat(source.read("checkpoint")).hasValueSatisfying(bytes -> assertThat(bytes).hasSize(2));
            assertThat(source.read("tile/0/000")).isEmpty();
            assertThatThrownBy(() -> source.read("broken")).isInstanceOf(IOException.class)
                    .hasMessage("`" + address + "/broken` answered with status 500");
        } finally {
            server.stop(0);
        }
        assertThatThrownBy(() -> LogSource.address(URI.create(address)).read("checkpoint"))
                .isInstanceOf(IOException.class).hasMessage("`" + address + "/checkpoint` does not answer");
    }

    private static List<Digest> leaves(int count) {
        List<Digest> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(Merkle.leaf(new byte[]{(byte) i, (byte) (i >> 8), (byte) (i >> 16)}));
        }
        return leaves;
    }

    private static TileReader tiles(List<Digest> leaves) {
        return (level, index, width) -> {
            List<Digest> hashes = new ArrayList<>();
            int span = 1 << 8 * level;
            for (int i = 0; i < width; i++) {
                int from = ((int) index * 256 + i) * span;
                hashes.add(Merkle.root(leaves.subList(from, from + span)));
            }
            return hashes;
        };
    }
}
