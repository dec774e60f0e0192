package cn.duban.similarity;

import cn.duban.ledger.MatterRow;
import java.util.List;

/**
 * A matter that was found.
 *
 * @param places the first few, body before notes, the newest note first
 * @param more places that are not shown
 */
public record Hit(MatterRow row, Excerpt number, Excerpt title, List<Place> places, int more) {}
