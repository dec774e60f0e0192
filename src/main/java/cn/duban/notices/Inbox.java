package cn.duban.notices;

import static cn.duban_db.notices.Tables.NOTICE;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import cn.duban.web.Bell;
import cn.duban.web.Viewer;
import cn.duban_db.notices.tables.records.NoticeRecord;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The notices of one person in one post. What the reader may not see at this moment is neither shown nor counted. */
@Component
class Inbox {

    private final DSLContext sql;
    private final Clock clock;
    private final List<Subjects> subjects;
    /** The figure on a page may be this old: the page's own stream says the present one at once. */
    private final Cache<Viewer, Integer> counted = Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(10)).maximumSize(10_000).build();

    Inbox(DSLContext sql, Clock clock, List<Subjects> subjects) {
        this.sql = sql;
        this.clock = clock;
        this.subjects = subjects;
    }

    /** @param next where the next page begins; null at the end */
    record Page(List<NoticeRow> rows, @Nullable UUID next) {}

    /** The newest first. @param before the last one of the page before */
    Page page(Viewer viewer, boolean unread, @Nullable Kind kind, @Nullable UUID before, int size) {
        var found = sql.selectFrom(NOTICE).where(own(viewer), seen(viewer))
                .and(unread ? NOTICE.READ_AT.isNull() : noCondition())
                .and(kind == null ? noCondition() : NOTICE.KIND.eq(kind.word()))
                .and(before == null ? noCondition() : NOTICE.ID.lt(before))
                .orderBy(NOTICE.ID.desc()).limit(size + 1).fetch();
        var page = found.subList(0, Math.min(found.size(), size));
        return new Page(rows(page, viewer), found.size() > size ? page.getLast().getId() : null);
    }

    int unread(Viewer viewer) {
        var unread = sql.fetchCount(select(inline(1)).from(NOTICE).where(own(viewer), NOTICE.READ_AT.isNull()).and(seen(viewer)).limit(Bell.MANY));
        counted.put(viewer, unread);
        return unread;
    }

    /** The same as it stood within the last seconds, and since the viewer read anything here. */
    int lately(Viewer viewer) {
        var known = counted.getIfPresent(viewer);
        return known == null ? unread(viewer) : known;
    }

    Optional<NoticeRow> find(UUID id, Viewer viewer) {
        return rows(sql.selectFrom(NOTICE).where(own(viewer), seen(viewer)).and(NOTICE.ID.eq(id)).fetch(), viewer).stream().findFirst();
    }

    void read(UUID id, Viewer viewer) {
        read(viewer, NOTICE.ID.eq(id));
    }

    /** Everything up to the newest that the reader saw; what came meanwhile stays unread. */
    void readAll(UUID newest, @Nullable Kind kind, Viewer viewer) {
        read(viewer, NOTICE.ID.le(newest).and(kind == null ? noCondition() : NOTICE.KIND.eq(kind.word())));
    }

    private void read(Viewer viewer, Condition which) {
        sql.update(NOTICE).set(NOTICE.READ_AT, clock.instant()).where(own(viewer), NOTICE.READ_AT.isNull(), which).execute();
        counted.invalidate(viewer);
    }

    /** These notices without those whose thing the viewer may not see now. */
    List<NoticeRow> rows(List<NoticeRecord> notices, Viewer viewer) {
        Map<String, Map<UUID, Subject>> about = new HashMap<>();
        for (var subject : subjects) {
            var keys = notices.stream().filter(n -> n.getSubject().equals(subject.name())).map(NoticeRecord::getKey).collect(Collectors.toSet());
            if (!keys.isEmpty()) about.put(subject.name(), subject.of(keys, viewer));
        }
        return notices.stream().map(n -> row(n, about.getOrDefault(n.getSubject(), Map.of()).get(n.getKey()))).filter(Objects::nonNull).toList();
    }

    private static @Nullable NoticeRow row(NoticeRecord n, @Nullable Subject about) {
        return about == null ? null : new NoticeRow(n.getId(), Kind.named(n.getKind()).orElseThrow(), about, n.getPlace(), n.getWhatZh(), n.getWhatEn(), n.getActor(), n.getDay(), n.getAt(), n.getReadAt() == null);
    }

    static Condition own(Viewer viewer) {
        return NOTICE.TENANT.eq(viewer.tenant()).and(NOTICE.PERSON.eq(viewer.person())).and(NOTICE.POST.eq(viewer.post()));
    }

    private Condition seen(Viewer viewer) {
        Condition any = falseCondition();
        for (var subject : subjects) any = any.or(NOTICE.SUBJECT.eq(subject.name()).and(subject.visible(NOTICE.KEY, viewer)));
        return any;
    }
}
