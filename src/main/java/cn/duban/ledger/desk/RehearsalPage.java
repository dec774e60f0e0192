package cn.duban.ledger.desk;

import cn.duban.ledger.ClockExplained;
import cn.duban.ledger.Lamp;
import cn.duban.ledger.Rehearsal.Choice;
import cn.duban.ledger.Rehearsal.Played;
import cn.duban.ledger.Rehearsal.Player;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A matter on paper, at one moment of its rehearsal.
 *
 * @param opened the day on which it was opened, and {@code moves} what was played since, as the address carries them
 * @param day and {@code time}: the moment of the next move
 * @param lamp null where nothing is due
 * @param wrong why the last thing that was asked could not be played at all
 */
public record RehearsalPage(String name, String label, String version, String called, String opened, List<String> moves, String day, String time, String due, String player, List<String> without,
        String state, String now, @Nullable Lamp lamp, List<String> owed, List<Running> clocks, List<Player> players, List<Choice> choices, List<Step> steps, List<Omission> omissions, StateDiagram diagram, @Nullable String wrong) implements Titled {

    /** @param unit whose assignment it is about; null for the matter's own @param breach what its running out entails, in words @param until the address at which it has just run out; null where it already has */
    public record Running(ClockExplained clock, @Nullable String unit, String breach, @Nullable String until) {}

    /** @param back the address at which this step and all after it are undone */
    public record Step(Played played, String at, String back) {}

    /** Something that may be left out on purpose. */
    public record Omission(String name, String label, boolean chosen) {}

    @Override
    public String title() {
        return Words.say("ledger.types.rehearsal.title", label);
    }

    public List<Choice> allowed() {
        return choices.stream().filter(choice -> choice.refusal() == null).toList();
    }

    public List<Choice> refused() {
        return choices.stream().filter(choice -> choice.refusal() != null).toList();
    }

    public boolean dues() {
        return omissions.stream().anyMatch(omission -> omission.name().equals("due"));
    }
}
