package cn.duban.ledger.desk;

import cn.duban.ledger.Rehearsal.Move;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The moves of a rehearsal as they stand in its address, both ways: {@code 2026-12-01T09:00 assign supervisor due=2027-01-20 without=note,reason}. */
record Script(ZoneId zone) {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    /** Empty where it cannot be read. */
    Optional<Move> read(String line) {
        var words = line.strip().split(" +");
        if (words.length < 3 || !WORD.matcher(words[1]).matches() || !WORD.matcher(words[2]).matches()) return Optional.empty();
        try {
            LocalDate due = null;
            Integer assignment = null;
            Set<String> without = new LinkedHashSet<>();
            for (var word : Arrays.asList(words).subList(3, words.length)) {
                if (word.startsWith("due=")) due = LocalDate.parse(word.substring(4));
                else if (word.startsWith("on=")) assignment = Integer.valueOf(word.substring(3));
                else if (word.startsWith("without=")) without.addAll(List.of(word.substring(8).split(",")));
                else return Optional.empty();
            }
            return Optional.of(new Move(LocalDateTime.parse(words[0]).atZone(zone).toInstant(), words[2], words[1], assignment, due, Set.copyOf(without)));
        } catch (DateTimeException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    String write(Move move) {
        var line = new StringBuilder(move.at().atZone(zone).toLocalDateTime() + " " + move.act() + " " + move.actor());
        if (move.assignment() != null) line.append(" on=").append(move.assignment());
        if (move.due() != null) line.append(" due=").append(move.due());
        if (!move.without().isEmpty()) line.append(" without=").append(String.join(",", move.without().stream().sorted().toList()));
        return line.toString();
    }

    static String address(String page, String opened, List<String> moves) {
        var parts = new ArrayList<String>();
        parts.add("opened=" + opened);
        moves.forEach(move -> parts.add("move=" + URLEncoder.encode(move, StandardCharsets.UTF_8).replace("+", "%20")));
        return page + "?" + String.join("&", parts);
    }
}
