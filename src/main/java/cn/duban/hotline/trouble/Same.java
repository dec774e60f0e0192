package cn.duban.hotline.trouble;

import cn.duban.hotline.suggest.Certainty;
import cn.duban.ledger.MatterRow;
import java.util.List;

/** An open ticket that may tell of the same trouble. @param people who stand behind it already @param score from 0 to 1 */
public record Same(MatterRow row, Certainty certainty, double score, List<String> reasons, int people) {}
