package cn.duban.ledger.lists;

import static cn.duban_db.ledger.Tables.LIST_CHOICE;
import static cn.duban_db.ledger.Tables.SAVED_VIEW;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;

import cn.duban.ledger.MatterColumn;
import cn.duban.ledger.lists.SavedView.Reach;
import cn.duban.units.Directories;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What people keep of lists: views under a name, the one they begin with, their columns. Asked for on every page, so it is kept for
 * two seconds; a change on this node shows at once.
 */
@Component
class SavedViews {

    static final int NAME = 30;
    static final int QUERY = 2000;
    /** More than these nobody finds their way among. */
    static final int MOST = 30;
    private static final int SHOWN = 100;

    private final DSLContext sql;
    private final Directories directories;
    private final Clock clock;
    private final Cache<Viewer, Kept> kept = Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(2)).maximumSize(10_000).build();

    SavedViews(DSLContext sql, Directories directories, Clock clock) {
        this.sql = sql;
        this.directories = directories;
        this.clock = clock;
    }

    /**
     * @param views that the reader may use, their own first
     * @param home the one that the list begins with; null for none
     * @param columns that the reader chose; empty for the usual ones
     */
    record Kept(List<SavedView> views, @Nullable SavedView home, List<MatterColumn> columns) {}

    private record Choice(String columns, @Nullable UUID view) {}

    /** Who may show everybody of the government the way: the supervision, and administrators. */
    static boolean sharesWithAll(Viewer viewer) {
        return viewer.has(Duty.SUPERVISE) || viewer.has(Duty.ADMINISTER);
    }

    Kept of(Viewer viewer) {
        return kept.get(viewer, this::read);
    }

    private Kept read(Viewer viewer) {
        var own = SAVED_VIEW.PERSON.eq(viewer.person());
        var views = multiset(select(SAVED_VIEW.ID, SAVED_VIEW.NAME, SAVED_VIEW.FACE, SAVED_VIEW.QUERY, SAVED_VIEW.REACH, field(own)).from(SAVED_VIEW).where(SAVED_VIEW.TENANT.eq(viewer.tenant()), usable(viewer))
                .orderBy(field(own).desc(), SAVED_VIEW.REACH.desc(), SAVED_VIEW.NAME, SAVED_VIEW.ID).limit(inline(SHOWN)))
                .convertFrom(all -> all.map(r -> new SavedView(r.value1(), r.value2(), Face.named(r.value3()), r.value4(), Reach.valueOf(r.value5().toUpperCase(Locale.ROOT)), r.value6())));
        var choice = multiset(select(LIST_CHOICE.COLUMNS, LIST_CHOICE.VIEW).from(LIST_CHOICE).where(LIST_CHOICE.TENANT.eq(viewer.tenant()), LIST_CHOICE.PERSON.eq(viewer.person())))
                .convertFrom(all -> all.map(r -> new Choice(r.value1(), r.value2())));
        var both = sql.select(views, choice).fetchSingle();
        var chosen = both.value2().stream().findFirst().orElse(new Choice("", null));
        return new Kept(both.value1(), both.value1().stream().filter(view -> view.id().equals(chosen.view())).findFirst().orElse(null), MatterColumn.read(chosen.columns()));
    }

    private Condition usable(Viewer viewer) {
        return SAVED_VIEW.PERSON.eq(viewer.person())
                .or(SAVED_VIEW.REACH.eq(inline("all")))
                .or(SAVED_VIEW.REACH.eq(inline("unit")).and(SAVED_VIEW.UNIT.in(directories.of(viewer.tenant()).lineage(viewer.unit()))));
    }

    /** @throws Refused when there are too many already, or it is not theirs to share so far */
    SavedView create(String name, Face face, String query, Reach reach, Viewer viewer) {
        may(reach, viewer);
        var now = clock.instant();
        var view = new SavedView(UUID.randomUUID(), name, face, query, reach, true);
        if (sql.select(field(selectCount().from(SAVED_VIEW).where(SAVED_VIEW.TENANT.eq(viewer.tenant()), SAVED_VIEW.PERSON.eq(viewer.person())))).fetchSingle().value1() >= MOST)
            throw Refused.conflict("ledger.views.most", Words.say("ledger.views.most", MOST), Words.say("ledger.views.most.next"));
        sql.insertInto(SAVED_VIEW).set(SAVED_VIEW.TENANT, viewer.tenant()).set(SAVED_VIEW.ID, view.id()).set(SAVED_VIEW.NAME, name).set(SAVED_VIEW.FACE, face.word()).set(SAVED_VIEW.QUERY, query)
                .set(SAVED_VIEW.REACH, reach.word()).set(SAVED_VIEW.UNIT, viewer.unit()).set(SAVED_VIEW.PERSON, viewer.person()).set(SAVED_VIEW.CHANGED_AT, now).execute();
        kept.invalidateAll();
        return view;
    }

    void rename(UUID id, String name, Reach reach, Viewer viewer) {
        may(reach, viewer);
        changed(sql.update(SAVED_VIEW).set(SAVED_VIEW.NAME, name).set(SAVED_VIEW.REACH, reach.word()).set(SAVED_VIEW.UNIT, viewer.unit()).set(SAVED_VIEW.CHANGED_AT, clock.instant()).where(own(id, viewer)).execute());
    }

    /** What an own view asks from now on; another's stays as it is. @return whether it was theirs */
    boolean asks(UUID id, String query, Viewer viewer) {
        var rows = sql.update(SAVED_VIEW).set(SAVED_VIEW.QUERY, query).set(SAVED_VIEW.CHANGED_AT, clock.instant()).where(own(id, viewer)).execute();
        kept.invalidateAll();
        return rows == 1;
    }

    /** Administrators also take away what somebody shared with everybody. */
    void delete(UUID id, Viewer viewer) {
        var theirs = own(id, viewer);
        changed(sql.deleteFrom(SAVED_VIEW).where(viewer.has(Duty.ADMINISTER) ? theirs.or(SAVED_VIEW.TENANT.eq(viewer.tenant()).and(SAVED_VIEW.ID.eq(id)).and(SAVED_VIEW.REACH.eq("all"))) : theirs).execute());
    }

    /** @param view null to begin with everything */
    void beginWith(@Nullable UUID view, Viewer viewer) {
        if (view != null && of(viewer).views().stream().noneMatch(one -> one.id().equals(view))) throw new NotFound();
        sql.insertInto(LIST_CHOICE).set(LIST_CHOICE.TENANT, viewer.tenant()).set(LIST_CHOICE.PERSON, viewer.person()).set(LIST_CHOICE.VIEW, view)
                .onConflict(LIST_CHOICE.TENANT, LIST_CHOICE.PERSON).doUpdate().set(LIST_CHOICE.VIEW, view).execute();
        kept.invalidateAll();
    }

    void show(List<MatterColumn> columns, Viewer viewer) {
        var text = MatterColumn.text(columns);
        sql.insertInto(LIST_CHOICE).set(LIST_CHOICE.TENANT, viewer.tenant()).set(LIST_CHOICE.PERSON, viewer.person()).set(LIST_CHOICE.COLUMNS, text)
                .onConflict(LIST_CHOICE.TENANT, LIST_CHOICE.PERSON).doUpdate().set(LIST_CHOICE.COLUMNS, text).execute();
        kept.invalidateAll();
    }

    private static Condition own(UUID id, Viewer viewer) {
        return SAVED_VIEW.TENANT.eq(viewer.tenant()).and(SAVED_VIEW.ID.eq(id)).and(SAVED_VIEW.PERSON.eq(viewer.person()));
    }

    private void changed(int rows) {
        kept.invalidateAll();
        if (rows == 0) throw new NotFound();
    }

    private static void may(Reach reach, Viewer viewer) {
        if (reach == Reach.ALL && !sharesWithAll(viewer)) throw Refused.forbidden("ledger.views.all", Words.say("ledger.views.all"), Words.say("ledger.views.all.next"));
    }
}
