/**
 * The pages on which units, posts and people are looked at, and by {@code ADMINISTER} changed.
 *
 * <p>Every change has a form of its own ({@link cn.duban.units.page.FormPage}), because each asks for exactly what it
 * needs, and from which day it holds.
 */
@NullMarked
package cn.duban.units.page;

import org.jspecify.annotations.NullMarked;
