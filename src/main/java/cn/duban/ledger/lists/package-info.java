/**
 * Lists of matters and their other faces: the list with its columns, the board by state, the timeline of a year, the calendar of
 * due days; and views, which are a list's question under a name.
 *
 * <p>All faces ask the same {@link cn.duban.ledger.MatterQuery}, which stands in the address. What it finds, with the viewer's sight
 * in the statement, is {@link cn.duban.ledger.Matters}' to say; here stands what people see of it, and what they keep of it: their
 * columns and views.
 */
@NullMarked
package cn.duban.ledger.lists;

import org.jspecify.annotations.NullMarked;
