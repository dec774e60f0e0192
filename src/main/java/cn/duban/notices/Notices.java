package cn.duban.notices;

import static cn.duban_db.notices.Tables.NOTICE;

import cn.duban.units.Outside;
import cn.duban.web.Viewer;
import cn.duban_db.notices.tables.records.NoticeRecord;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one door for telling people. Whoever calls it has made sure that each reader may see the thing. */
@Component
public class Notices {

    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    private final DSLContext sql;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Notices(DSLContext sql, Clock clock, ApplicationEventPublisher events) {
        this.sql = sql;
        this.clock = clock;
        this.events = events;
    }

    /** Readers have new notices; published in the transaction that writes them. */
    record Told(int tenant, List<Fresh> fresh) {}

    record Fresh(UUID notice, Kind kind, Viewer reader, String source) {}

    /** Joins the caller's transaction, so that neither is there without the other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Telling telling, Map<Viewer, Kind> readers) {
        tell(telling.tenant(), Map.of(telling, readers));
    }

    /** Several things of one government, in one statement; people of other governments who work on them are told at home, in one for each of these. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(int tenant, Map<Telling, Map<Viewer, Kind>> tellings) {
        var homes = new TreeMap<Integer, Map<Telling, Map<Viewer, Kind>>>();
        tellings.forEach((telling, readers) -> readers.forEach((reader, kind) -> {
            var home = Outside.home(reader);
            homes.computeIfAbsent(home.tenant(), government -> new LinkedHashMap<>()).computeIfAbsent(telling.at(home.tenant()), told -> new LinkedHashMap<>()).put(home, kind);
        }));
        homes.forEach(this::write);
    }

    private void write(int tenant, Map<Telling, Map<Viewer, Kind>> tellings) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var rows = new ArrayList<NoticeRecord>();
        var fresh = new ArrayList<Fresh>();
        tellings.forEach((telling, readers) -> readers.forEach((reader, kind) -> {
            rows.add(row(telling, reader, kind, now));
            fresh.add(new Fresh(rows.getLast().getId(), kind, reader, telling.source()));
        }));
        if (rows.isEmpty()) return;
        var told = sql.insertInto(NOTICE).set(rows).onConflictDoNothing().returning(NOTICE.ID).fetchSet(NOTICE.ID);
        fresh.removeIf(one -> !told.contains(one.notice()));
        if (!fresh.isEmpty()) events.publishEvent(new Told(tenant, fresh));
    }

    private static NoticeRecord row(Telling telling, Viewer reader, Kind kind, Instant now) {
        var row = new NoticeRecord();
        row.setTenant(telling.tenant());
        row.setId(IDS.generate());
        row.setPerson(reader.person());
        row.setPost(reader.post());
        row.setKind(kind.word());
        row.setSubject(telling.subject());
        row.setKey(telling.key());
        row.setPlace(telling.place());
        row.setWhatZh(telling.what().zh());
        row.setWhatEn(telling.what().en());
        row.setActor(telling.actor());
        row.setDay(telling.day());
        row.setSource(telling.source());
        row.setAt(now);
        row.setReadAt(null);
        return row;
    }
}
