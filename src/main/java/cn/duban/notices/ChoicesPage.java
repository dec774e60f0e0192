package cn.duban.notices;

import cn.duban.web.Complaints;
import java.util.List;

/**
 * How I want to be told.
 *
 * @param mail what was typed; empty to keep what is there
 * @param phone likewise
 * @param ways what the administrator has set up
 * @param saved just now
 */
public record ChoicesPage(Manner manner, String mail, String phone, String quietFrom, String quietTo, List<Channel> ways, boolean saved, Complaints complaints) {

    public List<Kind> kinds() {
        return List.of(Kind.values());
    }

    public List<Channel> channels() {
        return Channel.CHOSEN;
    }

    public boolean open(Channel channel) {
        return ways.contains(channel);
    }
}
