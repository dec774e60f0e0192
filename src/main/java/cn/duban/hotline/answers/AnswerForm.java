package cn.duban.hotline.answers;

import cn.duban.hotline.CallerText;
import cn.duban.hotline.PersonalScreen;
import cn.duban.web.Complaints;

/** A question and its answer as everybody would read them. Pure. */
public record AnswerForm(String question, String answer) {

    /** @param screen of all callers who stand behind the ticket; nothing that it finds may stand in a text */
    Complaints complaints(PersonalScreen screen) {
        var complaints = new Complaints();
        new CallerText(question, false).complain("question", "hotline.answer.question.missing", complaints);
        new CallerText(answer, false).complain("answer", "hotline.answer.answer.missing", complaints);
        personal("question", question, screen, complaints);
        personal("answer", answer, screen, complaints);
        return complaints;
    }

    private static void personal(String field, String text, PersonalScreen screen, Complaints complaints) {
        var found = screen.told(text);
        if (complaints.of(field) == null && !found.isEmpty()) complaints.add(field, "hotline.screen.found", found);
    }
}
