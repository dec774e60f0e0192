package cn.duban.escalation;

import cn.duban.ledger.MatterRow;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;

/** @param part beside the page of the matter, not alone */
public record MatterDocumentsPage(MatterRow matter, List<DocumentsPage.Row> rows, boolean part) implements Titled {

    @Override
    public String title() {
        return Words.say("escalation.beside");
    }
}
