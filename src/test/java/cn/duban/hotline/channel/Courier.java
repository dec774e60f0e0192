package cn.duban.hotline.channel;

import org.springframework.stereotype.Component;

/** Lets the answers of one government leave, for tests that look at what arrived. */
@Component("hotlineCourier")
public class Courier {

    private final AnswerPosting posting;

    Courier(AnswerPosting posting) {
        this.posting = posting;
    }

    public void send(int tenant) {
        posting.send(tenant);
    }
}
