package cn.duban.ledger;

import static cn.duban.ledger.TimelineWords.language;

import cn.duban.ledger.MatterPage.Filed;
import cn.duban.ledger.MatterPage.Shown;
import cn.duban.ledger.MatterPage.Tie;
import cn.duban.ledger.Party.Share;
import cn.duban.units.Directory;
import cn.duban.units.Person;
import cn.duban.units.Post;
import cn.duban.web.Dates;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the page of a matter out of what was loaded. Pure; in the reader's language. */
record Portrait(MatterPages.Around around, Lifecycle lifecycle, Viewer viewer, Instant now) {

    MatterPage page(TimelineKind kind) {
        var matter = dossier().matter();
        var clocks = clocks();
        var nearest = clocks.stream().filter(c -> c.state() == Clock.State.RUNNING && c.dueAt().equals(matter.dueAt())).findFirst();
        var offers = new Offers(lifecycle, dossier(), viewer, now);
        return new MatterPage(around.row(), around.above().stream().map(one -> new Tie("", new MatterId(dossier().matter().tenant(), one.other().id()), one.other().number(), one.other().title(), one.open())).toList(), matter.body(), fields(), Words.say("ledger.secrecy." + matter.secrecy()),
                matter.receivedOn(), matter.dueOn(), nearest.map(ClockExplained::remaining).orElse(null), nearest.map(c -> c.label().in(language())).orElse(null), verifiers(),
                offers.onMatter(), parties(offers), clocks, kind, around.lines().stream().map(words()::line).toList(),
                around.older() ? around.lines().getLast().no() : null, evidence(), around.children(), ties(), null);
    }

    private @Nullable String verifiers() {
        var matter = dossier().matter();
        var next = NextAct.of(lifecycle.type(), matter.state(), matter.owes(), dossier().unsettledChildren().size());
        var who = next == null ? List.<String>of() : lifecycle.type().action(next).map(action -> new Standing(lifecycle.type(), dossier(), viewer, directory()).verifiers(action.by(), action.except())).orElse(List.of());
        return who.isEmpty() || matter.phase().done() ? null : String.join(Words.say("ledger.next-step.or"), who);
    }

    Dossier dossier() {
        return around.dossier();
    }

    TimelineWords words() {
        return new TimelineWords(lifecycle.type(), dossier(), directory());
    }

    private Directory directory() {
        return lifecycle.directory();
    }

    private List<Shown> fields() {
        return lifecycle.type().fields().values().stream()
                .filter(f -> !dossier().matter().fields().getOrDefault(f.name(), "").isBlank() && !f.name().equals("claim"))
                .map(f -> new Shown(f.label().in(language()), TimelineWords.value(f, dossier().matter().fields().get(f.name())))).toList();
    }

    List<ClockExplained> clocks() {
        return dossier().clocks().stream()
                .sorted(Comparator.comparing((Clock c) -> c.state() == Clock.State.STOPPED).thenComparing(Clock::dueAt))
                .map(c -> ClockExplained.of(c, lifecycle.type(), dossier().journal(), lifecycle.deadlines(), now, language())).toList();
    }

    private List<Party> parties(Offers offers) {
        var order = List.copyOf(lifecycle.type().roles().keySet());
        return dossier().responsibilities().stream()
                .filter(r -> lifecycle.type().roles().containsKey(r.role()))
                .sorted(Comparator.comparing((Responsibility r) -> !r.current()).thenComparing(r -> order.indexOf(r.role())).thenComparing(Responsibility::no))
                .map(r -> party(r, offers)).toList();
    }

    private Party party(Responsibility r, Offers offers) {
        var name = r.post() == null ? directory().unitName(r.unit())
                : directory().unitName(r.unit()) + " " + directory().post(r.post()).map(Post::name).orElse("");
        var people = r.post() == null ? List.<String>of() : directory().holders(r.post()).stream().map(Person::name).toList();
        return new Party(r.role(), words().role(r.role()), name, people, Dates.minute(r.since()), r.until() == null ? null : Dates.minute(r.until()), r.current() && r.post() == null ? share(r, offers) : null);
    }

    private @Nullable Share share(Responsibility r, Offers offers) {
        return dossier().assignments().stream().filter(a -> a.live() && a.role().equals(r.role()) && a.unit() == r.unit())
                .max(Comparator.comparing(Assignment::no)).map(a -> share(a, offers)).orElse(null);
    }

    private Share share(Assignment a, Offers offers) {
        var state = a.state().name().toLowerCase(Locale.ROOT);
        var colour = switch (a.state()) {
            case GIVEN, RETURNED -> "yellow";
            case RECEIVED -> "blue";
            case ANSWERED -> "grey";
            case OBJECTED -> "yellow";
            case ACCEPTED -> "green";
            case WITHDRAWN -> "grey";
        };
        var icon = switch (a.state()) {
            case GIVEN -> "mail";
            case RETURNED -> "arrow-back-up";
            case RECEIVED -> "progress";
            case ANSWERED -> "message-check";
            case OBJECTED -> "alert-triangle";
            case ACCEPTED -> "circle-check";
            case WITHDRAWN -> "x";
        };
        var received = Optional.ofNullable(a.receivedAt()).map(at -> Dates.minute(at)
                + Optional.ofNullable(a.receivedBy()).flatMap(directory()::person).map(p -> " " + p.name()).orElse("")).orElse(null);
        var stage = a.stage() == Assignment.Stage.UNIT ? null
                : Words.say("ledger.stage." + a.stage().name().toLowerCase(Locale.ROOT)) + (a.desk() == null ? "" : "：" + words().post(a.desk()));
        return new Share(a.no(), Words.say("ledger.share." + state), colour, icon, Dates.minute(a.givenAt()), a.dueOn() == null ? null : Dates.day(a.dueOn()), received,
                a.answeredAt() == null ? null : Dates.minute(a.answeredAt()), a.answer(), a.verdict(), switch (a.state()) {
                    case RETURNED -> "ledger.share.returned-why";
                    case OBJECTED -> "ledger.share.objected-why";
                    default -> "ledger.share.verdict";
                }, stage, a.decided(), offers.on(a));
    }

    private List<Filed> evidence() {
        return dossier().evidence().reversed().stream().map(e -> new Filed(TimelineWords.file(e), e.entry(),
                around.twins().stream().filter(twin -> twin.hash().equals(e.hash())).map(twin -> tie("", twin.matter())).toList())).toList();
    }

    private List<Tie> ties() {
        return dossier().relations().stream().filter(Relation::current)
                .map(r -> around.ties().stream().filter(other -> other.id().equals(r.other())).findFirst()
                        .map(other -> tie(Words.say("ledger.tie." + r.kind().name().toLowerCase(Locale.ROOT)), other)).orElse(null))
                .filter(Objects::nonNull).toList();
    }

    private Tie tie(String kind, MatterPages.Other other) {
        return new Tie(kind, new MatterId(dossier().matter().tenant(), other.id()), other.number(), other.title(), true);
    }
}
