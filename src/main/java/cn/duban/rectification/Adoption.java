package cn.duban.rectification;

import cn.duban.ledger.Act;
import cn.duban.ledger.Admission;
import cn.duban.ledger.DuplicateBatch.Wanted;
import cn.duban.ledger.DuplicateBatch;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Opening;
import cn.duban.ledger.Secrecy;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a corrected reading into matters: one round, its findings, their measures. What was claimed done stays a claim. */
@Component
class Adoption {

    private static final Set<String> FINDINGS = Arrays.stream(RoundKind.values()).map(kind -> kind.finding).collect(Collectors.toSet());

    /** Titles in lists and on slips; the whole text stays in the body. */
    private static final int LONGEST_TITLE = 120;

    private final Ledger ledger;
    private final Admission admission;

    Adoption(Ledger ledger, Admission admission) {
        this.admission = admission;
        this.ledger = ledger;
    }

    /** What of the measures may stand on the ledger already, and what was decided about it. */
    DuplicateBatch duplicates(Intake intake, Map<String, String> typed, Viewer viewer) {
        var openings = openings(intake);
        var measures = IntStream.range(0, openings.size()).filter(at -> openings.get(at).type().equals(intake.kind().measure)).boxed().toList();
        var hits = admission.hits(measures.stream().map(openings::get).toList(), viewer);
        return DuplicateBatch.of(IntStream.range(0, measures.size()).mapToObj(i -> new Wanted(measures.get(i), openings.get(measures.get(i)).title(), openings.get(measures.get(i)).type(), hits.get(i))).toList(), typed, false);
    }

    /** Numbered, not yet opened, each with what was decided about it. */
    List<Ledger.Numbered> prepare(Intake intake, DuplicateBatch duplicates, Viewer viewer) {
        var openings = openings(intake);
        return ledger.number(IntStream.range(0, openings.size()).mapToObj(at -> Admission.noted(openings.get(at), duplicates.hits(at), duplicates.decision(at))).toList(), viewer);
    }

    /** The round, its findings and their measures as the draft has them, the round first. */
    private static List<Opening> openings(Intake intake) {
        var draft = intake.draft();
        var kind = intake.kind();
        if (draft.keptFindings() == 0)
            throw Refused.invalid("rectification.nothing-kept", Words.say("rectification.intake.empty"), Words.say("rectification.intake.empty.next"));
        var round = Ledger.newId();
        var openings = new ArrayList<Opening>();
        var fields = new LinkedHashMap<String, String>();
        put(fields, "issuer", draft.issuer());
        if (kind == RoundKind.RECTIFICATION) {
            put(fields, "inspected-by", draft.inspectedBy());
            if (draft.feedbackOn() != null) fields.put("feedback-on", draft.feedbackOn().toString());
        }
        openings.add(opening(kind, round, kind.round, draft.title().isBlank() ? intake.name() : draft.title(), "", fields, Map.of(), null, null, 0,
                draft.feedbackOn(), Words.in(Words.CHINESE, "rectification.intake.source", intake.name())));
        var position = 0;
        for (var item : draft.findings()) if (item.kept()) finding(openings, kind, round, ++position, item);
        return openings;
    }

    /** Opens what was prepared, in the caller's transaction; gives the round. */
    UUID open(List<Ledger.Numbered> prepared, DuplicateBatch duplicates, Viewer viewer) {
        ledger.openNumbered(prepared, viewer, null);
        // whoever opens the ledger dockets its findings: none of them waits for a second decision
        prepared.stream().map(Ledger.Numbered::opening).filter(opening -> FINDINGS.contains(opening.type()))
                .forEach(opening -> ledger.act(new MatterId(viewer.tenant(), opening.id()), Act.of("docket"), viewer));
        for (int at = 0; at < prepared.size(); at++) admission.settle(new MatterId(viewer.tenant(), prepared.get(at).opening().id()), duplicates.decision(at), viewer, null);
        return prepared.getFirst().opening().id();
    }

    private static void finding(List<Opening> openings, RoundKind kind, UUID round, int position, IntakeDraft.Item item) {
        var id = Ledger.newId();
        var fields = new LinkedHashMap<String, String>();
        put(fields, "aspect", item.aspect());
        put(fields, "number-in-text", item.no());
        put(fields, "claim", item.claim());
        openings.add(opening(kind, id, kind.finding, title(item.title()), item.body(), fields, Map.of(), null, round, position, null, null));
        // who gets it sees the measure alone: where a task or finding stands for its own, its whole text goes along
        if (item.measures().isEmpty()) openings.add(measure(kind, id, 1, item.title(), item.body().isBlank() ? item.title() : item.body(), item));
        var no = 0;
        for (var text : item.measures()) openings.add(measure(kind, id, ++no, text, text, item));
    }

    private static Opening measure(RoundKind kind, UUID finding, int position, String title, String text, IntakeDraft.Item item) {
        var fields = new LinkedHashMap<String, String>();
        if (item.mode() != null) fields.put("mode", item.mode());
        // what the document says of a finding is said of the finding; only where it stands as its own measure, of that too
        if (item.measures().isEmpty()) put(fields, "claim", item.claim());
        var roles = new LinkedHashMap<String, List<Integer>>();
        if (item.lead() != null) roles.put("lead", List.of(item.lead()));
        var assist = item.assist().stream().filter(unit -> !unit.equals(item.lead())).toList();
        if (!assist.isEmpty()) roles.put("assist", assist);
        return opening(kind, Ledger.newId(), kind.measure, title(title), text, fields, roles, item.due(), finding, position, null, null);
    }

    private static Opening opening(RoundKind kind, UUID id, String type, String title, String body, Map<String, String> fields, Map<String, List<Integer>> roles,
            @Nullable LocalDate due, @Nullable UUID parent, int position, @Nullable LocalDate receivedOn, @Nullable String note) {
        return new Opening(id, kind.ledger, type, title, body, fields, roles, due, receivedOn, parent, position, Secrecy.INTERNAL, true, note, null);
    }

    private static String title(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE - 1) + "…";
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (!value.isBlank()) fields.put(name, value);
    }
}
