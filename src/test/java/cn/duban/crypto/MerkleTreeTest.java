package cn.duban.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    private static List<byte[]> leaves(int count) {
        return IntStream.range(0, count).mapToObj(i -> ("head " + i).getBytes(UTF_8)).toList();
    }

    @Test
    void provesEveryLeafOfEverySmallTreeAndNoOther() {
        for (int size = 1; size <= 40; size++) {
            var leaves = leaves(size);
            var tree = MerkleTree.of(leaves);
            for (int i = 0; i < size; i++) {
                var proof = tree.proof(i);
                assertThat(proof.leads(leaves.get(i), tree.root())).isTrue();
                assertThat(proof.leads("forged".getBytes(UTF_8), tree.root())).isFalse();
                if (size > 1) assertThat(tree.proof((i + 1) % size).leads(leaves.get(i), tree.root())).isFalse();
            }
        }
    }

    @Test
    void hasTheRootThatTheDefinitionGives() {
        var l = leaves(3);
        byte[] zero = {0}, one = {1};
        var left = Sm3.digest(one, Sm3.digest(zero, l.get(0)), Sm3.digest(zero, l.get(1)));
        assertThat(MerkleTree.of(l).root()).isEqualTo(Sm3.digest(one, left, Sm3.digest(zero, l.get(2))));
        assertThat(MerkleTree.of(List.of()).root()).isEqualTo(Sm3.digest());
    }

    @Test
    void noticesAnotherOrderAndAMissingLeaf() {
        var turned = new ArrayList<>(leaves(5)).reversed();
        assertThat(MerkleTree.of(turned).root()).isNotEqualTo(MerkleTree.of(leaves(5)).root());
        assertThat(MerkleTree.of(leaves(4)).root()).isNotEqualTo(MerkleTree.of(leaves(5)).root());
    }

    @Test
    void refusesProofsThatAreCutOrPadded() {
        var leaves = leaves(7);
        var tree = MerkleTree.of(leaves);
        var path = tree.proof(2).path();
        var padded = new ArrayList<>(path);
        padded.add(Sm3.digest());
        assertThat(new MerkleTree.Proof(2, 7, path.subList(0, 2)).leads(leaves.get(2), tree.root())).isFalse();
        assertThat(new MerkleTree.Proof(2, 7, padded).leads(leaves.get(2), tree.root())).isFalse();
        assertThat(new MerkleTree.Proof(-1, 7, path).leads(leaves.get(2), tree.root())).isFalse();
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> tree.proof(7));
    }
}
