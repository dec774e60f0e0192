package cn.duban.hotline.answers;

import cn.duban.hotline.CallerText;
import cn.duban.web.Complaints;
import java.text.Normalizer;
import java.util.Collection;

/** A question and its answer as everybody would read them. Pure. */
record AnswerForm(String question, String answer) {

    private static final int SHORTEST = 2;

    /** @param own what is the caller's own: name, telephone, address; none of it may stand in a text */
    Complaints complaints(Collection<String> own) {
        var complaints = new Complaints();
        new CallerText(question, false).complain("question", "hotline.answer.question.missing", complaints);
        new CallerText(answer, false).complain("answer", "hotline.answer.answer.missing", complaints);
        complaints.addIf(holds(question, own), "question", "hotline.answer.personal").addIf(holds(answer, own), "answer", "hotline.answer.personal");
        return complaints;
    }

    private static boolean holds(String text, Collection<String> own) {
        var plain = plain(text);
        return own.stream().map(AnswerForm::plain).filter(word -> word.length() >= SHORTEST).anyMatch(plain::contains);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
    }
}
