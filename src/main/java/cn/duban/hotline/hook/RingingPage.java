package cn.duban.hotline.hook;

import java.util.List;
import java.util.UUID;

/** @param connected whether an exchange tells of calls here at all */
public record RingingPage(boolean connected, List<Line> lines) {

    /** @param state {@code ringing}, {@code answered} or {@code missed} @param whom enough of the telephone to tell two callers apart */
    public record Line(UUID id, String whom, String state, String at) {}
}
