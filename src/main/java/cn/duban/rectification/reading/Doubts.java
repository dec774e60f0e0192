package cn.duban.rectification.reading;

import java.util.List;

final class Doubts {
    private Doubts() {}

    static void check(List<Passage> body, List<Reading.Finding> findings, Masthead masthead, List<Reading.Claim> claims, List<Remark> remarks) {}
}
