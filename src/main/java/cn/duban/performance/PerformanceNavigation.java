package cn.duban.performance;

import static cn.duban.web.Words.say;

import cn.duban.units.Directories;
import cn.duban.web.Navigation;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What somebody has to score, to decide, or to say of a scheme. */
@Component
class PerformanceNavigation implements Navigation {

    private static final Set<Duty> SCORING = Set.of(Duty.HANDLE, Duty.REVIEW, Duty.SIGN, Duty.SUPERVISE);

    private final Rounds rounds;
    private final Scores scores;
    private final Appeals appeals;
    private final Directories directories;

    PerformanceNavigation(Rounds rounds, Scores scores, Appeals appeals, Directories directories) {
        this.rounds = rounds;
        this.scores = scores;
        this.appeals = appeals;
        this.directories = directories;
    }

    @Override
    public List<Entry> entries() {
        return List.of(new Entry("performance.home.title", "/performance", "chart-histogram", 340, Set.of()));
    }

    @Override
    public Map<String, Integer> badges(Viewer viewer) {
        return SCORING.stream().anyMatch(viewer::has) ? Map.of("/performance", owing(viewer).stream().mapToInt(Scores.Owing::count).sum()) : Map.of();
    }

    @Override
    public List<Task> tasks(Viewer viewer) {
        var tasks = new ArrayList<Task>();
        var today = directories.of(viewer.tenant()).today();
        if (SCORING.stream().anyMatch(viewer::has)) owing(viewer).forEach(owed -> tasks.add(new Task(rounds.find(owed.round(), viewer).title(), "/performance/rounds/" + owed.round() + "/sheet", say(owed.until().isBefore(today) ? "performance.todo.late" : "performance.todo.owed", owed.count(), owed.until()), say("performance.todo.score"))));
        if (viewer.has(Duty.SIGN) || viewer.has(Duty.SUPERVISE)) {
            var directory = directories.of(viewer.tenant());
            for (var waiting : appeals.waiting(viewer)) {
                var round = rounds.find(waiting.round(), viewer);
                if (scores.find(round, waiting.appeal().unit(), waiting.appeal().indicator()).filter(new Rights(round, viewer, directory)::decides).isPresent())
                    tasks.add(new Task(say("performance.todo.appeal", directory.unitName(waiting.appeal().unit()), round.title()), round.href() + "/units/" + waiting.appeal().unit() + "#appeal-" + waiting.appeal().no(), say("performance.todo.due", waiting.appeal().dueOn()), say("performance.decide")));
            }
        }
        return tasks;
    }

    private List<Scores.Owing> owing(Viewer viewer) {
        return scores.owing(viewer.tenant(), Rounds.assessing(viewer, directories.of(viewer.tenant())));
    }
}
