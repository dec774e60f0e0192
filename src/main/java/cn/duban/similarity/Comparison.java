package cn.duban.similarity;

import cn.duban.ledger.MatterRow;
import cn.duban.similarity.meaning.Subject;
import cn.duban.similarity.wording.Likeness;
import cn.duban.similarity.wording.PlaceNames;
import cn.duban.similarity.wording.Traits;
import cn.duban.similarity.wording.Wording;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One text beside others: how alike they are, and why, in words. */
final class Comparison {

    /** Phrases that are quoted, and the characters that they have at least. */
    private static final int PHRASES = 3;
    private static final int PHRASE = 5;

    private static final double MEANS = 0.7;

    private final Wording title;
    private final Wording all;
    private final PlaceNames places;
    private final Traits traits;
    private final @Nullable MatterRow row;

    /** @param row the matter itself, where there is one already */
    Comparison(Subject subject, @Nullable MatterRow row) {
        this.title = Wording.of(subject.title());
        this.all = Wording.of(subject.title() + "\n" + subject.body());
        this.places = PlaceNames.in(subject.title() + "\n" + subject.body());
        this.traits = Traits.of(subject.title(), subject.body());
        this.row = row;
    }

    /** Another matter with how alike it is, before anybody asks why. */
    record Weighed(MatterRow row, Subject subject, @Nullable Double meaning, double wording) {

        double weight() {
            return meaning == null ? wording : MEANS * meaning + (1 - MEANS) * wording;
        }
    }

    /** A title that somebody repeats counts, however much is written around it. */
    Weighed weigh(MatterRow other, Subject subject, @Nullable Double meaning) {
        return new Weighed(other, subject, meaning, Math.max(all.alike(Wording.of(subject.title() + "\n" + subject.body())), title.alike(Wording.of(subject.title()))));
    }

    Alike explain(Weighed other) {
        var otherTitle = Wording.of(other.subject().title());
        var otherBody = Wording.of(other.subject().body());
        var inTitle = otherTitle.stretches(all, Wording.STRETCH);
        var inBody = otherBody.stretches(all, Wording.STRETCH);
        var phrases = Stream.concat(otherTitle.quoted(inTitle, PHRASE, PHRASES).stream(), otherBody.quoted(inBody, PHRASE, PHRASES).stream())
                .sorted(Comparator.comparingInt(String::length).reversed()).distinct().limit(PHRASES).toList();
        var score = Likeness.of(traits, Traits.of(other.subject().title(), other.subject().body()), other.meaning() == null ? Double.NaN : other.meaning()).score();
        return new Alike(other.row(), Likeness.level(score).orElse(null), score, other.meaning(), other.wording(), reasons(other.row(), other.subject(), other.meaning(), phrases), phrases, otherTitle.excerpt(inTitle),
                other.subject().body().isBlank() ? null : otherBody.excerpt(inBody));
    }

    private List<String> reasons(MatterRow other, Subject subject, @Nullable Double meaning, List<String> phrases) {
        var reasons = new ArrayList<String>();
        var units = row == null ? List.<String>of() : row.leads().stream().filter(other.leads()::contains).toList();
        if (!units.isEmpty()) reasons.add(Words.say("similarity.reason.unit", String.join("、", units)));
        var common = places.common(PlaceNames.in(subject.title() + "\n" + subject.body()));
        if (!common.isEmpty()) reasons.add(Words.say("similarity.reason.place", String.join("、", common)));
        if (meaning != null) reasons.add(Words.say("similarity.reason.meaning", String.format(Locale.ROOT, "%.2f", meaning)));
        if (!phrases.isEmpty()) reasons.add(Words.say("similarity.reason.phrases", phrases.stream().map(phrase -> Words.say("similarity.quoted", phrase)).reduce((a, b) -> a + "、" + b).orElseThrow()));
        return List.copyOf(reasons);
    }
}
