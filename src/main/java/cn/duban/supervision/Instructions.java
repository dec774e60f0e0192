package cn.duban.supervision;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What several leaders wrote on one paper: who instructed and who only saw it (圈阅), each with the day. Pure. */
record Instructions(List<Line> lines) {

    /** As it was typed. @param circled seen and not instructed on */
    record Line(String post, boolean circled, String on, String words) {

        boolean blank() {
            return post.isBlank() && on.isBlank() && words.isBlank();
        }

        @Nullable LocalDate day() {
            return Typed.day(on);
        }
    }

    List<Line> written() {
        return lines.stream().filter(line -> !line.blank()).toList();
    }

    /** The posts that instructed, whoever only saw it apart. */
    List<Integer> posts() {
        return written().stream().filter(line -> !line.circled()).map(line -> Integer.valueOf(line.post())).distinct().toList();
    }

    /** The day of the last instruction. */
    @Nullable LocalDate last() {
        return written().stream().filter(line -> !line.circled()).map(Line::day).filter(day -> day != null).max(Comparator.naturalOrder()).orElse(null);
    }

    /** One line each, in the order of the days, as the ledger keeps it: {@code 2026-11-20 市长 宁致远 批示：请抓紧办理。} */
    String text(IntFunction<String> called) {
        return written().stream().sorted(Comparator.comparing(Line::on))
                .map(line -> line.on() + " " + called.apply(Integer.parseInt(line.post())) + " " + (line.circled() ? "圈阅" : "批示") + (line.words().isBlank() ? "" : "：" + line.words().strip().replaceAll("\\s+", " ")))
                .collect(Collectors.joining("\n"));
    }
}
