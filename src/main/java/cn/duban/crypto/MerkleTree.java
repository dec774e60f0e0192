package cn.duban.crypto;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One hash for many: the tree of RFC 6962 with SM3. A leaf is hashed behind a byte 0, a node
 * behind a byte 1, so that no node can be passed off as a leaf; a node without a neighbour rises unchanged. The order of
 * the leaves counts. The root of no leaves is the digest of nothing.
 */
public final class MerkleTree {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final List<List<byte[]>> levels = new ArrayList<>();

    private MerkleTree(List<byte[]> hashes) {
        levels.add(hashes);
        while (levels.getLast().size() > 1) levels.add(above(levels.getLast()));
    }

    public static MerkleTree of(List<byte[]> leaves) {
        return new MerkleTree(leaves.stream().map(MerkleTree::leaf).toList());
    }

    public int size() {
        return levels.getFirst().size();
    }

    public byte[] root() {
        return size() == 0 ? Sm3.digest() : levels.getLast().getFirst().clone();
    }

    private static boolean alone(int place, int width) {
        return place == width - 1 && width % 2 == 1;
    }

    private static List<byte[]> above(List<byte[]> level) {
        return IntStream.range(0, (level.size() + 1) / 2)
                .mapToObj(i -> alone(2 * i, level.size()) ? level.get(2 * i) : node(level.get(2 * i), level.get(2 * i + 1)))
                .toList();
    }

    private static byte[] leaf(byte[] leaf) {
        return Sm3.digest(LEAF, leaf);
    }

    private static byte[] node(byte[] left, byte[] right) {
        return Sm3.digest(NODE, left, right);
    }
}
