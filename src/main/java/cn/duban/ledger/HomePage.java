package cn.duban.ledger;

import cn.duban.web.Navigation.Task;
import java.util.List;

/**
 * What somebody owes, by when; for supervisors and leaders also where things hang.
 *
 * @param tasks what other rooms wait for
 * @param elsewhere what lies with a colleague's desk inside the unit
 * @param others the nearest matters on which somebody else must move
 */
public record HomePage(String name, List<Group> groups, List<Task> tasks, List<OwedRow> elsewhere, List<MatterRow> others, List<Hanging> hanging, boolean oversees, boolean registers) {

    /** @param word {@code late}, {@code soon}, {@code later} */
    public record Group(String word, List<OwedRow> rows) {}

    public boolean nothing() {
        return tasks.isEmpty() && groups.stream().allMatch(group -> group.rows().isEmpty());
    }

    public int owed() {
        return tasks.size() + groups.stream().mapToInt(group -> group.rows().size()).sum();
    }
}
