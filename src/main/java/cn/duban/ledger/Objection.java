package cn.duban.ledger;

import cn.duban.web.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * What a room above has against an act that the kernel itself would take: declared here, answered there, asked by every way in before the matter is held. Nobody
 * loses anything by two who pass it at once; what must hold between two is no objection but a rule ({@link ReportRule}).
 */
public interface Objection {

    /** The rule that refusals are of which a word given with the act overcomes: what is missing names it, and the form then asks for it. */
    String RULE = "objection";

    /** @return null where nothing is against it; else what to mend, or to give a reason for */
    @Nullable Refusal against(MatterId matter, Act act, Viewer viewer);
}
