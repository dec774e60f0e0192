package cn.duban.escalation;

import cn.duban.evidence.FileRow;
import cn.duban.ledger.MatterRow;
import cn.duban.web.Complaints;
import cn.duban.web.Titled;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * @param unit whose delay it is, {@code to} whom it is sent to, {@code from} who supervises
 * @param ladder by which it was judged
 * @param powers what the viewer may do with it @param own whether they work for the unit
 * @param typed what stood in the form that was refused
 */
public record DocumentPage(Document document, MatterRow matter, String unit, String to, String from, String ladder, String ladderHref, List<Said> said, Set<String> powers, boolean own, Typed typed, LocalDate today) implements Titled {

    /** @param deed the form that it was typed into; null for none @param refused why nothing was done */
    public record Typed(@Nullable String deed, String text, String behalfName, List<FileRow> kept, Complaints complaints, @Nullable String refused) {

        static final Typed NOTHING = new Typed(null, "", "", List.of(), new Complaints(), null);
    }

    /** What was said about the document, in the chain of its matter. @param who empty for the rule */
    public record Said(int entry, Instant at, int person, String who, @Nullable String behalf, String step, @Nullable String note, @Nullable String reason) {}

    @Override
    public String title() {
        return document.issued() == null ? document.label() : document.issued().number();
    }

    public boolean may(String deed) {
        return powers.contains(deed);
    }

    public String href() {
        return "/escalation/" + document.id();
    }

    public String text(String deed) {
        return deed.equals(typed.deed()) ? typed.text() : "";
    }

    public Complaints complaints(String deed) {
        return deed.equals(typed.deed()) ? typed.complaints() : new Complaints();
    }

    public boolean overdue() {
        return document.overdue(today);
    }

    public String points() {
        return Issuing.plain(document.points());
    }
}
