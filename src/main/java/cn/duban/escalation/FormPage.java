package cn.duban.escalation;

import cn.duban.web.Complaints;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.List;

/** @param versions every form of the kind, the latest first */
public record FormPage(Kind kind, String pattern, String head, String body, String since, List<Version> versions, Complaints complaints, boolean mayWrite) implements Titled {

    public record Version(int no, LocalDate since, String pattern, String title, String body, String changer) {

        static Version of(Form form) {
            return new Version(form.no(), form.since(), form.pattern(), form.title(), form.body(), form.changer());
        }
    }

    @Override
    public String title() {
        return Words.say("escalation.form.title", kind.label());
    }

    public String places() {
        return String.join("、", Form.PLACES.stream().map(place -> "{" + place + "}").toList());
    }
}
