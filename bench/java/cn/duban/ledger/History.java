package cn.duban.ledger;

import cn.duban.bench.Prose;
import cn.duban.bench.Words.Category;
import cn.duban.crypto.Sm3;
import cn.duban.ledger.MatterTypes.Published;
import cn.duban.ledger.Prefecture.Bureau;
import cn.duban.ledger.type.Phase;
import cn.duban.web.Viewer;
import cn.duban.workdays.Deadlines;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** Three years of matters, each told from a random of its own so that the n-th is the same whoever tells it and in whatever order. */
public final class History {

    static final int DAYS = 3 * 365;
    private static final int LATELY = 120;
    private static final List<String> OPEN = List.of("working", "submitted", "assigned", "drafted", "paused");
    private static final double[] SHARE = {0.58, 0.78, 0.92, 0.96, 1};

    private final Prefecture town;
    private final Published type;
    private final Prose prose;
    private final long seed;
    private final int count;
    private final Instant end;
    private final LocalDate last;
    private final Map<Integer, Integer> firstOfYear;

    /** @param end what the history leads up to; nothing in it is later */
    public History(Prefecture town, Published type, Prose prose, long seed, int count, Instant end) {
        this.town = town;
        this.type = type;
        this.prose = prose;
        this.seed = seed;
        this.count = count;
        this.end = end;
        this.last = LocalDate.ofInstant(end, Deadlines.CHINA).minusDays(1);
        this.firstOfYear = new java.util.HashMap<>();
        for (int n = count - 1; n >= 0; n--) firstOfYear.put(openedOn(n).getYear(), n);
    }

    int tenant() {
        return town.opener().tenant();
    }

    public int count() {
        return count;
    }

    private LocalDate openedOn(int n) {
        return last.minusDays(DAYS - 1 - (long) n * DAYS / count);
    }

    /** Series → the next number, for those who open matters after this history. */
    public Map<String, Long> series() {
        var series = new java.util.TreeMap<String, Long>();
        firstOfYear.forEach((year, first) -> {
            var next = firstOfYear.getOrDefault(year + 1, count);
            series.put(number(LocalDate.of(year, 6, 1)), (long) next - first + 1);
        });
        return series;
    }

    private String number(LocalDate day) {
        return type.type().number().replace("{year}", "" + day.getYear());
    }

    Telling tell(int n) {
        var random = new SplittableRandom(seed * 1_000_003L + n);
        var day = openedOn(n);
        var opened = day.atTime(8, 30).atZone(Deadlines.CHINA).toInstant().plusSeconds(random.nextInt(9 * 3600));
        return new Tale(n, random, opened, prose.category(random)).told();
    }

    private final class Tale {
        private final int n;
        private final SplittableRandom random;
        private final Category about;
        private final Bureau lead;
        private final Instant opened;
        private final String goal;
        private final Lifecycle rules = new Lifecycle(type.type(), town.directory(), town.deadlines());
        private Telling telling;
        private Instant now;

        Tale(int n, SplittableRandom random, Instant opened, Category about) {
            this.n = n;
            this.random = random;
            this.about = about;
            this.opened = opened;
            this.now = opened;
            this.goal = goal();
            this.lead = !busy() ? town.bureaus().get(random.nextInt(town.bureaus().size())) : town.busy();
            this.telling = new Telling(opening(), town.opener(), salt());
        }

        /** The busy bureau's open matters are those opened last, in a row of their own among the others. */
        private boolean busy() {
            var every = Math.max(1, count * LATELY / DAYS / Math.max(1, town.busyOpen()));
            var back = count - 1 - n;
            return back % every == 0 && back / every < town.busyOpen();
        }

        private String goal() {
            if (busy()) return OPEN.get(Math.max(0, random.nextInt(6) - 3));
            var lately = ChronoUnit.DAYS.between(opened, end) <= LATELY;
            if (random.nextDouble() < (lately ? 0.85 : 0.11)) {
                var share = random.nextDouble();
                for (int i = 0; i < SHARE.length; i++) if (share < SHARE[i]) return OPEN.get(i);
            }
            var other = random.nextInt(100);
            return other < 94 ? "closed" : other < 98 ? "standing" : "void";
        }

