package cn.duban.publication;

import static cn.duban_db.publication.Tables.COUNTED;

import cn.duban.crypto.Sm3;
import cn.duban.ledger.AsOf;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterThen;
import cn.duban.publication.Composition.Figure;
import cn.duban.publication.Content.Counted;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Proves a published bulletin: the digest of what is shown, the chain of every matter counted up to the version counted,
 * and every figure, composed again from those entries alone.
 */
@Component
public class Proving {

    private final DSLContext sql;
    private final AsOf ledger;
    private final Sheets sheets;
    private final Published published;

    Proving(DSLContext sql, AsOf ledger, Sheets sheets, Published published) {
        this.published = published;
        this.sql = sql;
        this.ledger = ledger;
        this.sheets = sheets;
    }

    public enum What { TEXT, ENTRY, FIGURE }

    /** @param where the matter, entry or figure, as a person can look it up */
    public record Fault(What what, String where, String said, String is) {}

    /** @param typed numbers in the words of whoever wrote the bulletin: they are no figures, so nothing proves them */
    public record Outcome(int matters, int entries, int figures, List<String> typed, String digest, List<Fault> faults) {
        public boolean holds() {
            return faults.isEmpty();
        }
    }

    public Outcome prove(Frozen frozen) {
        var faults = new ArrayList<Fault>();
        var digest = Sm3.hex(Sm3.digest(frozen.content().getBytes(StandardCharsets.UTF_8)));
        if (!digest.equals(frozen.digest())) faults.add(new Fault(What.TEXT, frozen.number(), frozen.digest(), digest));
        var content = frozen.read();
        if (!content.number().equals(frozen.number()) || !Content.plain(content.title()).equals(frozen.title()))
            faults.add(new Fault(What.TEXT, frozen.number(), frozen.number() + " " + frozen.title(), content.number() + " " + Content.plain(content.title())));
        heads(frozen, content, faults);
        noted(frozen, content.root(), faults);
        var matters = ledger.at(content.root(), content.counted().stream().collect(Collectors.toMap(c -> c.matter().id(), Counted::version)));
        chains(content, matters, faults);
        var composition = matters.isEmpty() ? null : sheets.composed(frozen.tenant(), content.rootType(), matters, content.asOf(), "", Template.SHIPPED,
                published.former(frozen, content.root().id()).map(Sheets::said).orElse(Map.of()), content.form());
        var figures = composition == null ? 0 : figures(content, composition.figures(), faults);
        var typed = composition == null ? List.<String>of() : content.words().flatMap(words -> TypedNumber.in(words, composition).stream()).map(TypedNumber::words).distinct().toList();
        return new Outcome(content.counted().size(), content.counted().stream().mapToInt(Counted::version).sum(), figures, typed, digest, faults);
    }

    /** The very entry that publication wrote, where whoever published could write it; what others say there afterwards proves nothing. */
    private void noted(Frozen frozen, MatterId root, List<Fault> faults) {
        if (frozen.noted() == null) return;
        var wanted = Publishing.noted(frozen.number(), frozen.digest());
        var is = ledger.at(root, Map.of(root.id(), frozen.noted())).stream().filter(matter -> matter.matter().version() == frozen.noted())
                .flatMap(matter -> matter.said().stream()).reduce((earlier, later) -> later).map(MatterThen.Said::text).orElse("—");
        if (!is.equals(wanted)) faults.add(new Fault(What.TEXT, frozen.number() + " #" + frozen.noted(), is, wanted));
    }

    /** The list in the text and the rows beside it say the same. */
    private void heads(Frozen frozen, Content content, List<Fault> faults) {
        var rows = sql.select(COUNTED.MATTER, COUNTED.VERSION, COUNTED.HEAD).from(COUNTED)
                .where(COUNTED.TENANT.eq(frozen.tenant()), COUNTED.BULLETIN.eq(frozen.bulletin()))
                .fetchMap(r -> r.value1(), r -> r.value2() + " " + Sm3.hex(r.value3()));
        var said = new HashMap<UUID, String>();
        content.counted().forEach(c -> said.put(c.matter().id(), c.version() + " " + c.head()));
        if (!rows.equals(said)) faults.add(new Fault(What.TEXT, frozen.number(), rows.size() + " heads", said.size() + " heads"));
    }

    private static void chains(Content content, List<MatterThen> matters, List<Fault> faults) {
        var byId = matters.stream().collect(Collectors.toMap(m -> m.matter().id(), Function.identity()));
        for (var counted : content.counted()) {
            var matter = byId.get(counted.matter().id());
            if (matter == null) faults.add(new Fault(What.ENTRY, counted.matter().toString(), "1–" + counted.version(), "—"));
            else if (matter.broken() != null) faults.add(new Fault(What.ENTRY, matter.matter().number() + " #" + matter.broken(), counted.head(), matter.head()));
            else if (matter.matter().version() != counted.version() || !matter.head().equals(counted.head()))
                faults.add(new Fault(What.ENTRY, matter.matter().number() + " #" + counted.version(), counted.head(), matter.head()));
        }
    }

    private static int figures(Content content, Map<String, Figure> figures, List<Fault> faults) {
        var proved = 0;
        for (var segments : Stream.concat(Stream.of(content.title()), content.passages().stream().map(Content.Passage::segments)).toList())
            for (int i = 0; i < segments.size(); i++) {
                var name = segments.get(i).figure();
                if (name == null || figures.containsKey(name) && !figures.get(name).proved()) continue;
                proved++;
                var cut = i > 0 && segments.get(i - 1).hidden() || i + 1 < segments.size() && segments.get(i + 1).hidden();
                check(name, segments.get(i).text(), cut, figures, faults);
            }
        return proved;
    }

    private static void check(String name, String shown, boolean cut, Map<String, Figure> figures, List<Fault> faults) {
        var figure = figures.get(name);
        if (figure == null) faults.add(new Fault(What.FIGURE, name, shown, "—"));
        else if (!figure.text().equals(shown) && !(cut && figure.text().contains(shown))) faults.add(new Fault(What.FIGURE, name, shown, figure.text()));
    }
}
