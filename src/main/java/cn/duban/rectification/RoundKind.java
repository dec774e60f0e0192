package cn.duban.rectification;

import cn.duban.rectification.reading.Reading;
import cn.duban.web.Words;
import java.util.Arrays;
import java.util.List;

/** What a document becomes: findings of an inspection to be rectified, or tasks of a plan to be done. The steps are the same, the words are each one's own. */
public enum RoundKind {
    RECTIFICATION("rectification", "rectification-round", "rectification-finding", "rectification-measure"),
    TASKS("task", "task-plan", "task", "task-measure");

    /** The ledger on which its matters stand. */
    final String ledger;

    final String round;
    final String finding;
    final String measure;

    RoundKind(String ledger, String round, String finding, String measure) {
        this.ledger = ledger;
        this.round = round;
        this.finding = finding;
        this.measure = measure;
    }

    static RoundKind read(String word) {
        return word.equals(Reading.Kind.WORK_PLAN.word) ? TASKS : RECTIFICATION;
    }

    /** The kind of a round by the type of its matter. */
    static RoundKind of(String round) {
        return Arrays.stream(values()).filter(kind -> kind.round.equals(round)).findFirst().orElseThrow();
    }

    static List<String> rounds() {
        return Arrays.stream(values()).map(kind -> kind.round).toList();
    }

    /** The text under a key of this room, in the words of tasks where it has any. */
    public String word(String key, Object... arguments) {
        var own = "rectification.task." + key;
        return Words.say(this == TASKS && Words.has(own) ? own : "rectification." + key, arguments);
    }
}
