package cn.duban.escalation;

import cn.duban.ledger.Dossier;
import cn.duban.ledger.Escalating;
import cn.duban.ledger.Refusal;
import cn.duban.timers.Timed;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.Tenants;
import cn.duban.workdays.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the steps whose moment has come, the earliest first, each in one transaction with its number and its line in the chain. Looked at twice, on
 * another node or after an outage, a step that was made is not made again: it is decided on what stands while the matter is held.
 */
@Component
class Firing implements Timed {

    private static final Logger log = LoggerFactory.getLogger(Firing.class);

    private final Breaches breaches;
    private final Ladders ladders;
    private final Forms forms;
    private final Documents documents;
    private final Numbers numbers;
    private final Escalating escalating;
    private final DocumentNotices notices;
    private final Directories directories;
    private final Tenants tenants;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Firing(Breaches breaches, Ladders ladders, Forms forms, Documents documents, Numbers numbers, Escalating escalating, DocumentNotices notices, Directories directories, Tenants tenants, Clock clock, PlatformTransactionManager transactions) {
        this.breaches = breaches;
        this.ladders = ladders;
        this.forms = forms;
        this.documents = documents;
        this.numbers = numbers;
        this.escalating = escalating;
        this.notices = notices;
        this.directories = directories;
        this.tenants = tenants;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<Timer> timers() {
        return List.of(Timer.every(Duration.ofMinutes(5), "escalation.ladders", () -> tenants.each(tenant -> fire(tenant, clock.instant()))));
    }

    /** What a government goes by at an instant. */
    private record Now(int tenant, Regime regime, Directory directory, Instant instant) {

        Deadlines deadlines() {
            return new Deadlines(regime.calendar(), regime.zone());
        }
    }

    /** @return how many steps were made */
    int fire(int tenant, Instant instant) {
        var directory = directories.of(tenant);
        var today = LocalDate.ofInstant(instant, directory.zone());
        ladders.begin(tenant, today);
        var now = new Now(tenant, ladders.regime(directory, today), directory, instant);
        var made = 0;
        var until = now.regime().horizon(instant);
        Breach last = null;
        do {
            var page = breaches.page(tenant, until, last, directory.zone());
            for (var due = due(page, now); !due.isEmpty(); ) {
                var some = fire(due, now);
                made += some;
                // several steps of one breach, the earliest first: what was made is looked at anew
                due = some == 0 ? List.of() : due(breaches.of(tenant, due.stream().map(one -> one.breach().matter().id()).collect(Collectors.toSet()), directory.zone()), now);
            }
            last = page.size() < Breaches.PAGE ? null : page.getLast();
        } while (last != null);
        return made;
    }

    private record Due(Breach breach, Regime.Judged judged) {}

    /** Of each matter one at a time, in the order of their moments. */
    private List<Due> due(List<Breach> page, Now now) {
        var seen = new HashSet<UUID>();
        return page.stream().filter(breach -> breach.unit() != null && !breach.unit().equals(breach.supervisor()))
                .flatMap(breach -> now.regime().judge(breach, breaches.rule(breach)).filter(judged -> judged.next().due(now.instant())).map(judged -> new Due(breach, judged)).stream())
                .sorted(Comparator.comparing((Due due) -> due.judged().next().at()).thenComparing(due -> due.breach().matter().id()).thenComparing(due -> due.breach().run().clock()))
                .filter(due -> seen.add(due.breach().matter().id())).toList();
    }

    /** Together; where somebody acted on one of them meanwhile, one by one. */
    private int fire(List<Due> due, Now now) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> whole(due, now)));
        } catch (Refusal.Refused | DataIntegrityViolationException | PessimisticLockingFailureException faster) {
            if (due.size() > 1) return due.stream().mapToInt(one -> fire(List.of(one), now)).sum();
            log.warn("A step for {} is looked at again with the next round: {}", due.getFirst().breach().matter(), faster.getMessage());
            return 0;
        }
    }

    /** Held first, then read and judged once more: another node may have made it since. */
    private int whole(List<Due> due, Now now) {
        var ids = due.stream().map(one -> one.breach().matter().id()).toList();
        var held = escalating.hold(now.tenant(), ids).stream().filter(Escalating::awake).collect(Collectors.toMap(dossier -> dossier.matter().id(), Function.identity()));
        var still = due(breaches.of(now.tenant(), held.keySet(), now.regime().zone()), now);
        var issuing = new Issuing(now.directory(), now.deadlines());
        var made = new ArrayList<Document>();
        still.forEach(one -> issuing.made(one.breach(), one.judged(), Objects.requireNonNull(breaches.rule(one.breach())), dossier(held, one.breach()), now.instant()).ifPresent(made::add));
        var finished = numbered(made, issuing, held, now);
        documents.insert(finished);
        escalating.write(now.tenant(), finished.stream().map(d -> d.issued() == null ? Issuing.line(d, "ready", Issuing.chinese(d) + "已到发出条件，待签发。", Map.of(), dossier(held, d)) : issuing.line(d, dossier(held, d))).toList());
        notices.made(finished, now.directory());
        return finished.size();
    }

    /** Numbers last, once everything else is held, and always in the same order of series: what waits for them waits shortly, and never in a ring. */
    private List<Document> numbered(List<Document> made, Issuing issuing, Map<UUID, Dossier> held, Now now) {
        var today = issuing.day(now.instant());
        var form = new HashMap<Kind, Form>();
        var next = new HashMap<Kind, Integer>();
        var wanted = made.stream().filter(d -> d.signBy() == null).collect(Collectors.groupingBy(Document::kind, java.util.TreeMap::new, Collectors.counting()));
        made.forEach(d -> form.computeIfAbsent(d.kind(), kind -> forms.on(today, now.tenant(), kind)));
        wanted.forEach((kind, many) -> next.put(kind, numbers.take(now.tenant(), kind, today.getYear(), many.intValue())));
        return made.stream().map(d -> {
            var dossier = dossier(held, d);
            var worded = issuing.worded(d, form.get(d.kind()), dossier, today);
            if (d.signBy() != null) return worded;
            return issuing.issued(worded, form.get(d.kind()), next.merge(d.kind(), 1, Integer::sum) - 1, now.instant(), 0, dossier.matter().version() + 1);
        }).toList();
    }

    private static Dossier dossier(Map<UUID, Dossier> held, Breach breach) {
        return Objects.requireNonNull(held.get(breach.matter().id()));
    }

    private static Dossier dossier(Map<UUID, Dossier> held, Document document) {
        return Objects.requireNonNull(held.get(document.matter().id()));
    }
}
