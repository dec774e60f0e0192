package cn.duban.supervision;

import static cn.duban_db.ledger.Tables.TEXT_ROW;

import cn.duban.ledger.Proof;
import cn.duban.ledger.Provable;
import cn.duban.supervision.Target.State;
import cn.duban.supervision.Target.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every target and every value against what its entry says in the chain. What was erased there by a rule says nothing and is not compared. */
@Component
class TargetsProof implements Provable {

    /** The words of an entry among the texts of a matter. */
    private static final short SAID = 2;

    private static final int SOME = 500;

    private final Targets targets;
    private final DSLContext sql;

    TargetsProof(Targets targets, DSLContext sql) {
        this.targets = targets;
        this.sql = sql;
    }

    private record Place(UUID matter, int entry) {}

    @Override
    public int prove(int tenant, List<Proof.Break> breaks) {
        var all = targets.everything(tenant).stream().filter(target -> target.entry() != null).toList();
        var said = said(tenant, all.stream().map(target -> target.matter().id()).distinct().toList());
        var proved = 0;
        for (var target : all) {
            if (target.state() == State.TRACKED) compare(target, "target " + target.id(), target.entry(), target.defined(), said, breaks);
            proved += 1 + target.values().size();
            for (var value : target.values()) compare(target, value, said, breaks);
        }
        return proved;
    }

    private static void compare(Target target, Value value, Map<Place, String> said, List<Proof.Break> breaks) {
        var where = "target " + target.id() + " " + value.startsOn();
        compare(target, where, value.entry(), target.reported(value.startsOn(), value.value()), said, breaks);
        if (value.review() == null) return;
        var words = said.get(new Place(target.matter().id(), value.review()));
        if (words != null && !words.startsWith(target.reviewed(value.startsOn(), value.value(), value.confirmed()))) differs(where, breaks);
    }

    private static void compare(Target target, String where, @Nullable Integer entry, String words, Map<Place, String> said, List<Proof.Break> breaks) {
        var entered = entry == null ? null : said.get(new Place(target.matter().id(), entry));
        if (entered != null && !entered.equals(words)) differs(where, breaks);
    }

    private static void differs(String where, List<Proof.Break> breaks) {
        breaks.add(new Proof.Break(where, "指标或者它的数值与台账记录不符", "a target or its value is not what the ledger's entry says"));
    }

    private Map<Place, String> said(int tenant, List<UUID> matters) {
        var said = new HashMap<Place, String>();
        Stream.iterate(0, from -> from < matters.size(), from -> from + SOME).map(from -> matters.subList(from, Math.min(matters.size(), from + SOME)))
                .forEach(some -> sql.select(TEXT_ROW.MATTER, TEXT_ROW.ENTRY, TEXT_ROW.TEXT).from(TEXT_ROW).where(TEXT_ROW.TENANT.eq(tenant), TEXT_ROW.KIND.eq(SAID), TEXT_ROW.MATTER.in(some))
                        .forEach(r -> said.put(new Place(r.value1(), r.value2()), r.value3())));
        return said;
    }
}
