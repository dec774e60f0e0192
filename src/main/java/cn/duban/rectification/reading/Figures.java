package cn.duban.rectification.reading;

import java.util.List;

final class Figures {
    private Figures() {}

    static void check(List<Passage> body, List<Reading.Claim> claims, List<Remark> remarks) {}
}
