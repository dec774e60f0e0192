package cn.duban.publication;

import cn.duban.crypto.Sm3;
import cn.duban.ledger.MatterId;
import java.time.LocalDate;
import java.util.List;

/**
 * A bulletin laid out: its figures as the ledger said them at its instant.
 *
 * @param content with what is covered marked but still there; {@link Content#open} is what the public would read
 * @param inner matters kept inside the office of which some words would go out
 */
public record Sheet(Bulletin bulletin, Composition composition, Content content, List<Redaction> redactions, List<Check> checks, List<Inner> inner) {

    /** A matter for the office only whose words the public would read. */
    public record Inner(MatterId id, String number, String title) {}


    /** The same sheet showing what was frozen: whatever was set or entered later, this is what was published. */
    Sheet showing(Content frozen) {
        return new Sheet(bulletin, composition, frozen, redactions, List.of(), List.of());
    }

    public boolean stopped() {
        return checks.stream().anyMatch(c -> c.level() == Check.Level.STOP);
    }

    /** What was approved must be what is published, whatever its number and day will be. */
    String approvable() {
        var open = content.open();
        return Sm3.hex(Sm3.digest(
                new Content(open.form(), "", open.mark(), LocalDate.EPOCH, open.asOf(), open.root(), open.rootType(), open.title(), open.passages(), open.counted()).canonical()));
    }
}
