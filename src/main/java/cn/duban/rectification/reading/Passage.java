package cn.duban.rectification.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text whose every character knows its source line. {@code text} is folded (half-width punctuation and digits) for matching,
 * {@code printed} has the same length and keeps the width of the source for showing.
 */
final class Passage {
    static final Passage EMPTY = new Passage("", "", new int[0]);

    final String text;
    final String printed;
    private final int[] lines;
    private @Nullable List<Label.Segment> segments;

    Passage(String text, String printed, int[] lines) {
        this.text = text;
        this.printed = printed;
        this.lines = lines;
    }

    /** Words that the reader puts in itself, standing at a line of the source. */
    static Passage of(String words, int line) {
        var lines = new int[words.length()];
        Arrays.fill(lines, line);
        return new Passage(words, words, lines);
    }

    /** For matching only; what is printed stays. */
    Passage replacing(char from, char to) {
        return new Passage(text.replace(from, to), printed, lines);
    }

    /** Its labelled stretches, found once: every heading is asked many times what it is. */
    List<Label.Segment> segments() {
        if (segments == null) {
            segments = Label.segments(this);
        }
        return segments;
    }

    int line() {
        return lineAt(0);
    }

    int lineAt(int offset) {
        return lines.length == 0 ? 0 : lines[Math.clamp(offset, 0, lines.length - 1)];
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    Passage from(int start) {
        return slice(start, text.length());
    }

    Passage slice(int start, int end) {
        return new Passage(text.substring(start, end), printed.substring(start, end), Arrays.copyOfRange(lines, start, end));
    }

    Passage strip() {
        var start = 0;
        var end = text.length();
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return start == 0 && end == text.length() ? this : slice(start, end);
    }

    /** Without blanks at its ends, but with its tabs: an empty cell keeps its place. */
    Passage trimBlanks() {
        var start = 0;
        var end = text.length();
        while (start < end && text.charAt(start) == ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        return slice(start, end);
    }

    /** Without the given characters and blanks at its end. */
    Passage trimEnd(String characters) {
        var end = text.length();
        while (end > 0 && (Character.isWhitespace(text.charAt(end - 1)) || characters.indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        return slice(0, end);
    }

    Passage trimStart(String characters) {
        var start = 0;
        while (start < text.length()
                && (Character.isWhitespace(text.charAt(start)) || characters.indexOf(text.charAt(start)) >= 0)) {
            start++;
        }
        return from(start);
    }

    /** Up to the first full stop outside quotation marks and book-title marks, without the stop. */
    Passage firstSentence() {
        var end = sentenceEnd(text);
        return slice(0, end).trimEnd("。;;:,.");
    }

    static int sentenceEnd(String text) {
        var depth = 0;
        for (var i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '“', '《', '(' -> depth++;
                case '”', '》', ')' -> depth = Math.max(0, depth - 1);
                case '。', '\n' -> {
                    if (depth == 0 || text.charAt(i) == '\n') {
                        return i;
                    }
                }
                default -> { }
            }
        }
        return depth == 0 ? text.length() : firstStop(text);
    }

    private static int firstStop(String text) {
        var stop = text.indexOf('。');
        return stop < 0 ? text.length() : stop;
    }

    List<Passage> split(Pattern divider) {
        var parts = new ArrayList<Passage>();
        var matcher = divider.matcher(text);
        var start = 0;
        while (matcher.find()) {
            parts.add(slice(start, matcher.start()).strip());
            start = matcher.end();
        }
        parts.add(from(start).strip());
        parts.removeIf(Passage::isEmpty);
        return parts;
    }

    List<Passage> sentences() {
        return split(SENTENCE);
    }

    Passage group(Matcher matcher, int group) {
        return slice(matcher.start(group), matcher.end(group));
    }

    static Passage join(List<Passage> parts, String divider) {
        var text = new StringBuilder();
        var printed = new StringBuilder();
        var size = parts.stream().mapToInt(part -> part.text.length() + divider.length()).sum();
        var lines = new int[size];
        var at = 0;
        for (var part : parts) {
            if (at > 0) {
                text.append(divider);
                printed.append(divider);
                for (var i = 0; i < divider.length(); i++, at++) {
                    lines[at] = part.line();
                }
            }
            text.append(part.text);
            printed.append(part.printed);
            System.arraycopy(part.lines, 0, lines, at, part.lines.length);
            at += part.lines.length;
        }
        return new Passage(text.toString(), printed.toString(), Arrays.copyOf(lines, at));
    }

    @Override
    public String toString() {
        return printed;
    }

    private static final Pattern SENTENCE = Pattern.compile("[。\\n]");
}
