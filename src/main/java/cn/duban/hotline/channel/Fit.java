package cn.duban.hotline.channel;

import cn.duban.hotline.Report;
import cn.duban.ledger.Door;
import cn.duban.web.Words;
import java.util.HashMap;
import java.util.Map;

/** What a message says within what a report may say: numbers of people masked, the kind by its words where nobody said it, what is too long cut. Pure. */
public final class Fit {

    private static final int TITLE = 100;

    /** How much a ticket says, and an addition to one; what is longer is cut there, and comes with it as a file. */
    static final int BODY = 5000;

    public static final int ADDITION = 2000;

    private Fit() {}

    static Map<String, String> report(Map<String, String> typed, Limits limits) {
        var fitted = new HashMap<>(typed);
        var title = masked(typed, Report.TITLE);
        var body = masked(typed, Report.BODY);
        if (body.length() < 4) body = (title + "\n" + body).strip();
        if (body.length() < 4) body = (body + " " + Words.in(Words.CHINESE, "hotline.channel.empty")).strip();
        fitted.put(Report.TITLE, cut(title, TITLE));
        fitted.put(Report.BODY, cut(body, BODY));
        if (typed.getOrDefault("kind", "").isEmpty()) fitted.put("kind", limits.kind(title + body));
        fitted.put(Report.MASK, "true");
        return fitted;
    }

    static String addition(Map<String, String> typed) {
        var text = cut(masked(typed, Report.BODY), ADDITION);
        return text.isEmpty() ? Words.in(Words.CHINESE, "hotline.channel.empty") : text;
    }

    /** Whether something of it is cut. */
    static boolean cuts(Map<String, String> typed, boolean addition) {
        return addition ? masked(typed, Report.BODY).length() > ADDITION : masked(typed, Report.BODY).length() > BODY || masked(typed, Report.TITLE).length() > TITLE;
    }

    /** All of it, but for numbers of people. */
    static String whole(Map<String, String> typed) {
        var title = masked(typed, Report.TITLE);
        var body = masked(typed, Report.BODY);
        return title.isEmpty() || body.startsWith(title) ? body : title + "\n" + body;
    }

    public static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    private static String masked(Map<String, String> typed, String name) {
        return Door.masked(typed.getOrDefault(name, "").strip());
    }
}
