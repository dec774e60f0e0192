package cn.duban.ledger.desk;

import cn.duban.ledger.TypeMoves.Progress;
import cn.duban.ledger.TypeMoves.State;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;

/** How far a move is; it may be left and found again. */
public record MovingPage(String name, String label, String from, String to, Progress progress, List<Stay> stays) implements Titled {

    public record Stay(String number, String state, String why) {}

    @Override
    public String title() {
        return Words.say("ledger.types.move.title", label);
    }

    public boolean running() {
        return progress.state() == State.RUNNING;
    }

    public String path() {
        return "/types/" + name + "/moves/" + progress.no();
    }
}
