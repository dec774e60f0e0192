package cn.duban.figures;

import static cn.duban_db.figures.Tables.STANDING;
import static cn.duban_db.figures.Tables.STOOD;
import static cn.duban_db.figures.Tables.STRETCH;
import static cn.duban_db.figures.Tables.SUMMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.nullif;

import cn.duban.DubanTest;
import cn.duban.demo.City;
import cn.duban.evidence.EvidenceFiles;
import cn.duban.figures.Counts.Moment;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.Town;
import cn.duban.ledger.type.Phase;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Boards tell the same from the sums as from the stretches, for stretches of every shape; no matters are needed for it. */
@DubanTest
class SumsAgreeTest {

    private static final String TYPE = "rectification-measure";

    @Autowired Boards boards;
    @Autowired Counts counts;
    @Autowired Summing summing;
    @Autowired SumsProof proof;
    @Autowired CatchingUp catchingUp;
    @Autowired Ledger ledger;
    @Autowired City cities;
    @Autowired Directories directories;
    @Autowired EvidenceFiles files;
    @Autowired DSLContext sql;
    @Autowired PlatformTransactionManager transactions;

    private final Random random = new Random(8);
    private Town town;
    private int tenant;

    @BeforeEach
    void aTown() {
        town = new Town(cities, directories, ledger, files);
        tenant = town.city.tenant();
    }

    private void invented(int matters) {
        for (int i = 0; i < matters; i++) {
            var began = instant();
            var counted = Instant.now().minusSeconds(60);
            var rows = 1 + random.nextInt(4);
            var id = Ledger.newId();
            for (int no = 1; began.isBefore(counted); no++) {
                var ended = random.nextInt(9) == 0 ? began : random.nextInt(6) == 0 ? counted.minusSeconds(1 + random.nextInt(20_000)) : began.plus(random.nextInt(90), ChronoUnit.DAYS).plusSeconds(random.nextInt(90_000));
                var last = no >= rows || !ended.isBefore(counted) || ended.isBefore(began);
                write(id, no, began, last ? null : ended);
                if (last) break;
                began = ended;
            }
        }
        new TransactionTemplate(transactions).executeWithoutResult(status -> summing.anew(tenant));
        catchingUp.run(tenant);
    }

    /** Some days ago: anywhere, or where a threshold is crossed today. */
    private Instant instant() {
        var days = random.nextBoolean() ? random.nextInt(380) : List.of(0, 7, 30, 90, 180).get(random.nextInt(5));
        if (random.nextInt(3) == 0) return town.today().minusDays(days).atStartOfDay(town.directory().zone()).toInstant();
        return Instant.now().minus(days, ChronoUnit.DAYS).minusSeconds(600 + random.nextInt(30_000)).truncatedTo(ChronoUnit.MICROS);
    }

    private void write(UUID id, int no, Instant began, Instant ended) {
        var late = random.nextInt(5) == 0 ? null : random.nextInt(3) == 0 ? instant().plus(7, ChronoUnit.DAYS) : instant();
        var phase = ended == null && random.nextInt(3) == 0 ? Phase.values()[random.nextInt(Phase.values().length)] : random.nextInt(4) == 0 ? Phase.DRAFT : Phase.OPEN;
        var turn = no == 1 ? Turn.OPENED : random.nextInt(3) == 0 ? null : Turn.values()[random.nextInt(4)];
        var table = ended == null ? STANDING : STRETCH;
        var row = sql.newRecord(table);
        set(row, STOOD.TENANT, tenant);
        set(row, STOOD.MATTER, id);
        set(row, STOOD.NO, no);
        set(row, STOOD.BEGAN_AT, began);
        set(row, STOOD.ACT, "act");
        set(row, STOOD.TURN, turn == null ? null : turn.word());
        set(row, STOOD.ON_TIME, random.nextInt(3) == 0 ? null : random.nextBoolean());
        set(row, STOOD.FROM_STATE, no == 1 ? null : List.of("working", "assigned").get(random.nextInt(2)));
        set(row, STOOD.FROM_SINCE, no == 1 ? null : began.minusSeconds(random.nextInt(5_000_000)));
        set(row, STOOD.LEDGER, "rectification");
        set(row, STOOD.TYPE, TYPE);
        set(row, STOOD.SOURCE, List.of("entered", "document").get(random.nextInt(2)));
        set(row, STOOD.STATE, List.of("working", "submitted").get(random.nextInt(2)));
        set(row, STOOD.STATE_SINCE, began);
        set(row, STOOD.PHASE, phase.name().toLowerCase(Locale.ROOT));
        set(row, STOOD.UNIT, random.nextInt(4) == 0 ? null : town.unit(List.of("市生态环境局", "市住建局").get(random.nextInt(2))));
        set(row, STOOD.LEADER, random.nextInt(4) == 0 ? null : town.post("vice1"));
        set(row, STOOD.LATE_AT, late);
        if (ended != null) row.set(STRETCH.ENDED_AT, ended);
        row.set(field(name("secrecy"), String.class), List.of("public", "internal", "work_secret", "named_persons").get(random.nextInt(4)));
        if (ended == null) {
            row.set(STANDING.SEEN, no);
            row.set(STANDING.SUPERVISORS, new Integer[] {town.as(random.nextBoolean() ? "inspect" : "patrol").unit()});
            row.set(STANDING.BEARERS, new Integer[] {town.unit(List.of("市生态环境局", "市住建局").get(random.nextInt(2)))});
            row.set(STANDING.POSTS, random.nextBoolean() ? new Integer[0] : new Integer[] {town.post(List.of("vice1", "inspect", "eco.handle").get(random.nextInt(3)))});
        }
        row.store();
    }

