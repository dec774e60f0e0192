package cn.duban.workdays;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void saysEverythingInBothLanguagesWithTheSameParts() throws IOException {
        var chinese = texts("messages.properties");
        var english = texts("messages_en.properties");
        assertThat(english.keySet()).isEqualTo(chinese.keySet());
        for (var key : chinese.stringPropertyNames())
            if (key.startsWith("rule") || key.startsWith("step") || key.startsWith("day."))
                assertThat(parts(english.getProperty(key))).as(key).isEqualTo(parts(chinese.getProperty(key)));
    }

    @Test
    void leavesNoPartOpen() {
        var deadlines = new Deadlines(WorkCalendar.shipped());
        for (var locale : new Locale[] {Locale.CHINESE, Locale.ENGLISH})
            for (var budget : new String[] {"1wd", "60d", "3m", "1h", "30wh"})
                for (var day : new String[] {"2026-01-20", "2026-12-20", "2005-03-01"}) {
                    var deadline = deadlines.due(java.time.LocalDate.parse(day), Period.parse(budget));
                    var more = deadlines.extended(deadline, Period.parse(budget));
                    assertThat(more.explain(locale)).isNotEmpty().noneMatch(line -> line.contains("{"));
                }
    }

    private static java.util.Set<String> parts(String text) {
        return Pattern.compile("\\{\\d}").matcher(text).results().map(MatchResult::group)
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Properties texts(String name) throws IOException {
        var texts = new Properties();
        try (var in = WordingTest.class.getResourceAsStream("/workdays/" + name)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
