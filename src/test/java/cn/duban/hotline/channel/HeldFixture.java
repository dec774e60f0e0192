package cn.duban.hotline.channel;

import cn.duban.hotline.channel.Arrivals.Message;
import cn.duban.ledger.Town;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A message that could not be entered as it came. */
@Component
public class HeldFixture {

    private final Incoming incoming;
    private final Held held;

    HeldFixture(Incoming incoming, Held held) {
        this.incoming = incoming;
        this.held = held;
    }

    /** The page on which the desk reads it. */
    public String page(Town town) {
        int tenant = town.city.tenant();
        incoming.take(Message.of(tenant, "platform/1", "K2026-1", null), Map.of("channel", "platform", "title", "路灯不亮", "body", "云栖路路灯三天不亮，请打13811112222。", "name", "路".repeat(60), "phone", "13811112222"), null);
        var waiting = held.waiting(tenant).getFirst();
        return "/hotline/held/one?source=" + waiting.source() + "&key=" + waiting.key();
    }
}
