package cn.duban.similarity;

import cn.duban.ledger.Duplicates.Level;
import cn.duban.ledger.MatterRow;
import cn.duban.similarity.wording.Excerpt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A matter that is like another, or like a new text.
 *
 * @param level how likely it is the same matter; null where it is only like it
 * @param score the same as a figure, from 0 to 1
 * @param meaning how alike it is by what it means, from 0 to 1; null where only the wording was compared
 * @param wording how many of the pairs of characters are the same, from 0 to 1
 * @param reasons why it is shown, in the reader's language
 * @param phrases the longest stretches in common, as this matter writes them
 * @param excerpt of its body, what stands in both marked
 */
public record Alike(MatterRow row, @Nullable Level level, double score, @Nullable Double meaning, double wording, List<String> reasons, List<String> phrases, Excerpt title, @Nullable Excerpt excerpt) {}
