package cn.duban.inspection.contact;

import cn.duban.inspection.PlanPages.Option;
import cn.duban.inspection.contact.ContactPoint.Lead;
import cn.duban.web.Complaints;
import cn.duban.web.Titled;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages of contact points. */
public final class ContactPages {

    private ContactPages() {}

    /** @param year how many leads in twelve months @param idle nothing came for long */
    public record Row(ContactPoint point, int year, @Nullable LocalDate last, boolean idle) {}

    public record Form(String kind, String name, String post) {}

    public record ListPage(List<Row> rows, boolean idleOnly, int idle, int leads, int opened, int idleDays, Form form, Complaints complaints, @Nullable String said) {}

    /** @param number of the matter, where the reader sees it */
    public record LeadRow(Lead lead, String unit, @Nullable String href, @Nullable String number) {}

    public record LeadForm(String receivedOn, String text, String unit) {}

    public record OnePage(ContactPoint point, List<LeadRow> leads, List<Option> units, LeadForm form, Complaints complaints, @Nullable String said, @Nullable String refused) implements Titled {
        @Override
        public String title() {
            return point.name();
        }
    }
}
