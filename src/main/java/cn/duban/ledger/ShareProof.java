package cn.duban.ledger;

import static cn.duban_db.ledger.Tables.RESPONSIBILITY;
import static cn.duban_db.ledger.Tables.SHARE;
import static org.jooq.impl.DSL.row;

import cn.duban.units.Outside;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Both sides of what units of one government bear in the ledger of another say the same. The side of the matter is proved by its entries. */
record ShareProof(DSLContext sql, int tenant) {

    private static final int PAGE = 500;
    private static final int FIRST_OUTSIDE = Outside.number(1, 0);

    private record Key(int tenant, int matterTenant, UUID matter, int unit) {

        static Key of(OutsideShare share) {
            return new Key(share.tenant(), share.matterTenant(), share.matter(), share.unit());
        }

        String where() {
            return "matter " + matterTenant + "-" + matter + " share " + tenant + "-" + unit;
        }
    }

    /** What these matters say of units outside, and those units' governments do not. */
    List<Proof.Break> withheld(List<UUID> matters) {
        var breaks = new ArrayList<Proof.Break>();
        said(tenant, matters, RESPONSIBILITY.UNIT.ge(FIRST_OUTSIDE)).stream().collect(Collectors.groupingBy(OutsideShare::tenant)).forEach((receiver, shares) -> {
            var there = sql.select(Rows.json(SHARE)).from(SHARE).where(SHARE.TENANT.eq(receiver), SHARE.MATTER_TENANT.eq(tenant), SHARE.MATTER.in(matters))
                    .fetch(r -> Rows.read(r.value1(), OutsideShare.class)).stream().collect(Collectors.toMap(Key::of, Function.identity()));
            for (var share : shares) {
                var other = there.get(Key.of(share));
                if (other == null) breaks.add(new Proof.Break(Key.of(share).where(), "承担单位一方没有这件事的登记", "the unit's own side does not say that it bears this matter"));
                else if (!other.equals(share)) breaks.add(new Proof.Break(Key.of(share).where(), "承担单位一方的登记与责任不符：现为 " + Rows.text(other) + "，应为 " + Rows.text(share),
                        "the unit's own side says " + Rows.text(other) + ", the responsibilities say " + Rows.text(share)));
            }
        });
        return breaks;
    }

    /** What this government's side says of matters elsewhere, and those matters do not. */
    List<Proof.Break> invented() {
        var breaks = new ArrayList<Proof.Break>();
        Key last = null;
        for (List<Key> page; !(page = page(last)).isEmpty(); last = page.getLast()) page.stream().collect(Collectors.groupingBy(Key::matterTenant)).forEach((host, keys) -> {
            var known = known(host, keys);
            keys.stream().filter(key -> !known.contains(key)).forEach(key -> breaks.add(new Proof.Break(key.where(), "那件事没有交给过这个单位", "that matter was never given to this unit")));
        });
        return breaks;
    }

    private Set<Key> known(int host, List<Key> keys) {
        var units = keys.stream().filter(key -> key.unit() >= 0).map(key -> Outside.number(tenant, key.unit())).collect(Collectors.toSet());
        return said(host, keys.stream().map(Key::matter).toList(), RESPONSIBILITY.UNIT.in(units)).stream().map(Key::of).collect(Collectors.toCollection(HashSet::new));
    }

    private List<Key> page(@Nullable Key last) {
        var further = last == null ? DSL.noCondition() : row(SHARE.MATTER_TENANT, SHARE.MATTER, SHARE.UNIT).gt(last.matterTenant(), last.matter(), last.unit());
        return sql.select(SHARE.TENANT, SHARE.MATTER_TENANT, SHARE.MATTER, SHARE.UNIT).from(SHARE).where(SHARE.TENANT.eq(tenant), further)
                .orderBy(SHARE.MATTER_TENANT, SHARE.MATTER, SHARE.UNIT).limit(PAGE).fetch(r -> new Key(r.value1(), r.value2(), r.value3(), r.value4()));
    }

    private List<OutsideShare> said(int host, List<UUID> matters, Condition units) {
        return sql.select(Rows.json(RESPONSIBILITY)).from(RESPONSIBILITY).where(RESPONSIBILITY.TENANT.eq(host), RESPONSIBILITY.MATTER.in(matters), units)
                .fetch(r -> Rows.read(r.value1(), Responsibility.class)).stream().collect(Collectors.groupingBy(Responsibility::matter)).values().stream().flatMap(rows -> OutsideShare.of(rows).stream()).toList();
    }
}
