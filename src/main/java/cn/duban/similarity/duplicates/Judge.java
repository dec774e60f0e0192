package cn.duban.similarity.duplicates;

import cn.duban.similarity.meaning.Subject;
import cn.duban.similarity.wording.Likeness;
import cn.duban.similarity.wording.PlaceNames.Elsewhere;
import cn.duban.similarity.wording.Traits;
import cn.duban.similarity.wording.Wording;
import cn.duban.web.Words;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Why two are alike, in words. */
final class Judge {

    /** Changes with the weights: pairs that an earlier one kept are sought anew. */
    static final short VERSION = 1;

    private static final int PHRASES = 2;
    private static final int PHRASE = 5;

    /** Characters of the texts that are kept as read, some twenty bytes of memory each. */
    private static final int KEPT = 1_500_000;

    /** What was read out of the texts held against others lately: on a busy line the same ones are held against every call. Shared, so nobody changes it. */
    private static final Cache<Subject, Traits> READ = Caffeine.newBuilder().maximumWeight(KEPT).weigher((Subject subject, Traits read) -> 100 + subject.title().length() + subject.body().length())
            .expireAfterAccess(Duration.ofMinutes(10)).build();

    private Judge() {}

    static Traits traits(Subject subject) {
        return READ.get(subject, one -> Traits.of(one.title(), one.body()));
    }

    /** @param units names of the leading units in common */
    static List<String> reasons(Likeness like, Traits one, Traits other, List<String> units) {
        var reasons = new ArrayList<String>();
        if (!like.orders().isEmpty()) reasons.add(Words.say("similarity.duplicate.order", String.join("、", like.orders())));
        if (!units.isEmpty()) reasons.add(Words.say("similarity.duplicate.unit", String.join("、", units)));
        if (!like.places().isEmpty()) reasons.add(Words.say("similarity.duplicate.place", String.join("、", like.places())));
        if (!Double.isNaN(like.meaning())) reasons.add(Words.say("similarity.duplicate.meaning", String.format(Locale.ROOT, "%.2f", like.meaning())));
        if (!like.amounts().isEmpty()) reasons.add(Words.say("similarity.duplicate.amount", String.join("、", like.amounts())));
        var phrases = phrases(one, other);
        if (!phrases.isEmpty()) reasons.add(Words.say("similarity.duplicate.phrases", phrases.stream().map(phrase -> Words.say("similarity.quoted", phrase)).reduce((a, b) -> a + "、" + b).orElseThrow()));
        var against = Stream.of(like.elsewhere() == Elsewhere.UNKNOWN ? "" : "elsewhere", like.otherYears() ? "years" : "", like.otherAddress() ? "address" : "", like.otherAmounts() ? "amounts" : "").filter(what -> !what.isEmpty()).toList();
        against.forEach(what -> reasons.add(Words.say("similarity.duplicate.against." + what)));
        return List.copyOf(reasons);
    }

    private static List<String> phrases(Traits one, Traits other) {
        // wordings of their own: one that is compared stretch by stretch keeps an index of itself
        var own = wording(other);
        return own.quoted(own.stretches(wording(one), Wording.STRETCH), PHRASE, PHRASES);
    }

    private static Wording wording(Traits read) {
        return Wording.of(read.title() + "\n" + read.body());
    }
}
