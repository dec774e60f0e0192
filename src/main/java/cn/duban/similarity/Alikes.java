package cn.duban.similarity;

import java.util.List;

/**
 * What is like a matter or a new text, the most alike first.
 *
 * @param basis what could be compared
 */
public record Alikes(Basis basis, List<Alike> hits) {

    public enum Basis {
        MEANING_AND_WORDING,
        /** The index is still being read, or this machine does not run the model, or too many asked at a time: by wording alone. */
        WORDING
    }
}
