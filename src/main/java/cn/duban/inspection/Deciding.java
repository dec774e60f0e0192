package cn.duban.inspection;

import cn.duban.inspection.Crowding.Crowd;
import cn.duban.inspection.Declaration.State;
import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Opening;
import cn.duban.ledger.Secrecy;
import cn.duban.units.Directories;
import cn.duban.web.Dates;
import cn.duban.web.NotFound;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides on what was declared: approved it becomes a matter with a number; merged, refused or withdrawn it stays on record. */
@Component
public class Deciding {

    static final String TYPE = "inspection";

    private final Plans plans;
    private final Quotas quotas;
    private final Ledger ledger;
    private final Directories directories;
    private final TransactionTemplate transaction;

    Deciding(Plans plans, Quotas quotas, Ledger ledger, Directories directories, PlatformTransactionManager transactions) {
        this.plans = plans;
        this.quotas = quotas;
        this.ledger = ledger;
        this.directories = directories;
        this.transaction = new TransactionTemplate(transactions);
    }

    List<Crowd> crowds(Declaration one) {
        return one.state().counts() ? crowding(one.tenant()).of(one.planned()) : List.of();
    }

    Crowding crowding(int tenant) {
        return new Crowding(plans.counting(tenant).stream().map(Declaration::planned).toList(), quotas.of(tenant));
    }

    /** @param reason why it takes place although it comes too near to something; needed only then @param seen the version that was looked at */
    public MatterId approve(UUID id, int seen, String reason, Viewer viewer) {
        var one = decidable(id, seen, viewer);
        var prepared = ledger.number(List.of(opening(one)), viewer);
        transaction.executeWithoutResult(status -> {
            if (!crowds(one).isEmpty() && reason.isBlank()) throw Refused.invalid("inspection.crowded", Words.say("inspection.approve.reason.missing"), Words.say("inspection.approve.reason.missing.next"));
            ledger.openNumbered(prepared, viewer, null);
            var matter = new MatterId(one.tenant(), prepared.getFirst().opening().id());
            ledger.act(matter, Act.of("approve").due(one.last()).saying("note", reason), viewer);
            plans.decide(one, State.APPROVED, reason.isBlank() ? null : reason.strip(), matter.id(), null, viewer);
        });
        return new MatterId(one.tenant(), prepared.getFirst().opening().id());
    }

    @Transactional
    public void refuse(UUID id, int seen, String reason, Viewer viewer) {
        var one = decidable(id, seen, viewer);
        plans.decide(one, State.REFUSED, needed(reason), null, null, viewer);
    }

    /** Its units are inspected by the other one, once for both. */
    @Transactional
    public void merge(UUID id, int seen, UUID into, String reason, Viewer viewer) {
        var one = decidable(id, seen, viewer);
        var other = plans.find(into, viewer).filter(Declaration::open).filter(found -> !found.id().equals(id)).orElseThrow(() -> Refused.invalid("inspection.merge", Words.say("inspection.merge.none"), Words.say("inspection.merge.none.next")));
        var here = directories.of(one.tenant());
        if (other.unannounced() && one.objects().stream().anyMatch(unit -> Stream.concat(Stream.of(other.unit()), other.joining().stream()).anyMatch(inspecting -> DeclarationForm.reads(unit, inspecting, here))))
            throw Refused.invalid("inspection.merge.below", Words.say("inspection.declare.objects.below"), "");
        plans.objects(one.tenant(), other.id(), one.objects().stream().filter(unit -> !here.within(other.unit(), unit)).toList());
        plans.touch(other);
        plans.decide(one, State.MERGED, needed(reason), null, other.id(), viewer);
    }

    /** By those who declared it, while nobody has decided. */
    @Transactional
    public void withdraw(UUID id, int seen, Viewer viewer) {
        var one = plans.find(id, viewer).filter(Declaration::open).orElseThrow(NotFound::new);
        if (!directories.of(viewer.tenant()).within(viewer.unit(), one.enteredUnit())) throw Refused.forbidden("inspection.withdraw", Words.say("inspection.withdraw.own"), "");
        if (one.version() != seen) throw Plans.changed();
        plans.decide(one, State.WITHDRAWN, null, null, null, viewer);
    }

    @Transactional
    public void issue(int year, Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        plans.issue(year, viewer);
    }

    /** Whoever declared it does not decide on it. */
    private Declaration decidable(UUID id, int seen, Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        var one = plans.find(id, viewer).orElseThrow(NotFound::new);
        if (!one.open() || one.version() != seen) throw Plans.changed();
        if (one.enteredBy() == viewer.person()) throw Refused.forbidden("inspection.own", Words.say("inspection.decide.own"), Words.say("inspection.decide.own.next"));
        return one;
    }

    private static String needed(String reason) {
        if (reason.isBlank()) throw Refused.invalid("inspection.reason", Words.say("inspection.reason.missing"), "");
        return reason.strip();
    }

    private Opening opening(Declaration one) {
        var directory = directories.of(one.tenant());
        var fields = new LinkedHashMap<String, String>();
        fields.put("kind", one.kind().word());
        fields.put("methods", one.methods().stream().map(method -> Words.in(Words.CHINESE, "inspection.method." + method.word())).collect(Collectors.joining("、")));
        fields.put("basis", one.basis());
        fields.put("days", String.valueOf(one.days()));
        if (one.decision() != null) fields.put("outside", one.decision());
        var roles = new LinkedHashMap<String, List<Integer>>();
        roles.put("lead", List.of(one.unit()));
        if (!one.joining().isEmpty()) roles.put("assist", one.joining());
        var objects = one.objects().stream().map(directory::unitName).collect(Collectors.joining("、"));
        var body = Words.in(Words.CHINESE, "inspection.body", objects, Dates.day(one.first()), Dates.day(one.last()), one.days()) + (one.scope().isBlank() ? "" : "\n" + one.scope());
        return new Opening(Ledger.newId(), TYPE, TYPE, one.title(), body, fields, Map.copyOf(roles), null, null, null, 0, Secrecy.INTERNAL, false, null, null);
    }
}
