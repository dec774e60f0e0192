package cn.duban.publication;

import cn.duban.web.Viewer;
import cn.duban.workdays.Rhythm;
import java.time.YearMonth;
import org.springframework.stereotype.Component;

/** The door by which a room begins a bulletin that it lays out itself: from there on it is written, reviewed, covered, published and proved like any other. */
@Component
public class PeriodDrafts {

    private final Drafting drafting;

    PeriodDrafts(Drafting drafting) {
        this.drafting = drafting;
    }

    /**
     * @param type of the matters that it is counted from
     * @param kind and {@code ref} as a {@link PeriodComposer} knows them
     * @return where it is edited
     * @throws cn.duban.web.Refused where the author's unit supervised none of that month
     */
    public String begin(String ledger, String type, String kind, String ref, YearMonth month, Viewer author) {
        var scope = new Scope(ledger, Scope.laid(type, kind, ref), Rhythm.MONTHLY, month.atDay(1), month.atEndOfMonth());
        return "/bulletins/" + drafting.draft(scope, null, author, author).id();
    }
}
