package cn.duban.hotline.channel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param said what came of what was just done */
public record HeldPage(List<Line> lines, @Nullable String said) {

    /** @param source in an address @param key of the sender @param until when the last of them came @param whom enough of the sender to tell two apart */
    public record Line(String source, String key, String channel, String whom, int count, String from, String to, Instant until, String title, String text) {}
}
