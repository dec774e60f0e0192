package cn.duban.units;

import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import java.util.EnumSet;
import java.util.Set;

/**
 * How the records of one government name a unit, post or person of another: by a number that none of its own can have, with that
 * government and the number there in it (2³⁰ + government · 2¹⁸ + number). So a matter that a unit outside bears is found, seen,
 * proved and barred by the very columns, indexes and rules that hold for units inside, and no number ever means two.
 * Constraints of the register keep governments below 2¹² and numbers below 2¹⁸.
 */
public final class Outside {

    private static final int FIRST = 1 << 30;
    private static final int BITS = 18;
    private static final int MOST = (1 << BITS) - 1;

    /** What somebody may be in the records of another government: they work for their unit and answer for it, and supervise or administer nothing there. */
    private static final Set<Duty> ABROAD = EnumSet.complementOf(EnumSet.of(Duty.SUPERVISE, Duty.ADMINISTER));

    /** What no unit, post or person can be numbered. */
    private static final int NOBODY = FIRST;

    private Outside() {}

    /** @param own what the unit, post or person is numbered at home */
    public static int number(int government, int own) {
        if (government < 1 || government >= FIRST >> BITS || own < 0 || own > MOST) throw new IllegalArgumentException("No number of another government can be made of " + government + " and " + own + ".");
        return FIRST + (government << BITS) + own;
    }

    public static boolean is(int number) {
        return number >= FIRST;
    }

    public static int government(int number) {
        return (number - FIRST) >> BITS;
    }

    /** The number at home. */
    public static int own(int number) {
        return number & MOST;
    }

    /** The number by which another government knows what {@code here} knows by this one. */
    public static int seenFrom(int there, int number, int here) {
        var government = is(number) ? government(number) : here;
        var own = is(number) ? own(number) : number;
        if (government == there) return own;
        return own < 0 || own > MOST || government < 1 ? NOBODY : number(government, own);
    }

    /** Somebody as the records of another government name them. */
    static Viewer viewer(int there, Viewer viewer, String unitName) {
        return new Viewer(there, seenFrom(there, viewer.person(), viewer.tenant()), viewer.personName(), seenFrom(there, viewer.post(), viewer.tenant()), viewer.postName(),
                seenFrom(there, viewer.unit(), viewer.tenant()), unitName, abroad(viewer.duties()));
    }

    /** Whoever the records of another government name, as they are known at home, with the duties that they have there. */
    public static Viewer home(Viewer outside) {
        if (!is(outside.person())) return outside;
        return new Viewer(government(outside.person()), own(outside.person()), outside.personName(), own(outside.post()), outside.postName(), own(outside.unit()), outside.unitName(), outside.duties());
    }

    static Set<Duty> abroad(Set<Duty> duties) {
        var kept = EnumSet.noneOf(Duty.class);
        duties.stream().filter(ABROAD::contains).forEach(kept::add);
        return kept;
    }
}
