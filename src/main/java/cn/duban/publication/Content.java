package cn.duban.publication;

import cn.duban.crypto.CanonicalJson;
import cn.duban.ledger.MatterId;
import cn.duban.publication.Composition.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What a bulletin says, every figure filled in: the thing that is shown, printed, frozen and proved.
 *
 * @param form in which words figures are named and facts told; see {@link #FORM}
 * @param number empty before publication
 * @param counted the matters that the figures were counted from
 */
public record Content(
        int form, String number, String mark, LocalDate datedOn, Instant asOf, MatterId root, String rootType, List<Segment> title, List<Passage> passages,
        List<Counted> counted) {

    /**
     * How bulletins are worded today. What is frozen is proved in the words of its own day, so whatever renames a figure or tells a fact otherwise
     * makes a new form: 1, until 2026-11-28, called a measure not yet handed out 未交办 and told as progress what had been sent back.
     */
    public static final int FORM = 2;

    public Content {
        title = List.copyOf(title);
        passages = List.copyOf(passages);
        counted = List.copyOf(counted);
    }

    public record Passage(String name, Kind kind, List<Segment> segments) {
        public Passage {
            segments = List.copyOf(segments);
        }

        public String plain() {
            return Content.plain(segments);
        }
    }

    public record Counted(MatterId matter, int version, String head) {}

    public static String plain(List<Segment> segments) {
        return segments.stream().map(Segment::text).collect(Collectors.joining());
    }

    /** The same without a word of what is hidden: this is all that ever leaves for the public. */
    public Content open() {
        return new Content(form, number, mark, datedOn, asOf, root, rootType, open(title),
                passages.stream().map(p -> new Passage(p.name(), p.kind(), open(p.segments()))).toList(), counted);
    }

    private static List<Segment> open(List<Segment> segments) {
        var seen = new ArrayList<Segment>();
        for (var segment : segments) {
            if (!segment.hidden()) seen.add(segment);
            else if (seen.isEmpty() || !seen.getLast().hidden()) seen.add(new Segment(Segment.MARK, null, true));
        }
        return seen;
    }

    /** Title and text in one, for searching and scanning. */
    public Stream<String> lines() {
        return Stream.concat(Stream.of(plain(title)), passages.stream().map(Passage::plain));
    }

    /** Only what somebody wrote, each figure and each covered word as one gap. */
    Stream<String> words() {
        return Stream.concat(Stream.of(title), passages.stream().map(Passage::segments))
                .map(segments -> segments.stream().map(s -> s.figure() != null || s.hidden() ? "\u0001" : s.text()).collect(Collectors.joining()));
    }

    public byte[] canonical() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("form", form);
        tree.put("number", number);
        tree.put("mark", mark);
        tree.put("datedOn", datedOn.toString());
        tree.put("asOf", asOf.toString());
        tree.put("root", root.toString());
        tree.put("rootType", rootType);
        tree.put("title", title.stream().map(Content::tree).toList());
        tree.put("passages", passages.stream().map(p -> Map.of("name", p.name(), "kind", p.kind().name().toLowerCase(Locale.ROOT),
                "segments", p.segments().stream().map(Content::tree).toList())).toList());
        tree.put("counted", counted.stream().map(c -> Map.of("matter", c.matter().toString(), "version", c.version(), "head", c.head())).toList());
        return CanonicalJson.bytes(tree);
    }

    private static Map<String, Object> tree(Segment segment) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("text", segment.text());
        if (segment.figure() != null) tree.put("figure", segment.figure());
        if (segment.hidden()) tree.put("hidden", true);
        return tree;
    }

    public static Content read(String json) {
        var tree = CanonicalJson.tree(json.getBytes(StandardCharsets.UTF_8));
        return new Content(tree.path("form").asInt(), tree.path("number").asString(), tree.path("mark").asString(), LocalDate.parse(tree.path("datedOn").asString()),
                Instant.parse(tree.path("asOf").asString()), MatterId.valueOf(tree.path("root").asString()), tree.path("rootType").asString(),
                segments(tree.path("title")),
                each(tree.path("passages")).map(p -> new Passage(p.path("name").asString(),
                        Kind.valueOf(p.path("kind").asString().toUpperCase(Locale.ROOT)), segments(p.path("segments")))).toList(),
                each(tree.path("counted")).map(c -> new Counted(MatterId.valueOf(c.path("matter").asString()), c.path("version").asInt(), c.path("head").asString())).toList());
    }

    private static List<Segment> segments(JsonNode list) {
        return each(list).map(s -> new Segment(s.path("text").asString(), s.has("figure") ? s.path("figure").asString() : null, s.path("hidden").asBoolean(false))).toList();
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
