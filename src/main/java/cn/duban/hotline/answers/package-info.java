/**
 * "Has somebody asked this?" (有人问过吗): questions and answers that everybody may read. An agent proposes one out of an answered ticket, without what is
 * anybody's own; another agent checks it; it can be withdrawn, and never says which ticket it came from.
 */
@NamedInterface("answers")
@NullMarked
package cn.duban.hotline.answers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
