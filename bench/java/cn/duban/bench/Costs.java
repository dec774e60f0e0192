package cn.duban.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a stretch of time cost: CPU seconds of the product, of PostgreSQL with all its processes and of this tool, and statements. */
record Costs(double product, double postgres, double tool, long statements) {

    private static final double TICKS = 100;

    /** @param product the product's process, or none while the floor is taken */
    static Costs now(@Nullable Process product, long postmaster, Connection sql) throws SQLException {
        return new Costs(product == null ? 0 : own(product.pid()), family(postmaster), own(ProcessHandle.current().pid()), calls(sql));
    }

    Costs since(Costs before) {
        return new Costs(product - before.product, postgres - before.postgres, tool - before.tool, statements - before.statements);
    }

    private static long calls(Connection sql) throws SQLException {
        try (var statement = sql.createStatement(); var row = statement.executeQuery("select coalesce(sum(calls), 0) from pg_stat_statements where toplevel and query !~* '^(begin|commit|rollback|set |show )'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static double own(long pid) {
        return ticks(pid, 13, 14);
    }

    /** Those that live, and those that the postmaster has buried. */
    private static double family(long postmaster) {
        return ticks(postmaster, 13, 16) + ProcessHandle.of(postmaster).map(ProcessHandle::children).orElse(Stream.of()).mapToDouble(child -> own(child.pid())).sum();
    }

    private static double ticks(long pid, int from, int to) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double sum = 0;
            for (int i = from; i <= to; i++) sum += Double.parseDouble(fields[i - 2]);
            return sum / TICKS;
        } catch (IOException gone) {
            return 0;
        }
    }

    /** Mebibytes of a process in memory, now ({@code VmRSS}) or at most so far ({@code VmHWM}). */
    static long memory(long pid, String what) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith(what)).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
