package cn.duban.hotline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.hotline.Ticket;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.type.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What callers read, and where it leads them. */
class AnswerTextTest {

    private static final Ticket TICKET = new Ticket(new MatterId(1, new UUID(0, 1)), "202611-3", "路灯\r\nBcc: x", "路灯不亮", "replied", Phase.OPEN, Secrecy.INTERNAL, null, Map.of(), Instant.EPOCH, null, null, 9, List.of(
            done(5, "draft", "先写的"), done(6, "revise", null), done(7, "draft", "路灯已换新。" + "请放心。".repeat(30)), done(8, "reply", null)));

    private static Ticket.Done done(int no, String act, @Nullable String note) {
        return new Ticket.Done(no, act, Instant.EPOCH, "市住建局", "", note, null);
    }

    @Test
    void tellsTheDraftThatWasApprovedAndWhereToRateIt() {
        var reply = new AnswerText(TICKET, TICKET, 8, null, "https://hotline.example", "/public/hotline/ratings/abc", "");
        assertThat(reply.whole()).contains("市住建局", "202611-3", "路灯已换新。", "https://hotline.example/public/hotline/ratings/abc", "https://hotline.example/public/hotline/follow").doesNotContain("先写的");
        assertThat(reply.brief()).contains("路灯已换新。", "…", "https://hotline.example/public/hotline/ratings/abc").hasSizeLessThan(250);
        assertThat(reply.subject()).as("no line of its own in a head").doesNotContain("\n").contains("202611-3");
    }

    @Test
    void tellsNobodyOutsideWhatTheDeskNotedOfItsCalls() {
        var unrated = new Ticket(TICKET.id(), TICKET.number(), TICKET.title(), TICKET.body(), "closed", Phase.SETTLED, Secrecy.INTERNAL, null, Map.of(), Instant.EPOCH, null, null, 9, List.of(done(9, "close-unrated", "三次拨打无人接听")));
        var closed = new AnswerText(unrated, unrated, 9, null, "", "", "");
        assertThat(closed.told()).isEmpty();
        assertThat(closed.whole()).contains("已按未评价办结").doesNotContain("三次拨打");
    }

    @Test
    void tellsNumberAndCodeOnceAndNoLinkWhereThereIsNoAddress() {
        var taken = new AnswerText(TICKET, TICKET, 0, "ABCD2345", "", "/public/hotline/ratings/abc", "");
        assertThat(taken.whole()).contains("工单号 202611-3，查询码 ABCD2345").doesNotContain("/public/");
        assertThat(taken.brief()).contains("工单号202611-3，查询码ABCD2345");
    }
}
