package cn.duban.notices;

import static cn.duban_db.notices.Tables.NOTICE;

import cn.duban.web.Viewer;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    record Told(Telling telling, List<Fresh> fresh) {}

    record Fresh(UUID notice, Kind kind, Viewer reader) {}

    /** Joins the caller's transaction, so that neither is there without the other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Telling telling, Map<Viewer, Kind> readers) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var fresh = new ArrayList<Fresh>();
        readers.forEach((reader, kind) -> {
            var id = IDS.generate();
            var told = sql.insertInto(NOTICE)
                    .set(NOTICE.TENANT, telling.tenant()).set(NOTICE.ID, id).set(NOTICE.PERSON, reader.person()).set(NOTICE.POST, reader.post())
                    .set(NOTICE.KIND, kind.word()).set(NOTICE.SUBJECT, telling.subject()).set(NOTICE.KEY, telling.key()).set(NOTICE.PLACE, telling.place())
                    .set(NOTICE.WHAT_ZH, telling.what().zh()).set(NOTICE.WHAT_EN, telling.what().en()).set(NOTICE.ACTOR, telling.actor())
                    .set(NOTICE.DAY, telling.day()).set(NOTICE.SOURCE, telling.source()).set(NOTICE.AT, now)
                    .onConflictDoNothing().execute();
            if (told == 1) fresh.add(new Fresh(id, kind, reader));
        });
        if (!fresh.isEmpty()) events.publishEvent(new Told(telling, fresh));
    }
}
