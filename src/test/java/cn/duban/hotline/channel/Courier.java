package cn.duban.hotline.channel;

import org.springframework.stereotype.Component;

/** Lets the answers of one government leave, for tests that look at what arrived. */
@Component("hotlineCourier")
public class Courier {

    private final AnswerPosting posting;
    private final Retention retention;

    Courier(AnswerPosting posting, Retention retention) {
        this.posting = posting;
        this.retention = retention;
    }

    /** What was kept long enough goes. */
    public void sweep(int tenant) {
        retention.sweep(tenant);
    }

    public void send(int tenant) {
        posting.send(tenant);
    }
}
