package cn.duban.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Guards over every text of every room. */
class WordsTest {

    private static final Pattern SAID = Pattern.compile("\\bsay\\(\\s*\"([^\"]+)\"\\s*([,)+])");
    private static final Pattern LITERAL = Pattern.compile("(?<!Refused\\.(?:forbidden|conflict|invalid)\\()\"([a-z-]+(?:\\.[A-Za-z0-9_-]+)+)\"");
    private static final Pattern PAGE = Pattern.compile("return \"([a-z-]+)/([a-z-]+)\";");

    @Test
    void hasEveryTextInBothLanguages() {
        assertThat(Words.keys(true)).containsExactlyInAnyOrderElementsOf(Words.keys(false));
        assertThat(Words.keys(false)).hasSizeGreaterThan(100);
    }

    /** One key twice, in one file or in two, and whichever is read last says the other's text as well. */
    @Test
    void saysEveryTextOnce() throws IOException {
        for (var english : List.of(true, false)) {
            var keys = new ArrayList<String>();
            try (var files = Files.list(Path.of("src/main/resources/messages"))) {
                for (var file : files.filter(file -> file.toString().endsWith("_en.properties") == english).toList())
                    Files.readAllLines(file).stream().filter(line -> line.contains("=") && !line.startsWith("#")).map(line -> line.split("=")[0].strip()).forEach(keys::add);
            }
            assertThat(keys).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        }
    }

    @Test
    void usesTheSamePlaceholdersInBothLanguages() {
        assertThat(Words.keys(false)).allSatisfy(key ->
                assertThat(placeholders(Words.in(Locale.ENGLISH, key))).isEqualTo(placeholders(Words.in(Words.CHINESE, key))));
    }

    @Test
    void knowsEveryTextThatTemplatesAndCodeSay() throws IOException {
        var missing = new TreeSet<String>();
        for (var file : sources()) {
            var text = Files.readString(file);
            var said = SAID.matcher(text.contains("Words") ? text : "");
            while (said.find()) if (!known(said.group(1), said.group(2).equals("+"))) missing.add(file + ": " + said.group(1));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void knowsEveryComplaint() throws IOException {
        var missing = new TreeSet<String>();
        for (var file : sources()) {
            var text = Files.readString(file);
            if (!text.contains("new Complaints()") && !text.contains("Complaints complaints")) continue;
            var literal = LITERAL.matcher(text);
            while (literal.find()) if (rooms().contains(literal.group(1).split("\\.")[0]) && !Words.has(literal.group(1))) missing.add(file + ": " + literal.group(1));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void hasATitleForEveryPage() throws Exception {
        var missing = new TreeSet<String>();
        for (var file : sources()) {
            var page = PAGE.matcher(Files.readString(file));
            while (page.find()) {
                var template = Path.of("src/main/jte", page.group(1), page.group(2) + ".jte");
                if (!Words.has(page.group(1) + "." + page.group(2) + ".title") && !titled(template)) missing.add(page.group(0));
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void readsAnUnknownKeyAsItself() {
        assertThat(Words.in(Locale.ENGLISH, "web.no-such-text")).isEqualTo("web.no-such-text");
    }

    @Test
    void fillsPlaceholdersWithoutTouchingNumbersOrApostrophes() {
        assertThat(Words.in(Locale.ENGLISH, "web.fault.500.next", 2026)).contains("reference 2026");
        assertThat(Words.in(Locale.ENGLISH, "access.first-run.administrator.wrong")).contains("administrator's");
    }

    @Test
    void countsInEnglish() {
        assertThat(Words.in(Locale.ENGLISH, "ledger.matters.count", 1)).isEqualTo("1 matter");
        assertThat(Words.in(Locale.ENGLISH, "ledger.matters.count", 28)).isEqualTo("28 matters");
    }

    private static boolean titled(Path template) throws Exception {
        var text = Files.readString(template);
        var type = Pattern.compile("@import (cn\\.duban\\.[\\w.]+Page)\\b").matcher(text);
        if (!type.find()) return false;
        // one of several pages that stand within a class
        var within = Pattern.compile("@param \\w+Page(\\.\\w+) page").matcher(text);
        return Titled.class.isAssignableFrom(named(type.group(1) + (within.find() ? within.group(1) : "")));
    }

    /** As a source names it: a page may stand within a class that holds several. */
    private static Class<?> named(String name) throws ClassNotFoundException {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException nested) {
            var dot = name.lastIndexOf('.');
            if (dot < 0) throw nested;
            return named(name.substring(0, dot) + "$" + name.substring(dot + 1));
        }
    }

    private static boolean known(String key, boolean prefix) {
        return prefix ? Words.keys(false).stream().anyMatch(k -> k.startsWith(key)) : Words.has(key);
    }

    private static Set<String> placeholders(String text) {
        var found = new TreeSet<String>();
        var matcher = Pattern.compile("\\{\\d}").matcher(text);
        while (matcher.find()) found.add(matcher.group());
        return found;
    }

    private static Set<String> rooms() {
        var rooms = new TreeSet<String>();
        Words.keys(false).forEach(key -> rooms.add(key.substring(0, key.indexOf('.'))));
        return rooms;
    }

    private static List<Path> sources() throws IOException {
        try (var jte = Files.walk(Path.of("src/main/jte")); var java = Files.walk(Path.of("src/main/java"))) {
            return Stream.concat(jte, java)
                    .filter(file -> file.toString().endsWith(".jte") || file.toString().endsWith(".java")).toList();
        }
    }
}
