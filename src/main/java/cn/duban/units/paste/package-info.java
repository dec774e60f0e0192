/**
 * Units and people entered from a table pasted out of a spreadsheet: read, previewed line by line with every fault in a
 * sentence, then entered in one transaction. As long as one line is wrong, nothing is entered.
 */
@NullMarked
package cn.duban.units.paste;

import org.jspecify.annotations.NullMarked;
