package cn.duban.ledger;

import static org.jooq.impl.DSL.inline;

import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Whether a viewer touches so few matters that reading those is quicker than walking all. It chooses the way and decides nothing, so it may be old. */
@Component
class FewMatters {

    static final int FEW = 20_000;

    private final DSLContext sql;
    private final Sight sight;
    private final int most;
    private final Cache<Viewer, Boolean> known = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(10)).maximumSize(10_000).build();

    @Autowired
    FewMatters(DSLContext sql, Sight sight) {
        this(sql, sight, FEW);
    }

    FewMatters(DSLContext sql, Sight sight, int most) {
        this.sql = sql;
        this.sight = sight;
        this.most = most;
    }

    boolean of(Viewer viewer, Directory directory) {
        return known.get(viewer, one -> sql.fetchCount(sight.touched(one, directory).limit(inline(most + 1))) <= most);
    }
}
