package cn.duban.ledger;

import cn.duban.evidence.FileRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a matter's timeline in the reader's language.
 *
 * @param who the person; empty when the system recounted a clock
 * @param post the post with its unit, in the names of that day
 * @param behalf for whom it was entered
 * @param move from state to state, where it moved
 * @param said note, reason, verdict …
 * @param changes what else it changed, in words
 */
public record TimelineLine(int no, String act, String label, Instant at, String who, String post, @Nullable String behalf, @Nullable String move,
        List<Said> said, List<String> changes, List<FileRow> files) {

    public record Said(String label, String text) {}
}
