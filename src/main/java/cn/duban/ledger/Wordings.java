package cn.duban.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Component;

/**
 * Statements so long that wording them takes longer than answering them. Each is put into words once, with a name wherever a
 * value goes; from then on only values are handed over. Whatever differs between two askers must be a named parameter: what is
 * not named becomes part of the words.
 */
@Component
class Wordings {

    /** A literal or a quoted name, which is passed over, or a name for a value. */
    private static final Pattern NAMES = Pattern.compile("'[^']*'|\"[^\"]*\"|:(\\w+)");

    private final DSLContext sql;
    private final JdbcTemplate jdbc;
    private final Map<String, Worded> known = new ConcurrentHashMap<>();

    Wordings(DSLContext sql, JdbcTemplate jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    /** @param names in the order of the question marks */
    record Worded(String text, List<String> names, Field<?>[] fields) {}

    /** @param key one for each way in which the statement can be built @param values by name; the first time jOOQ asks with its own */
    Result<? extends Record> fetch(String key, Supplier<? extends ResultQuery<?>> statement, Map<String, ?> values) {
        var worded = known.get(key);
        if (worded != null) return ask(worded, values);
        var first = statement.get();
        known.put(key, word(first));
        return sql.fetch(first);
    }

    private Result<Record> ask(Worded worded, Map<String, ?> values) {
        ResultSetExtractor<Result<Record>> read = rows -> sql.fetch(rows, worded.fields());
        return Objects.requireNonNull(jdbc.query(worded.text(), setter(worded, values), read));
    }

    Worded word(ResultQuery<?> statement) {
        var names = new ArrayList<String>();
        var text = NAMES.matcher(sql.renderNamedOrInlinedParams(statement)).replaceAll(found -> {
            if (found.group(1) == null) return Matcher.quoteReplacement(found.group());
            names.add(found.group(1));
            return "?";
        });
        return new Worded(text, List.copyOf(names), statement.fields());
    }

    private static PreparedStatementSetter setter(Worded worded, Map<String, ?> values) {
        return prepared -> {
            var at = 1;
            for (var name : worded.names()) {
                if (!values.containsKey(name)) throw new IllegalArgumentException("Nothing was said for " + name + ".");
                prepared.setObject(at++, bound(values.get(name)));
            }
        };
    }

    private static @Nullable Object bound(@Nullable Object value) {
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }
}
