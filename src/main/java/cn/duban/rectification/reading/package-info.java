/**
 * What a rectification bulletin (整改情况通报) or a work plan (工作要点、任务分解) says.
 *
 * <p>Words: a <i>passage</i> is a stretch of text that knows the source line of every character; an <i>outline</i> is the tree of
 * numbered headings; a <i>finding</i> is a leaf of the bulletin, a <i>task</i> a leaf of the plan; a <i>claim</i> is a number that the
 * text states about itself or its facts and that can be recounted; a <i>remark</i> is what a person must look at, with its line.
 *
 * <p>Invariants: the reader says what it read and never more. No status is inferred from praise; a status word is a claim of its
 * author. A number that cannot be read stays unknown. Every finding, task, claim and remark names a line of the source. Reading is
 * pure: no Spring, no SQL, no clock.
 */
@NamedInterface("reading")
@NullMarked
package cn.duban.rectification.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
