package cn.duban.similarity.duplicates;

import java.util.List;
import java.util.UUID;

/** Two matters that may be the same, the smaller id first, as the database orders ids. */
record Pair(UUID one, UUID other, double score, double meaning) {

    static Pair of(UUID some, UUID more, double score, double meaning) {
        return smaller(some, more) ? new Pair(some, more, score, meaning) : new Pair(more, some, score, meaning);
    }

    /** Only which two. */
    static Pair of(UUID some, UUID more) {
        return of(some, more, 0, 0);
    }

    /** Bit for bit without sign, as PostgreSQL compares them; {@link UUID#compareTo} minds the sign. */
    private static boolean smaller(UUID some, UUID more) {
        var high = Long.compareUnsigned(some.getMostSignificantBits(), more.getMostSignificantBits());
        return high != 0 ? high < 0 : Long.compareUnsigned(some.getLeastSignificantBits(), more.getLeastSignificantBits()) < 0;
    }

    List<UUID> both() {
        return List.of(one, other);
    }
}
