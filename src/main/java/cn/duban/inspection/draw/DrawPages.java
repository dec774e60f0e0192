package cn.duban.inspection.draw;

import cn.duban.inspection.draw.Pool.Candidate;
import cn.duban.web.Complaints;
import cn.duban.web.Tick;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages of draws. */
public final class DrawPages {

    private DrawPages() {}

    /** @param fields of experts from outside @param barred lines of a name and a reason @param again why it is drawn once more; null for a first draw */
    public record FormPage(String inspection, String href, List<Tick> units, List<Tick> fields, String wanted, String recent, String barred, @Nullable String again, Complaints complaints) implements Titled {
        @Override
        public String title() {
            return Words.say("inspection.draw-form.title");
        }
    }

    public record ExpertForm(String name, String unit, String field) {}

    public record ExpertsPage(List<Expert> experts, ExpertForm form, Complaints complaints, @Nullable String said) {}

    /** @param words what the witness spoke */
    public record Witness(String name, String post, String words) {}

    public record Person(int no, int person, String name, String unit, String post, @Nullable String declined, boolean goes) {}

    public record Line(String name, String unit, String post, String reason) {

        static Line of(Candidate one) {
            return new Line(one.name(), one.unit(), one.post(), one.reason());
        }
    }

    /** @param holds whether the house, drawing again, came to the same */
    public record OnePage(Draw draw, String inspection, String inspectionHref, List<Line> candidates, List<Line> excluded, String again, List<Witness> witnesses, List<Person> people, boolean acts, boolean holds, Complaints complaints, @Nullable String said, @Nullable String refused) implements Titled {
        @Override
        public String title() {
            return Words.say("inspection.draw.title", inspection);
        }

        public int count() {
            return Pool.read(draw.pool()).candidates().size();
        }

        public boolean opened() {
            return draw.state() == Draw.State.OPENED;
        }
    }
}
