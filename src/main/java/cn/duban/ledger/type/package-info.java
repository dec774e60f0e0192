/**
 * The language of matter types: one YAML file says roles, fields, states, actions and clocks of a kind of matter (事项类型).
 *
 * <p>{@link cn.duban.ledger.type.TypeReader} reads a file into a {@link cn.duban.ledger.type.MatterType}, every part with its
 * line; {@link cn.duban.ledger.type.TypeLinter} refuses a type that would let a matter vanish: a state without a way out, an
 * open state without a clock or without somebody who owes the next step, a closing action open to those who did the work,
 * silence taken for consent without an article of law ({@link cn.duban.ledger.type.SilenceByLaw}). {@link
 * cn.duban.ledger.type.TypeDifference} says in words what a newer version changes.
 *
 * <p>Pure Java: no Spring, no database, no clock, so that the editor, the command line and the tests all run the same rules.
 */
@NamedInterface("type")
@NullMarked
package cn.duban.ledger.type;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
