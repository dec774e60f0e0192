package cn.duban.units.paste;

import java.util.List;

/**
 * One line of a pasted table as it was understood.
 *
 * @param will what entering it does, in words; empty when there is nothing to do
 * @param faults what is wrong with it, in sentences
 */
public record PasteLine(int number, List<String> cells, List<String> will, List<String> faults) {

    public boolean good() {
        return faults.isEmpty();
    }
}
