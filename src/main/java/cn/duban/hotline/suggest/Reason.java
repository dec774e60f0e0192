package cn.duban.hotline.suggest;

import cn.duban.web.Words;
import java.util.List;
import java.util.stream.Collectors;

/** Why something is suggested: each can be looked up by whoever decides. */
public sealed interface Reason {

    /** As it is shown beside the suggestion. */
    String say();

    /** A closed ticket that is like it. */
    record Alike(String number, String unit, String handled) implements Reason {
        @Override
        public String say() {
            return handled.isEmpty() ? Words.say("hotline.suggest.alike", number, unit) : Words.say("hotline.suggest.alike.handled", number, unit, handled);
        }
    }

    /** Words of the ticket that stand in the catalogue's description, or mostly in tickets of the category. */
    record Worded(List<String> words) implements Reason {
        @Override
        public String say() {
            return Words.say("hotline.suggest.worded", words.stream().map(word -> Words.say("hotline.suggest.quoted", word)).collect(Collectors.joining(Words.say("hotline.suggest.and"))));
        }
    }

    /** What the catalogue says. */
    record Competent(String category, String area, String unit) implements Reason {
        @Override
        public String say() {
            return area.isEmpty() ? Words.say("hotline.suggest.competent", category, unit) : Words.say("hotline.suggest.competent.in", category, area, unit);
        }
    }

    /** Who handled tickets like it there, whatever the catalogue says. */
    record HandledBy(String unit, int those, int of) implements Reason {
        @Override
        public String say() {
            return Words.say("hotline.suggest.handled-by", unit, those, of);
        }
    }
}
