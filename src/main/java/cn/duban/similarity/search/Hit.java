package cn.duban.similarity.search;

import cn.duban.ledger.MatterRow;
import cn.duban.similarity.wording.Excerpt;
import java.util.List;

/**
 * A matter that was found.
 *
 * @param places the first few, body before notes, the newest note first
 * @param more places that are not shown
 */
public record Hit(MatterRow row, Excerpt number, Excerpt title, List<Place> places, int more) {}
