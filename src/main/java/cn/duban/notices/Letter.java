package cn.duban.notices;

import java.util.List;

/**
 * What is said in one message, already in its reader's language and without any title that may not leave.
 *
 * @param subject the line on top
 * @param parts one for each post of the reader
 * @param home the address of the installation; empty where none is set
 */
public record Letter(String subject, List<Part> parts, String home) {

    /**
     * @param heading unit and post
     * @param news what is new
     * @param late what is owed now and late or about to be; of a digest only
     */
    public record Part(String heading, List<Line> news, List<Line> late) {}

    /**
     * @param kind why the reader is told
     * @param about the thing: number and title, or what may be said of it
     * @param detail act, whose it was, and the day
     * @param href where it leads; empty where the installation has no address set
     */
    public record Line(String kind, String about, String detail, String href) {}

    public int count() {
        return parts.stream().mapToInt(part -> part.news().size() + part.late().size()).sum();
    }

    List<Line> news() {
        return parts.stream().flatMap(part -> part.news().stream()).toList();
    }
}
