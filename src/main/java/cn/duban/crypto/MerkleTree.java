package cn.duban.crypto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * One hash for many, and a short proof for each: the tree of RFC 6962 with SM3. A leaf is hashed behind a byte 0, a node
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

    /**
     * What shows that a leaf stands at its place under a root.
     *
     * @param index place of the leaf, from 0
     * @param size leaves of the whole tree
     * @param path the neighbours met on the way up, the nearest first
     */
    public record Proof(int index, int size, List<byte[]> path) {

        public Proof {
            path = List.copyOf(path);
        }

        /** Whether this leaf leads to this root along the path. */
        public boolean leads(byte[] leaf, byte[] root) {
            if (index < 0 || index >= size) return false;
            var hash = leaf(leaf);
            int place = index;
            int used = 0;
            for (int width = size; width > 1; width = (width + 1) / 2, place /= 2) {
                if (alone(place, width)) continue;
                if (used == path.size()) return false;
                var neighbour = path.get(used++);
                hash = place % 2 == 0 ? node(hash, neighbour) : node(neighbour, hash);
            }
            return used == path.size() && Arrays.equals(hash, root);
        }
    }

    /** @throws IndexOutOfBoundsException if there is no such leaf */
    public Proof proof(int index) {
        var path = new ArrayList<byte[]>();
        int place = Objects.checkIndex(index, size());
        for (var level : levels) {
            if (level.size() > 1 && !alone(place, level.size())) path.add(level.get(place ^ 1));
            place /= 2;
        }
        return new Proof(index, size(), path);
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
