package cn.duban.hotline.channel;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param said what came of what was just done */
public record AnswerPage(List<Line> lines, @Nullable String said) {

    public record Line(UUID id, String href, String channel, boolean failed, int attempts, String answer, String at) {}
}
