package cn.duban.publication;

import cn.duban.ledger.MatterThen;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What a vertical has to say in a bulletin on one of its matters. It must be a function of what it is given: the same
 * matters at the same versions give the same figures, which is how a bulletin is proved years later.
 */
public interface Composer {

    /** The type of matter that a bulletin is written about. */
    String about();

    /**
     * @param matters the matter and everything below it, as they stood, the matter itself first
     * @param on the last day that is told of
     * @param units the name of a unit on that day
     * @param form in which words: those of {@link Content#FORM}, or of the day on which a bulletin was frozen that is proved
     */
    Composition compose(List<MatterThen> matters, LocalDate on, IntFunction<String> units, int form);
}
