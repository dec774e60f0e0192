package cn.duban.hotline.hook;

import cn.duban.hotline.channel.Hooks;
import cn.duban.hotline.channel.Hooks.Hook;
import cn.duban.web.Complaints;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** @param secret the one that was just made */
public record HookPage(List<Hook> hooks, String kind, String name, String url, @Nullable String secret, Complaints complaints) {

    private static final Map<String, String> END = Map.of("sms", "texts", "message", "messages", "phone", "calls", "platform", "tickets");

    public List<String> kinds() {
        return Hooks.KINDS;
    }

    /** Where it knocks. */
    public String href(Hook hook) {
        return "/api/hotline/hooks/" + hook.tenant() + "-" + hook.no() + "/" + END.get(hook.kind());
    }
}