        Telling told() {
            if (goal.equals("drafted")) return telling;
            if (goal.equals("void")) return act(Act.of("void").saying("reason", "重复登记，已另行办理。"), town.verifier());
            act(assigning(), town.opener());
            if (goal.equals("assigned")) return telling;
            act(Act.of("receive"), lead.registry());
            for (int reports = random.nextInt(goal.equals("working") ? 4 : 2); reports > 0; reports--) act(Act.of("report").saying("note", prose.note(about, random)), lead.handler());
            if (random.nextInt(20) == 0 && inTime()) act(Act.of("extend").saying("reason", prose.reason(random)).due(later()), town.verifier());
            if (goal.equals("working")) return telling;
            if (goal.equals("paused")) return act(Act.of("pause").saying("reason", prose.reason(random)), town.verifier());
            act(handingIn(), lead.handler());
            if (random.nextInt(12) == 0) {
                act(Act.of("return").saying("reason", prose.refusal(random)).due(ahead(20)), town.verifier());
                act(handingIn(), lead.handler());
            }
            if (goal.equals("submitted")) return telling;
            return act(Act.of(goal.equals("closed") ? "close" : "sustain").saying("verdict", prose.verdict(random)), town.verifier());
        }

        private Change opening() {
            var day = LocalDate.ofInstant(opened, Deadlines.CHINA);
            var number = number(day).replace("{seq}", "" + (n - firstOfYear.get(day.getYear()) + 1));
            var fields = Map.of("mode", random.nextInt(5) == 0 ? "now" : "dated", "goal", prose.goal(about, random));
            var state = type.type().initial();
            var id = new UUID(opened.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000), random.nextLong() >>> 2 | 0x8000000000000000L);
            var title = prose.title(about, random);
            var body = prose.body(about, random);
            var secrecy = random.nextInt(10) == 0 ? Secrecy.PUBLIC : Secrecy.INTERNAL;
            var opening = new Opening(id, type.ledger(), type.type().name(), title, body, fields, Map.of(), null, day, null, 0, secrecy, false, null, null);
            var fresh = new Matter(town.opener().tenant(), id, type.ledger(), type.type().name(), type.version().tenant(), type.version().version(), number, title, body, fields,
                    state.name(), Phase.of(type.type(), state), state.owes(), null, 0, secrecy, false, day, null, null, null, null, opened, 1, Hex.ZERO);
            return rules.open(opening, fresh, town.opener(), opened, null);
        }

        private Act assigning() {
            var act = Act.of("assign").role("leader", town.leaders().get(random.nextInt(town.leaders().size()))).role("lead", lead.unit()).due(ahead(15 + random.nextInt(100)));
            if (random.nextInt(3) > 0) return act;
            var assisting = new ArrayList<Integer>();
            for (int i = random.nextInt(2); i >= 0; i--) {
                var unit = town.bureaus().get(random.nextInt(town.bureaus().size())).unit();
                if (unit != lead.unit() && !assisting.contains(unit)) assisting.add(unit);
            }
            return assisting.isEmpty() ? act : act.role("assist", assisting);
        }

        /** Mostly files of their own; now and then one that was shown elsewhere already. */
        private Act handingIn() {
            var files = new Act.Attachment[1 + random.nextInt(2)];
            for (int i = 0; i < files.length; i++) {
                var kept = lead.files().get(random.nextInt(lead.files().size()));
                var hash = random.nextInt(100) == 0 ? kept.hash() : Sm3.hex(Sm3.digest(salt()));
                files[i] = new Act.Attachment(hash, prose.file(about, random), kept.kind(), kept.mediaType(), kept.size());
            }
            return Act.of("submit").saying("note", prose.note(about, random)).with(files);
        }

        private LocalDate ahead(int days) {
            return LocalDate.ofInstant(now, Deadlines.CHINA).plusDays(days + 5L);
        }

        private boolean inTime() {
            var due = telling.dossier.dueDay();
            return due != null && due.isAfter(ahead(10));
        }

        /** A day that an extension may name: after the one it replaces, and not past by the time it is granted. */
        private LocalDate later() {
            var due = telling.dossier.dueDay();
            var soon = ahead(15);
            return (due == null || due.isBefore(soon) ? soon : due).plusDays(10 + random.nextInt(20));
        }

        private Telling act(Act act, Viewer viewer) {
            var left = ChronoUnit.SECONDS.between(now, end);
            now = now.plusSeconds(Math.max(1, Math.min(left / 4, 600 + random.nextInt(12 * 86_400))));
            var change = KernelActs.names(act.action()) ? new KernelActs(rules).decide(telling.dossier, act, viewer, now) : rules.decide(telling.dossier, act, viewer, now);
            telling.take(change, viewer, salt());
            return telling;
        }

        private byte[] salt() {
            var salt = new byte[16];
            for (int i = 0; i < salt.length; i++) salt[i] = (byte) random.nextInt(256);
            return salt;
        }
    }
}
