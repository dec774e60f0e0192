package cn.duban.notices;

import cn.duban.web.Complaints;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param to where the test went, as it was typed
 * @param tested what came of a test just made
 */
public record GatewayPage(GatewayForm form, List<UnitChoice> units, String to, @Nullable Outcome tested, Complaints complaints) implements Titled {

    public record UnitChoice(int unit, String name) {}

    @Override
    public String title() {
        return Words.say("notices.gateway.kind." + form.kind());
    }

    public boolean arrived() {
        return tested instanceof Outcome.Sent;
    }
}
