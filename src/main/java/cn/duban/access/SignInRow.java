package cn.duban.access;

import java.time.Instant;

/** One try to sign in, as its owner sees it. */
public record SignInRow(Instant at, String outcome, String address) {

    public boolean good() {
        return outcome.equals("OK");
    }
}
