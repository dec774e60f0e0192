/**
 * The pages at which matter types are read, written, compared, tried out, published, and running matters moved.
 *
 * <p>The rules are the room's: {@link cn.duban.ledger.TypeDesk} keeps the versions, {@link cn.duban.ledger.Rehearsal} plays a
 * matter through a type, {@link cn.duban.ledger.Migration} moves matters. Here stands what people see of them: the words of the
 * office ({@link cn.duban.ledger.desk.TypeReadout}), the drawing ({@link cn.duban.ledger.desk.StateDiagram}), the lines of a text.
 */
@NamedInterface("desk")
@NullMarked
package cn.duban.ledger.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
