package cn.duban.similarity;

import cn.duban.web.Dates;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report beside the earlier one that it is most like. @param number of its matter @param name title of its matter */
public record ProgressPage(String matter, String number, String name, Compared compared) implements Titled {

    /** Beneath it, only what stands in any two texts is the same. */
    private static final int LITTLE = 30;

    @Override
    public String title() {
        return Words.say("similarity.progress.titled", number);
    }

    /** The report itself, whole. */
    public String report() {
        return compared.text().pieces().stream().map(piece -> piece.text()).collect(Collectors.joining());
    }

    /** Whether there is an earlier report to open. */
    public boolean leads() {
        return compared.earlier() != null;
    }

    public String verdict() {
        return Words.say("similarity.progress." + word());
    }

    public String word() {
        return compared.verdict().name().toLowerCase(Locale.ROOT);
    }

    public String icon() {
        return switch (compared.verdict()) {
            case COPIED -> "copy";
            case EDITED -> "pencil";
            case FRAME -> "numbers";
            case NEW -> "circle-check";
        };
    }

    public boolean repeats() {
        return compared.verdict() != Compared.Verdict.NEW;
    }

    /** With which one, and how much of it. */
    public String likeness() {
        var earlier = compared.earlier();
        if (earlier == null) return Words.say("similarity.progress.first");
        if (!repeats()) return compared.percent() < LITTLE ? Words.say("similarity.progress.new.none") : Words.say("similarity.progress.new.share", compared.percent());
        var key = earlier.last() ? "similarity.progress.share.last" : earlier.own() ? "similarity.progress.share.own" : "similarity.progress.share.other";
        return Words.say(key, compared.percent(), Dates.minute(earlier.at()), earlier.number());
    }

    public String href() {
        var earlier = compared.earlier();
        return earlier == null ? "/matters/" + matter : "/matters/" + earlier.matter() + "#entry-" + earlier.entry();
    }
}
