package cn.duban.ledger;

import static cn.duban.ledger.Said.in;

import cn.duban.web.Navigation.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody owes, by when; for supervisors and leaders also where things hang.
 *
 * @param tasks what other rooms wait for
 * @param elsewhere what lies with a colleague's desk inside the unit, or waits for somebody who did not work on it
 * @param others the nearest matters on which somebody else must move
 * @param more where all of it stands, where there is more than this page holds
 */
public record HomePage(String name, List<Group> groups, List<Task> tasks, List<OwedRow> elsewhere, List<MatterRow> others, List<Hanging> hanging, boolean oversees, boolean registers, @Nullable String more) {

    /** @param word {@code late}, {@code soon}, {@code later} */
    public record Group(String word, List<OwedRow> rows) {

        /** The rows by the act that comes next, in the order of the first of each; only what is far off is folded, and only where there is much of it. */
        public List<Bundle> bundles() {
            var bundles = new LinkedHashMap<String, List<OwedRow>>();
            rows.forEach(row -> bundles.computeIfAbsent(in(row.actionLabel()), act -> new ArrayList<>()).add(row));
            return bundles.entrySet().stream().map(bundle -> new Bundle(bundle.getKey(), bundle.getValue(), word.equals("later") && bundle.getValue().size() > MANY)).toList();
        }
    }

    /** Much of the same: 研判 59 件. */
    public record Bundle(String act, List<OwedRow> rows, boolean folded) {}

    private static final int MANY = 6;

    public boolean nothing() {
        return more == null && tasks.isEmpty() && groups.stream().allMatch(group -> group.rows().isEmpty());
    }

    public int owed() {
        return tasks.size() + groups.stream().mapToInt(group -> group.rows().size()).sum();
    }
}
