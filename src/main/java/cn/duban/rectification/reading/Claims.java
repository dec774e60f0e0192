package cn.duban.rectification.reading;

import java.util.List;

final class Claims {
    private Claims() {}

    static void check(List<Passage> outside, List<Reading.Finding> findings, List<Reading.Aspect> aspects, List<Integer> levels, List<Reading.Claim> claims, List<Remark> remarks) {}
}
