package cn.duban.escalation;

import static cn.duban_db.escalation.Tables.DOCUMENT;
import static org.jooq.impl.DSL.noCondition;

import cn.duban.ledger.MatterId;
import cn.duban.web.Viewer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Points that documents of supervision cost a unit, for rooms that score. What was revoked stays listed, and counts nothing. */
@Component
public class Deductions {

    private final DSLContext sql;
    private final Documents documents;

    Deductions(DSLContext sql, Documents documents) {
        this.sql = sql;
        this.documents = documents;
    }

    public enum State {
        /** It counts. */
        STANDS,
        /** It counts until the appeal is decided. */
        APPEALED,
        /** Revoked by the supervisor, or upheld on appeal: it counts nothing. */
        REVOKED
    }

    /**
     * @param post of whom it was addressed to by name; null for the unit as a whole
     * @param day on which the document was issued
     * @param points what the document says, whatever became of it
     * @param reason its title
     * @param number of the document, such as 督办〔2026〕3号
     */
    public record Deduction(UUID document, MatterId matter, int unit, @Nullable Integer post, LocalDate day, BigDecimal points, String reason, String number, State state) {

        /** What it costs now. */
        public BigDecimal counts() {
            return state == State.REVOKED ? BigDecimal.ZERO : points;
        }

        /** The page of the document. */
        public String href() {
            return "/escalation/" + document;
        }
    }

    /** From one day to another, both included, the earliest first; of some units, or of all where none is named. Only what this viewer may see. */
    public List<Deduction> of(LocalDate from, LocalDate to, Collection<Integer> units, Viewer viewer) {
        return list(documents.seen(viewer), from, to, units);
    }

    /** The same whoever looks, for figures that are counted by rule. */
    public List<Deduction> all(int tenant, LocalDate from, LocalDate to, Collection<Integer> units) {
        return list(DOCUMENT.TENANT.eq(tenant), from, to, units);
    }

    private List<Deduction> list(Condition seen, LocalDate from, LocalDate to, Collection<Integer> units) {
        return sql.selectFrom(DOCUMENT).where(seen, DOCUMENT.POINTS.gt(BigDecimal.ZERO), DOCUMENT.ISSUED_ON.between(from, to)).and(units.isEmpty() ? noCondition() : DOCUMENT.UNIT.in(units))
                .orderBy(DOCUMENT.ISSUED_ON, DOCUMENT.ID).fetch(r -> {
                    var d = Documents.read(r);
                    var issued = java.util.Objects.requireNonNull(d.issued());
                    return new Deduction(d.id(), d.matter(), d.unit(), d.toPost(), issued.on(), d.points(), d.title(), issued.number(), state(d));
                });
    }

    private static State state(Document d) {
        if (!d.stands()) return State.REVOKED;
        return d.appealed() != null && d.appealed().state() == Document.AppealState.OPEN ? State.APPEALED : State.STANDS;
    }
}
