package cn.duban.hotline.quality;

import cn.duban.crypto.CanonicalJson;
import cn.duban.crypto.Sm3;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The secret of a month and what becomes of it. The house makes it and shows its SM3 before anybody knows which tickets there will be; the seed is SM3 of the pool's digest, the
 * secret and the words of whoever draws, one after the other. Whoever speaks the words does not know the secret, and the secret was there before the pool, so nobody steers it.
 *
 * @param secret told to nobody before the month was drawn
 * @param commitment its SM3
 */
record Bound(YearMonth month, byte[] secret, byte[] commitment, String by, Instant at) {

    /** Canonical JSON, the same in whatever order the tickets come. */
    static String pool(YearMonth month, int each, Collection<Draw.Handled> pool) {
        List<Map<String, Object>> tickets = pool.stream().sorted(Comparator.comparing((Draw.Handled one) -> one.ticket().toString())).map(one -> Map.<String, Object>of("ticket", one.ticket().toString(), "agent", one.agent())).toList();
        return new String(CanonicalJson.bytes(Map.of("month", month.toString(), "each", each, "tickets", tickets)), StandardCharsets.UTF_8);
    }

    /** 64 hex digits. */
    String seed(String pool, String words) {
        return Sm3.hex(Sm3.digest(Sm3.digest(pool.getBytes(StandardCharsets.UTF_8)), secret, words.getBytes(StandardCharsets.UTF_8)));
    }
}
