package cn.duban.ledger;

import static cn.duban.ledger.TimelineWords.language;

import cn.duban.ledger.ActForm.Ask;
import cn.duban.ledger.ActForm.Ask.Choice;
import cn.duban.ledger.ActForm.Ask.Group;
import cn.duban.ledger.MatterTypes.Published;
import cn.duban.ledger.type.MatterType.ClockRule;
import cn.duban.units.Directories;
import cn.duban.web.Complaints;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Fills and reads the form in which one matter of any type is opened: what the type knows of a draft, as for putting one right. */
@Component
class NewMatter {

    private final TypeCatalogue catalogue;
    private final Directories directories;
    private final Admission admission;
    private final Ledger ledger;

    NewMatter(TypeCatalogue catalogue, Directories directories, Admission admission, Ledger ledger) {
        this.catalogue = catalogue;
        this.directories = directories;
        this.admission = admission;
        this.ledger = ledger;
    }

    NewMatterPage form(String type, Viewer viewer) {
        return page(type, new LinkedMultiValueMap<>(), viewer, new Complaints(), null, null);
    }

    /** What came of a form: the matter that was opened, else the page with what was typed. */
    record Taken(@Nullable MatterId opened, @Nullable NewMatterPage page) {}

    Taken take(MultiValueMap<String, String> typed, Viewer viewer) {
        var published = published(typed.getFirst("type"), viewer);
        var complaints = new Complaints();
        var asks = asks(published, typed, viewer);
        var act = asks.act("correct", null, asks.of("correct", null), complaints::add);
        var title = Objects.requireNonNullElse(act.word("title"), "").strip();
        complaints.addIf(title.isBlank(), "title", "ledger.form.missing", Words.say("ledger.ask.title"));
        complaints.addIf(asks.leadAssists(asks.of("correct", null)), Asks.ROLE + "assist", "ledger.form.lead-assists");
        if (!complaints.isEmpty()) return new Taken(null, page(published.version().name(), typed, viewer, complaints, null, null));
        var key = Objects.requireNonNullElse(typed.getFirst("key"), UUID.randomUUID().toString());
        var opening = new Opening(UUID.nameUUIDFromBytes((viewer.tenant() + "/" + viewer.post() + "/" + key).getBytes(StandardCharsets.UTF_8)), published.ledger(), published.version().name(), title,
                Objects.requireNonNullElse(act.word("body"), ""), filled(act.fields()), act.roles(), act.due(), null, null, 0, secrecy(typed), false, null, null);
        var hits = admission.hits(opening, viewer);
        var decision = DuplicateQuestion.decided(DuplicateQuestion.NAME, hits, typed.toSingleValueMap(), complaints);
        if (decision == null) return new Taken(null, page(published.version().name(), typed, viewer, complaints, null, DuplicateQuestion.of(DuplicateQuestion.NAME, hits, published.version().name(), typed.toSingleValueMap(), false, complaints)));
        try {
            return new Taken(admission.open(opening, hits, decision, viewer, key).id(), null);
        } catch (Refusal.Refused refused) {
            if (refused.refusal().rule().equals("idempotency")) return new Taken(null, anew(published.version().name(), typed, viewer, complaints));
            return new Taken(null, page(published.version().name(), typed, viewer, complaints, refused.refusal().text(),
                    hits.isEmpty() ? null : DuplicateQuestion.of(DuplicateQuestion.NAME, hits, published.version().name(), typed.toSingleValueMap(), false, complaints)));
        }
    }

    /** Sent again after going back in the browser, with other words: whoever means another matter sends it once more. */
    private NewMatterPage anew(String type, MultiValueMap<String, String> typed, Viewer viewer, Complaints complaints) {
        var other = new LinkedMultiValueMap<>(typed);
        other.set("key", UUID.randomUUID().toString());
        return page(type, other, viewer, complaints, Words.say("ledger.new.again"), null);
    }

    private static Map<String, String> filled(Map<String, String> fields) {
        var filled = new LinkedHashMap<>(fields);
        filled.values().removeIf(String::isBlank);
        return filled;
    }

    private static Secrecy secrecy(MultiValueMap<String, String> typed) {
        return Arrays.stream(Secrecy.values()).filter(level -> level.name().equalsIgnoreCase(typed.getFirst("secrecy"))).findFirst().orElse(Secrecy.INTERNAL);
    }

    private NewMatterPage page(String type, MultiValueMap<String, String> typed, Viewer viewer, Complaints complaints, @Nullable String refused, @Nullable DuplicateQuestion question) {
        viewer.require(Duty.SUPERVISE);
        var types = openable(viewer).map(one -> new Choice(one.version().name(), one.type().label().in(language()))).toList();
        var asks = new ArrayList<Ask>();
        if (!type.isBlank()) {
            asks.addAll(asks(published(type, viewer), typed, viewer).of("correct", null));
            var levels = Arrays.stream(Secrecy.values()).map(level -> new Choice(level.name().toLowerCase(Locale.ROOT), Words.say("ledger.secrecy." + level))).toList();
            asks.add(new Ask("secrecy", Words.say("ledger.new.secrecy"), Ask.Kind.ONE, true, null, List.of(secrecy(typed).name().toLowerCase(Locale.ROOT)), List.of(new Group("", levels))));
        }
        return new NewMatterPage(types, type, Objects.requireNonNullElse(typed.getFirst("key"), UUID.randomUUID().toString()), asks, complaints, refused, question);
    }

    /** What a clock opens by itself is not opened by hand. */
    private Stream<Published> openable(Viewer viewer) {
        var all = catalogue.of(viewer.tenant());
        var opened = all.stream().flatMap(one -> one.type().clocks().values().stream()).map(ClockRule::opens).filter(Objects::nonNull).collect(Collectors.toSet());
        return all.stream().filter(one -> !opened.contains(one.version().name()));
    }

    private Published published(@Nullable String type, Viewer viewer) {
        viewer.require(Duty.SUPERVISE);
        return openable(viewer).filter(one -> one.version().name().equals(type)).findFirst().orElseThrow(NotFound::new);
    }

    /** A matter that is not there yet asks for all that a draft may say. */
    private Asks asks(Published published, MultiValueMap<String, String> typed, Viewer viewer) {
        var directory = directories.of(viewer.tenant());
        var now = ledger.now();
        var blank = new Opening(Ledger.newId(), published.ledger(), published.version().name(), "", "", Map.of(), Map.of(), null, null, null, 0, Secrecy.INTERNAL, false, null, null);
        var matter = Matter.opened(blank, published.version(), published.type(), "", viewer.tenant(), LocalDate.ofInstant(now, directory.zone()), now);
        return new Asks(published.type(), new Dossier(matter, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null), directory, typed);
    }
}
