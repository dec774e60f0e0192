package cn.duban.inspection.draw;

import cn.duban.crypto.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The lot itself, {@code sm3-order-1}. The seed is SM3 of the pool's digest, the secret and the canonical words of the witnesses, one after
 * the other; each candidate's ticket is SM3 of the seed and the person's number in decimal digits; the smallest ticket, read as hexadecimal
 * digits, goes first. Pool and secret were bound by their digests before any witness spoke, so nobody can steer it alone. Pure.
 */
public final class Lot {

    public static final String ALGORITHM = "sm3-order-1";

    private Lot() {}

    static byte[] seed(byte[] poolDigest, byte[] secret, byte[] witnesses) {
        return Sm3.digest(poolDigest, secret, witnesses);
    }

    static List<Integer> order(byte[] seed, Collection<Integer> candidates) {
        return candidates.stream().distinct().sorted(Comparator.comparing((Integer person) -> ticket(seed, person)).thenComparing(person -> person)).toList();
    }

    static String ticket(byte[] seed, int person) {
        return Sm3.hex(Sm3.digest(seed, Integer.toString(person).getBytes(StandardCharsets.US_ASCII)));
    }

    /** Who goes: the first of the order, without those who declined. */
    static List<Integer> team(List<Integer> order, int wanted, Set<Integer> declined) {
        return order.stream().filter(person -> !declined.contains(person)).limit(wanted).toList();
    }
}
