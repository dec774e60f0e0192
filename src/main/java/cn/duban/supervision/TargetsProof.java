package cn.duban.supervision;

import cn.duban.ledger.Happenings;
import cn.duban.ledger.Happenings.Key;
import cn.duban.ledger.Proof;
import cn.duban.ledger.Provable;
import cn.duban.supervision.Target.State;
import cn.duban.supervision.Target.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every target and every value against what its entry says in the chain. What was erased there by a rule says nothing and is not compared. */
@Component
class TargetsProof implements Provable {

    private static final int SOME = 500;

    private final Targets targets;
    private final Happenings happenings;

    TargetsProof(Targets targets, Happenings happenings) {
        this.targets = targets;
        this.happenings = happenings;
    }

    /** What a row says that an entry must say as well. @param whole false where the entry may go on, as with a reason */
    private record Said(String where, Key entry, String words, boolean whole) {

        boolean by(String entered) {
            return whole ? entered.equals(words) : entered.startsWith(words);
        }
    }

    @Override
    public int prove(int tenant, List<Proof.Break> breaks) {
        var said = targets.everything(tenant).stream().flatMap(TargetsProof::said).toList();
        for (int from = 0; from < said.size(); from += SOME) prove(tenant, said.subList(from, Math.min(said.size(), from + SOME)), breaks);
        return said.size();
    }

    private static Stream<Said> said(Target target) {
        var defined = target.state() == State.TRACKED ? Stream.of(one(target, "", target.entry(), target.defined(), true)) : Stream.<Said>empty();
        return Stream.concat(defined, target.values().stream().flatMap(value -> said(target, value)));
    }

    private static Stream<Said> said(Target target, Value value) {
        var where = " " + value.startsOn();
        var reported = one(target, where, value.entry(), target.reported(value.startsOn(), value.value()), true);
        return value.review() == null ? Stream.of(reported) : Stream.of(reported, one(target, where, value.review(), target.reviewed(value.startsOn(), value.value(), value.confirmed()), false));
    }

    private static Said one(Target target, String where, @Nullable Integer entry, String words, boolean whole) {
        return new Said("target " + target.id() + where, new Key(target.matter().id(), entry == null ? 0 : entry), words, whole);
    }

    private void prove(int tenant, List<Said> some, List<Proof.Break> breaks) {
        var entered = entered(tenant, some.stream().map(Said::entry).distinct().toList());
        for (var one : some) {
            var words = entered.get(one.entry());
            if (words == null || words.isPresent() && !one.by(words.get())) breaks.add(new Proof.Break(one.where(), "指标或者它的数值与台账记录不符", "a target or its value is not what the ledger's entry says"));
        }
    }

    /** Empty where the content was erased; no entry at all is not there. */
    private Map<Key, Optional<String>> entered(int tenant, List<Key> keys) {
        var entered = new HashMap<Key, Optional<String>>();
        happenings.of(tenant, keys).forEach(happening -> {
            var payload = happening.entry().payload();
            entered.put(new Key(happening.matter().id(), happening.entry().no()), payload == null ? Optional.empty() : Optional.of(String.valueOf(payload.get("note"))));
        });
        return entered;
    }
}
