package cn.duban.access;

import java.time.Instant;

/** One try to sign in, as its owner sees it. */
public record SignInRow(Instant at, String outcome, String address) {

    /** From the machine on which the house itself runs. */
    public boolean here() {
        return address.equals("127.0.0.1") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
    }

    public boolean good() {
        return outcome.equals("OK");
    }
}