    private static <T> void set(org.jooq.Record row, Field<T> column, T value) {
        row.set(field(name(column.getName()), column.getDataType()), value);
    }

    @Test
    void countsAStretchExactlyWhenTheConditionOfItsKindHolds() {
        invented(120);
        var edges = new ArrayList<Instant>();
        sql.select(STOOD.BEGAN_AT, STOOD.LATE_AT).from(STOOD).where(STOOD.TENANT.eq(tenant)).limit(25).forEach(r -> {
            edges.add(r.value1());
            if (r.value2() != null) for (var days : Kind.THRESHOLDS) edges.add(r.value2().plus(days, ChronoUnit.DAYS));
        });
        var held = 0;
        for (var edge : edges) for (int micros = -1; micros <= 1; micros++) {
            var moment = new Moment(edge.plus(micros, ChronoUnit.MICROS), Instant.EPOCH);
            var columns = Kind.STANDING.stream().map(kind -> field(Counts.stands(moment).and(kind.at(moment))).as(kind.word())).toList();
            var bySql = sql.select(STOOD.MATTER, STOOD.NO).select(columns).from(STOOD).where(STOOD.TENANT.eq(tenant))
                    .fetchMap(r -> r.get(STOOD.MATTER) + " " + r.get(STOOD.NO), r -> Kind.STANDING.stream().filter(kind -> Boolean.TRUE.equals(r.get(kind.word(), Boolean.class))).toList());
            var byJava = sql.select(STOOD.MATTER, STOOD.NO, STOOD.BEGAN_AT, nullif(STOOD.ENDED_AT, Summing.NEVER), STOOD.PHASE, STOOD.LATE_AT).from(STOOD).where(STOOD.TENANT.eq(tenant))
                    .fetchMap(r -> r.value1() + " " + r.value2(), r -> counting(r.value3(), r.value4(), r.value5(), r.value6(), moment.at()));
            assertThat(bySql).as(moment.at().toString()).isEqualTo(byJava);
            held += bySql.values().stream().mapToInt(List::size).sum();
        }
        assertThat(held).isGreaterThan(1000);
    }

    private static List<Kind> counting(Instant began, Instant ended, String phase, Instant late, Instant at) {
        var stretch = new Stretch(began, ended, null, null, null, null, "", "", "", "", Phase.valueOf(phase.toUpperCase(Locale.ROOT)), null, null, late);
        return Kind.STANDING.stream().filter(kind -> kind.of(stretch) != null && kind.of(stretch).at(at)).toList();
    }

    /** Whoever sees some as a whole and some for another reason gets both; some of all that crosses a threshold does so today. */
    @Test
    void tellsTheSameFromTheSumsAsFromTheStretches() {
        invented(250);
        var told = 0;
        for (var login : List.of("inspect", "patrol", "vice1", "eco", "eco.handle")) {
            var viewer = town.as(login);
            for (int i = 0; i < 14; i++) {
                var day = i == 0 ? null : town.today().minusDays(i == 1 ? 1 : random.nextInt(390));
                var since = i % 3 == 0 ? null : town.today().minusDays(random.nextInt(390));
                var unit = List.of(town.unit("市住建局"), Scope.NONE).get(random.nextInt(2));
                var scope = new Scope(day, since, null, random.nextInt(4) == 0 ? TYPE : null, random.nextInt(4) == 0 ? "document" : null, random.nextInt(4) == 0 ? unit : null, random.nextInt(4) == 0 ? town.post("vice1") : null, i % 5 == 4 ? town.unit("市住建局") : null);
                var fromSums = told(scope, viewer);
                through(Summing.NOBODY);
                assertThat(fromSums).as(login + " " + scope).isEqualTo(told(scope, viewer));
                through(Summing.EVERYBODY);
                told += fromSums.size();
            }
        }
        assertThat(told).isGreaterThan(1000);
        assertThat(proof.faults(town.directory(), town.today().minusDays(30))).isEmpty();
    }

    @Test
    void tellsTheSameOnADayOnWhichMuchWasTakenIn() {
        invented(150);
        var midnight = town.today().atStartOfDay(town.directory().zone()).toInstant();
        sql.execute("insert into figures.standing select (jsonb_populate_record(s, jsonb_build_object('matter', gen_random_uuid(), 'began_at', cast(? as timestamptz) + random() * (now() - cast(? as timestamptz))))).* from figures.standing s cross join generate_series(1, 40) where s.tenant = ?",
                midnight.toString(), midnight.toString(), tenant);
        invented(0);
        assertThat(counts.busy(tenant, midnight, Boards.MANY)).isTrue();
        for (var login : List.of("inspect", "vice1", "eco")) {
            var fromSums = told(Scope.read(Map.of()), town.as(login));
            through(Summing.NOBODY);
            assertThat(fromSums).as(login).isEqualTo(told(Scope.read(Map.of()), town.as(login)));
            through(Summing.EVERYBODY);
        }
    }

    private void through(UUID upto) {
        sql.update(SUMMED).set(SUMMED.UPTO, upto).where(SUMMED.TENANT.eq(tenant)).execute();
    }

    private List<String> told(Scope scope, Viewer viewer) {
        var board = boards.of(scope, Ranking.OPEN, viewer);
        var told = new ArrayList<String>();
        board.sections().forEach(section -> section.lines().forEach(line -> told.add(section.by() + " " + line.label() + told(line.tally()))));
        board.months().forEach(line -> told.add(line.label() + told(line.tally())));
        board.moves().forEach(move -> told.add(move.toString()));
        told.add(told(board.total()));
        return told;
    }

    private static String told(Tally tally) {
        return IntStream.range(0, Kind.values().length).mapToObj(i -> " " + tally.of(Kind.values()[i])).reduce("", String::concat);
    }
}
