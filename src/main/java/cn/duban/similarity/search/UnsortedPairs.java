package cn.duban.similarity.search;

import static org.jooq.impl.DSL.inline;

import cn.duban.timers.Timed;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Sorts into the index what acts left at its end, so that hardly an act has to and no search reads a long list. Whoever comes second finds it empty. */
@Component
class UnsortedPairs implements Timed {

    private static final String INDEX = "similarity.passage_pairs";

    private final DSLContext sql;

    UnsortedPairs(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<Timer> timers() {
        return List.of(Timer.every(Duration.ofSeconds(5), "similarity.sort", this::sort));
    }

    /** @return how many pages of the list went into the index */
    long sort() {
        return sql.select(DSL.function("gin_clean_pending_list", SQLDataType.BIGINT, DSL.field("{0}::regclass", Object.class, inline(INDEX)))).fetchSingle().value1();
    }
}
