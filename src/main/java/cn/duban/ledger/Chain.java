package cn.duban.ledger;

import cn.duban.crypto.CanonicalJson;
import cn.duban.crypto.Sm3;
import cn.duban.web.Viewer;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Seals an act into an entry: header, salted payload and the entry before it, hashed with SM3. */
final class Chain {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<String> APART = Set.of("digest", "previous", "hash");

    private Chain() {}

    static Entry seal(Change change, Viewer viewer) {
        var payload = new TreeMap<String, Object>(change.words);
        payload.put("delta", Delta.of(change));
        var salt = new byte[16];
        RANDOM.nextBytes(salt);
        var previous = change.before == null ? Hex.ZERO : change.before.matter().head();
        var behalf = change.behalf;
        var open = new Entry(change.matter.tenant(), change.matter.id(), change.entryNo(), change.act, change.now,
                viewer.person(), viewer.personName(), viewer.post(), viewer.postName(), viewer.unit(), viewer.unitName(),
                behalf == null ? null : behalf.unit(), behalf == null ? null : behalf.name(),
                change.fromState(), change.matter.state(), payload, Hex.of(salt), digest(Hex.of(salt), payload), previous, Hex.ZERO);
        return hashed(open);
    }

    private static Entry hashed(Entry e) {
        return new Entry(e.tenant(), e.matter(), e.no(), e.act(), e.at(), e.person(), e.personName(), e.post(), e.postName(), e.unit(), e.unitName(),
                e.behalfUnit(), e.behalfName(), e.fromState(), e.toState(), e.payload(), e.salt(), e.digest(), e.previous(), hash(e));
    }

    static Hex digest(Hex salt, @Nullable Map<String, Object> payload) {
        return Hex.of(Sm3.digest(salt.bytes(), CanonicalJson.bytes(payload)));
    }

    /** SM3(canonical header ‖ digest ‖ previous): what an entry's {@code hash} must be. */
    static Hex hash(Entry entry) {
        var header = Rows.image(entry.bare());
        header.keySet().removeAll(APART);
        return Hex.of(Sm3.digest(CanonicalJson.bytes(header), entry.digest().bytes(), entry.previous().bytes()));
    }
}
