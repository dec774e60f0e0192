package cn.duban.hotline.suggest;

import cn.duban.similarity.meaning.Meanings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The labelled tickets and clusters, halved as their README says: one half to tune by, the other looked at once. */
final class LabelledTickets {

    enum Half { TUNING, HELD_OUT }

    record Ticket(String id, String area, LocalDate day, String category, String second, String path, String unit, String text) {

        /** The same by the tree that the product ships. */
        Ticket inTheTree() {
            return new Ticket(id, area, day, path, "", path, "", text);
        }
    }

    /** @param near why it is none of the group though it looks so; empty where it is one of it */
    record Report(String id, String group, String near, String area, LocalDate day, String place, String text) {}

    private static final Path FOLDER = Path.of("src/test/resources/hotline");

    final Meanings meanings = new Meanings();
    final List<Ticket> tickets = rows("tickets.csv").stream().map(row -> new Ticket(row.get("id"), row.get("area"), LocalDate.parse(row.get("day")), row.get("category"), row.get("second"), row.get("path"), row.get("unit"), row.get("text"))).toList();
    final List<Report> reports = rows("clusters.csv").stream().map(row -> new Report(row.get("id"), row.get("group"), row.get("near"), row.get("area"), LocalDate.parse(row.get("day")), row.get("place"), row.get("text"))).toList();
    private final List<CSVRecord> catalogue = rows("catalogue.csv");
    private final Map<String, Half> halves = new HashMap<>();

    LabelledTickets() {
        tickets.stream().collect(Collectors.groupingBy(Ticket::category)).values().forEach(own -> halve(own.stream().map(Ticket::id).toList()));
        halve(reports.stream().map(Report::group).distinct().toList());
    }

    static List<CSVRecord> rows(String name) {
        try (var in = Files.newBufferedReader(FOLDER.resolve(name), StandardCharsets.UTF_8); var rows = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(in)) {
            return rows.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void halve(List<String> ids) {
        var sorted = ids.stream().sorted(Comparator.comparing(LabelledTickets::hash)).toList();
        for (int i = 0; i < sorted.size(); i++) halves.put(sorted.get(i), i < (sorted.size() + 1) / 2 ? Half.TUNING : Half.HELD_OUT);
    }

    private static String hash(String id) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Ticket> tickets(Half half) {
        return tickets.stream().filter(ticket -> halves.get(ticket.id()) == half).toList();
    }

    /** What is for no unit, or says nothing; the held-out ones were written after the others had been looked at. */
    static List<String> beside(Half half) {
        return rows("beside.csv").stream().filter(row -> row.get("half").equals(half.name())).map(row -> row.get("text")).toList();
    }

    List<Report> reports(Half half) {
        return reports.stream().filter(report -> halves.get(report.group()) == half).toList();
    }

    /** By the catalogue of the labelled tickets: a row for the area before one for everywhere. */
    Optional<String> unit(String category, String area, LocalDate day) {
        return catalogue.stream().filter(row -> row.get("category").equals(category) && (row.get("area").isEmpty() || row.get("area").equals(area)))
                .filter(row -> (row.get("from").isEmpty() || !day.isBefore(LocalDate.parse(row.get("from")))) && (row.get("until").isEmpty() || !day.isAfter(LocalDate.parse(row.get("until")))))
                .max(Comparator.comparing(row -> row.get("area").isEmpty() ? 0 : 1)).map(row -> row.get("unit"));
    }

    List<Described> described() {
        return rows("categories.csv").stream().map(row -> Described.of(row.get("category"), row.get("name"), row.get("description"), meanings::of)).toList();
    }

    Asked asked(Ticket ticket) {
        return new Asked(ticket.text(), meanings.of(ticket.text()).orElseThrow(), ticket.area(), ticket.day());
    }

    Closed closed(Ticket ticket) {
        return new Closed(ticket.id(), ticket.text(), meanings.of(ticket.text()).orElseThrow(), ticket.category(), ticket.unit(), ticket.area(), ticket.day(), "");
    }

    /** With these tickets closed. */
    Suggester suggester(List<Ticket> closed) {
        return Suggester.of(described(), closed.stream().map(this::closed).toList(), this::unit);
    }

    /** As the room would hold it against others. */
    Told told(Report report, Suggester suggester) {
        var asked = new Asked(report.text(), meanings.of(report.text()).orElseThrow(), report.area(), report.day());
        return new Told(report.id(), report.text(), report.place(), report.area(), report.day(), meanings.of(report.place() + "，" + report.text()).orElseThrow(), suggester.about(asked));
    }

    /** All pairs that tell of one trouble. */
    static Set<Set<String>> same(List<Report> reports) {
        var same = new HashSet<Set<String>>();
        var own = new ArrayList<>(reports.stream().filter(report -> report.near().isEmpty()).toList());
        for (var one : own) for (var other : own) if (one != other && one.group().equals(other.group())) same.add(Set.of(one.id(), other.id()));
        return same;
    }
}
