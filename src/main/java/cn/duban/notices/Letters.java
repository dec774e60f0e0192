package cn.duban.notices;

import static cn.duban.web.Words.say;

import cn.duban.ledger.OwedRow;
import cn.duban.ledger.Secrecy;
import cn.duban.notices.Letter.Line;
import cn.duban.web.Dates;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Notices as mails, texts and lines of a group say them. */
@Component
class Letters {

    /** More lines than this are counted, not named, where room is short. */
    private static final int NAMED = 8;

    /** What a group's robot takes, in bytes. */
    private static final int ROBOT_BYTES = 2000;

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final String home;

    Letters(@Value("${duban.address:}") String home) {
        this.home = home.strip().replaceAll("/+$", "");
    }

    String home() {
        return home;
    }

    /** Says it in the language of its reader, whoever's request is at hand. */
    static <T> T in(Locale language, Supplier<T> saying) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(language);
        try {
            return saying.get();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    Line line(NoticeRow row, Gateway gateway) {
        var day = row.day() == null ? "" : say("notices.out.day", Dates.day(row.day()));
        return new Line(say("notices.kind." + row.kind().word()), name(row.about(), gateway), joined(row.what(), row.actor(), day), link(row.about().href()));
    }

    Line line(OwedRow owed, Subject about, Gateway gateway) {
        var day = owed.dueDay() == null ? "" : say("notices.out.day", Dates.day(owed.dueDay()));
        var lamp = owed.lamp() == null ? "" : say("ledger.lamp." + owed.lamp().word());
        return new Line(lamp, name(about, gateway), joined(owed.actionLabel().in(LocaleContextHolder.getLocale()), day), link(about.href()));
    }

    /** A title only where its level lets it leave; of what only named persons may know, not even the number. */
    private static String name(Subject about, Gateway gateway) {
        if (gateway.lets(about.secrecy())) return (about.number() + " " + about.title()).strip();
        return about.secrecy() == Secrecy.NAMED_PERSONS || about.number().isEmpty() ? say("notices.out.unnamed") : about.number();
    }

    private String link(String href) {
        return home.isEmpty() ? "" : home + href;
    }

    private static String joined(String... parts) {
        return Arrays.stream(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    String html(Letter letter) {
        var html = new StringOutput();
        engine.render("notices/letter.jte", letter, html);
        return html.toString();
    }

    String plain(Letter letter) {
        var lines = new ArrayList<String>();
        for (var part : letter.parts()) {
            lines.add(part.heading());
            if (!part.news().isEmpty()) lines.add("\n" + say("notices.out.news"));
            part.news().forEach(line -> lines.addAll(plain(line)));
            if (!part.late().isEmpty()) lines.add("\n" + say("notices.out.late"));
            part.late().forEach(line -> lines.addAll(plain(line)));
            lines.add("");
        }
        lines.add(say("notices.out.foot"));
        if (!letter.home().isEmpty()) lines.add(letter.home());
        return String.join("\n", lines) + "\n";
    }

    private static List<String> plain(Line line) {
        return Stream.of("· " + (line.kind().isEmpty() ? "" : "[" + line.kind() + "] ") + line.about(), "  " + line.detail(), "  " + line.href()).filter(text -> !text.isBlank()).toList();
    }

    /** A text of a telephone: one notice by name, several by their number. */
    String text(Letter letter) {
        var news = letter.news();
        var first = news.getFirst();
        var named = first.kind() + "：" + first.about() + "，" + first.detail();
        return news.size() == 1 ? say("notices.out.sms", named) : say("notices.out.sms.many", news.size(), named);
    }

    /** Lines of a group, which is told of its unit's matters and names nobody. */
    String group(Letter letter) {
        var lines = new ArrayList<String>();
        lines.add(letter.subject());
        letter.news().stream().limit(NAMED).forEach(line -> lines.add("· [" + line.kind() + "] " + line.about() + " " + line.detail()));
        if (letter.news().size() > NAMED) lines.add(say("notices.out.more", letter.news().size() - NAMED));
        if (!letter.home().isEmpty()) lines.add(letter.home());
        return cut(String.join("\n", lines));
    }

    private static String cut(String text) {
        var whole = text;
        while (whole.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > ROBOT_BYTES) whole = whole.substring(0, whole.length() - 20) + "…";
        return whole;
    }
}
