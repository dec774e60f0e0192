package cn.duban.inspection.draw;

import cn.duban.crypto.CanonicalJson;
import cn.duban.crypto.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The record of an opened draw, from which anybody draws it again: every digest, every word, and the text of the pool as it was bound. Pure. */
final class DrawRecord {

    private DrawRecord() {}

    static byte[] of(Draw draw) {
        var all = new LinkedHashMap<String, Object>();
        all.put("algorithm", Lot.ALGORITHM);
        all.put("wanted", draw.wanted());
        all.put("pool", draw.pool());
        all.put("pool-sm3", Sm3.hex(draw.poolDigest()));
        all.put("secret", Sm3.hex(draw.secret()));
        all.put("secret-sm3", Sm3.hex(draw.commitment()));
        all.put("witnesses", Objects.requireNonNull(draw.witnesses()));
        all.put("seed", Sm3.hex(Objects.requireNonNull(draw.seed())));
        all.put("order", draw.order());
        all.put("team", draw.team());
        all.put("declined", draw.declined().stream().map(one -> Map.<String, Object>of("person", one.person(), "reason", one.reason(), "by", one.by(), "at", one.at().toString())).toList());
        all.put("prepared", Map.of("by", draw.preparedName(), "at", draw.preparedAt().toString()));
        all.put("drawn", Map.of("by", Objects.requireNonNull(draw.drawnName()), "at", Objects.requireNonNull(draw.drawnAt()).toString()));
        all.put("opened", Map.of("by", Objects.requireNonNull(draw.openedName()), "at", Objects.requireNonNull(draw.openedAt()).toString()));
        return CanonicalJson.bytes(all);
    }

    /** Draws again; false where anything differs. */
    static boolean holds(Draw draw) {
        var seed = draw.seed();
        if (seed == null || draw.witnesses() == null) return false;
        return Sm3.hex(Sm3.digest(draw.pool().getBytes(StandardCharsets.UTF_8))).equals(Sm3.hex(draw.poolDigest())) && Sm3.hex(Sm3.digest(draw.secret())).equals(Sm3.hex(draw.commitment()))
                && Sm3.hex(Lot.seed(draw.poolDigest(), draw.secret(), draw.witnesses().getBytes(StandardCharsets.UTF_8))).equals(Sm3.hex(seed)) && Lot.order(seed, Pool.read(draw.pool()).numbers()).equals(draw.order());
    }
}
