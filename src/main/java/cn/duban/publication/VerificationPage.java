package cn.duban.publication;

import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.time.Instant;

/** @param at when it was checked */
public record VerificationPage(Frozen frozen, Content content, Proving.Outcome outcome, Instant at) implements Titled {
    @Override
    public String title() {
        return Words.say("publication.verification.of", frozen.number());
    }
}
