package cn.duban.escalation;

import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;

/** How each kind of document is numbered and worded today. */
public record FormsPage(List<Row> rows) implements Titled {

    public record Row(String label, String href, String number, String head) {

        static Row of(Form form) {
            return new Row(form.kind().label(), "/escalation/forms/" + form.kind().word(), form.pattern(), form.title());
        }
    }

    @Override
    public String title() {
        return Words.say("escalation.forms.title");
    }
}
