package cn.duban.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    private static List<byte[]> leaves(int count) {
        return IntStream.range(0, count).mapToObj(i -> ("head " + i).getBytes(UTF_8)).toList();
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
}
