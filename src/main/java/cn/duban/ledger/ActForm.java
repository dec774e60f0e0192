package cn.duban.ledger;

import cn.duban.evidence.FileRow;
import cn.duban.web.Complaints;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The form of one act: exactly what it needs, and what was typed already.
 *
 * @param version the version that the reader has before them
 * @param key sent along, so that a second click does nothing twice
 * @param files whether it takes files
 * @param kept files handed in with an earlier try
 * @param there files that serve the matter already and may be named again
 * @param behalves units for which it may be entered; empty where everybody acts for themselves
 * @param own whether the reader may also act for themselves
 * @param refused the sentence of a refusal that belongs to no single field
 * @param effect what the act will do, in words
 * @param since what others did meanwhile, after a conflict
 */
public record ActForm(String action, String label, @Nullable String unit, String href, int version, String key, List<Ask> asks, boolean files, boolean filesRequired, List<FileRow> kept, List<FileRow> there,
        List<Ask.Choice> behalves, boolean own, String behalfUnit, String behalfName, Complaints complaints, @Nullable String refused, List<TimelineLine> since, @Nullable String effect) {

    private static final Set<String> FINAL = Set.of("void", Erasing.ACT);

    /** Whether nothing brings back what it takes away. */
    public boolean danger() {
        return FINAL.contains(action);
    }

    /** Something to be filled in. {@code values} holds what was typed, or what stands now. */
    public record Ask(String name, String label, Kind kind, boolean required, @Nullable String hint, List<String> values, List<Group> groups) {

        /** {@code OUTSIDE}: units of other governments, by their names; the choices are suggestions. */
        public enum Kind { LINE, PARAGRAPH, NUMBER, DATE, ONE, MANY, YES_NO, OUTSIDE }

        public record Group(String label, List<Choice> choices) {}

        public record Choice(String value, String label) {}

        public String value() {
            return values.isEmpty() ? "" : values.getFirst();
        }

        /** What is chosen, in words. */
        public List<String> chosen() {
            return groups.stream().flatMap(group -> group.choices().stream()).filter(choice -> holds(choice.value())).map(Choice::label).toList();
        }

        /** All that can be chosen, what is chosen first. */
        public List<Choice> chosenFirst() {
            return groups.stream().flatMap(group -> group.choices().stream()).sorted(Comparator.comparing(choice -> !holds(choice.value()))).toList();
        }

        public boolean holds(String value) {
            return values.contains(value);
        }
    }
}
