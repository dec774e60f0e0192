package cn.duban.ledger;

import cn.duban.crypto.CanonicalJson;
import cn.duban.crypto.Sm3;
import cn.duban.ledger.Dossier.Deed;
import cn.duban.web.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * One matter told from its opening to where it stands: every act decided by the kernel's own rules and sealed into its
 * chain, so that what is loaded is what the door would have written. Only the salt comes from the seed.
 */
final class Telling {

    /** An entry with the canonical bytes that were digested, which are also what is stored. */
    record Line(Entry entry, byte[] payload) {}

    final List<Line> lines = new ArrayList<>();
    /** As each entry left it, for whoever counts. */
    final List<Step> steps = new ArrayList<>();
    Dossier dossier;

    Telling(Change opening, Viewer viewer, byte[] salt) {
        take(opening, viewer, salt);
    }

    void take(Change change, Viewer viewer, byte[] salt) {
        var payload = new TreeMap<String, Object>(change.words);
        payload.put("delta", Delta.of(change));
        var canonical = CanonicalJson.bytes(payload);
        var previous = change.before == null ? Hex.ZERO : change.before.matter().head();
        var sealed = entry(change, viewer, Hex.of(salt), Hex.of(Sm3.digest(salt, canonical)), previous, Hex.ZERO);
        var entry = entry(change, viewer, sealed.salt(), sealed.digest(), previous, Chain.hash(sealed));
        lines.add(new Line(entry, canonical));
        dossier = after(change, entry, viewer);
        steps.add(new Step(dossier.matter(), dossier.responsibilities(), dossier.clocks(), change.act, change.now, change.fromState()));
    }

    private static Entry entry(Change change, Viewer by, Hex salt, Hex digest, Hex previous, Hex hash) {
        return new Entry(change.matter.tenant(), change.matter.id(), change.entryNo(), change.act, change.now, by.person(), by.personName(), by.post(), by.postName(),
                by.unit(), by.unitName(), null, null, change.fromState(), change.matter.state(), null, salt, digest, previous, hash);
    }

    private static Dossier after(Change change, Entry entry, Viewer viewer) {
        var before = change.before;
        return new Dossier(change.matter.sealed(entry.no(), entry.hash()), List.copyOf(change.responsibilities.values()), List.copyOf(change.assignments.values()),
                List.copyOf(change.clocks.values()), joined(before == null ? List.of() : before.journal(), change.journal), List.copyOf(change.relations.values()),
                joined(before == null ? List.of() : before.evidence(), change.evidence), List.of(),
                joined(before == null ? List.of() : before.deeds(), List.of(new Deed(entry.no(), change.act, viewer.person(), viewer.post(), viewer.unit(), true, null))), List.of(), List.of(), null);
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        if (more.isEmpty()) return some;
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    Instant at() {
        return lines.getLast().entry().at();
    }
}
