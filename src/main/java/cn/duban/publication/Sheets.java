package cn.duban.publication;

import static cn.duban.web.Words.say;

import cn.duban.ledger.AsOf;
import cn.duban.ledger.MatterThen;
import cn.duban.ledger.MatterTypes;
import cn.duban.ledger.Secrecy;
import cn.duban.publication.Composition.Figure;
import cn.duban.publication.Composition.Part;
import cn.duban.publication.Content.Counted;
import cn.duban.publication.Content.Passage;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Refused;
import cn.duban.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lays a bulletin out from the entries of the ledger, the editor's words and the redactions. */
@Component
class Sheets {

    private static final Pattern DIGITS = Pattern.compile("\\d{1,12}");

    /** The figure that every bulletin has: where the public may speak up. */
    static final String CONTACT = "监督联系方式";

    /** A county's ledger of years fits; more is told by type, or by the board. */
    static final int MOST = 20_000;

    private final AsOf ledger;
    private final Directories directories;
    private final Issuers issuers;
    private final Bulletins bulletins;
    private final MatterTypes types;
    private final Published published;
    private final Templates templates;
    private final Map<String, Composer> composers;
    private final Map<String, PeriodComposer> laid;

    Sheets(AsOf ledger, Directories directories, Issuers issuers, Bulletins bulletins, MatterTypes types, Published published, Templates templates, List<Composer> composers, List<PeriodComposer> laid) {
        this.laid = laid.stream().collect(Collectors.toMap(PeriodComposer::kind, Function.identity()));
        this.published = published;
        this.templates = templates;
        this.types = types;
        this.ledger = ledger;
        this.directories = directories;
        this.issuers = issuers;
        this.bulletins = bulletins;
        this.composers = composers.stream().collect(Collectors.toMap(Composer::about, Function.identity()));
    }

    List<String> types() {
        return composers.keySet().stream().sorted().toList();
    }

    /** Before publication as they stood at its instant, afterwards as they were counted. */
    List<MatterThen> matters(Bulletin bulletin) {
        if (bulletin.frozen()) return ledger.at(bulletin.about(), bulletins.counted(bulletin));
        return bulletin.scope().map(scope -> among(bulletin, scope)).orElseGet(() -> ledger.tree(bulletin.about(), bulletin.asOf()));
    }

    private List<MatterThen> among(Bulletin bulletin, Scope scope) {
        var directory = directories.of(bulletin.tenant());
        var matters = ledger.among(bulletin.tenant(), scope.ledger(), scope.counted(), directory.below(bulletin.unit()), start(scope, directory), bulletin.asOf(), MOST + 1);
        if (matters.isEmpty()) throw Refused.invalid("publication.period.empty", say("publication.period.empty"), say("publication.period.empty.next"));
        if (matters.size() > MOST) throw Refused.invalid("publication.period.many", say("publication.period.many", MOST), say("publication.period.many.next"));
        return matters;
    }

    private static Instant start(Scope scope, Directory directory) {
        return scope.from().atStartOfDay(directory.zone()).toInstant();
    }

    Sheet of(Bulletin bulletin, List<Redaction> redactions, LocalDate dated) {
        return of(bulletin, bulletin.template() == null ? Template.SHIPPED : templates.read(bulletin.tenant(), bulletin.template()), redactions, dated);
    }

    /** As a template would lay it out that nobody may have saved yet. */
    Sheet of(Bulletin bulletin, Template template, List<Redaction> redactions, LocalDate dated) {
        var matters = matters(bulletin);
        if (matters.isEmpty()) throw new NoSuchElementException("No entry of " + bulletin.about() + " up to " + bulletin.asOf());
        var issuer = issuers.of(bulletin.tenant(), bulletin.unit());
        var frozen = bulletin.frozen() ? published.of(bulletin.tenant(), bulletin.id()) : Optional.<Frozen>empty();
        var form = frozen.map(before -> before.read().form()).orElse(Content.FORM);
        var composition = composed(bulletin.tenant(), bulletin.rootType(), matters, bulletin.asOf(), issuer.contact(), template, former(bulletin, frozen), form);
        var texts = texts(bulletin, composition);
        var passages = composition.parts().stream().filter(p -> !texts.get(p.name()).isBlank())
                .map(p -> new Passage(p.name(), p.kind(), Wording.fill(texts.get(p.name()), composition.figures())))
                .filter(p -> !p.segments().isEmpty()).toList();
        var counted = matters.stream().map(m -> new Counted(m.address(), m.matter().version(), m.head())).toList();
        var plain = new Content(form, "", issuer.mark(), dated, bulletin.asOf(), bulletin.about(), bulletin.rootType(),
                Wording.fill(bulletin.title(), composition.figures()), passages, counted);
        var content = Blackout.over(plain, redactions, composition.figures());
        return new Sheet(bulletin, composition, content, redactions, Checks.of(typed(bulletin, composition, texts), plain, content.open(), redactions, composition), inner(content, composition, matters));
    }

    /** A count says nothing of one matter; a title, a verdict, a reason does. */
    private static List<Sheet.Inner> inner(Content content, Composition composition, List<MatterThen> matters) {
        var told = Stream.concat(content.title().stream(), content.passages().stream().flatMap(p -> p.segments().stream()))
                .filter(s -> s.figure() != null && !s.hidden()).map(s -> composition.figures().get(s.figure()))
                .filter(f -> f != null && f.value() == null && f.unit() == Composition.Unit.NONE && f.proved()).flatMap(f -> f.rows().stream()).collect(Collectors.toSet());
        return matters.stream().filter(m -> m.matter().secrecy() != Secrecy.PUBLIC && told.contains(m.matter().id()))
                .map(m -> new Sheet.Inner(m.address(), m.matter().number(), m.matter().title())).sorted(Comparator.comparing(one -> padded(one.number()))).toList();
    }

    /** So that 2号 stands before 10号. */
    private static String padded(String number) {
        return DIGITS.matcher(number).replaceAll(found -> "%12s".formatted(found.group()));
    }

    /** Figures by their names, as the bulletin of the same series said them that was published last, at the moment this one was or is to be. */
    private Map<String, String> former(Bulletin bulletin, Optional<Frozen> itself) {
        if (bulletin.scope().isEmpty()) return Map.of();
        return itself.map(frozen -> published.former(frozen, bulletin.root())).orElseGet(() -> published.former(bulletin)).map(Sheets::said).orElse(Map.of());
    }

    static Map<String, String> said(Frozen frozen) {
        var said = new LinkedHashMap<String, String>();
        frozen.read().passages().forEach(passage -> passage.segments().stream().filter(s -> s.figure() != null).forEach(s -> said.putIfAbsent(s.figure(), s.text())));
        return said;
    }

    /**
     * @param template that lays a bulletin of a period out; its figures are the same whichever it is
     * @param former what the bulletin before said, for one of a period
     * @param form in whose words, see {@link Content#FORM}
     */
    Composition composed(int tenant, String rootType, List<MatterThen> matters, Instant asOf, String contact, Template template, Map<String, String> former, int form) {
        var directory = directories.of(tenant);
        var on = LocalDate.ofInstant(asOf, directory.zone());
        IntFunction<String> units = unit -> directory.unitName(unit, on);
        var composition = Scope.read(rootType).map(scope -> period(tenant, scope, matters, asOf, directory, template, former, form)).orElseGet(() -> {
            var composer = composers.get(rootType);
            if (composer == null) throw new NoSuchElementException("Nobody composes bulletins on " + rootType);
            return composer.compose(matters, on, units, form);
        });
        var figures = new LinkedHashMap<>(composition.figures());
        figures.put(CONTACT, Figure.named(CONTACT, contact, Set.of()));
        return new Composition(composition.title(), composition.parts(), figures, composition.remarks(), composition.needed(), composition.claims());
    }

    private Composition period(int tenant, Scope scope, List<MatterThen> matters, Instant asOf, Directory directory, Template template, Map<String, String> former, int form) {
        var paper = scope.paper().orElse(null);
        if (paper != null) return laid(paper).compose(tenant, paper.ref(), scope.from(), scope.to(), matters);
        var from = start(scope, directory);
        var on = LocalDate.ofInstant(asOf, directory.zone());
        var before = ledger.before(tenant, matters.stream().map(m -> m.matter().id()).toList(), from);
        var names = new PeriodFigures.Names(unit -> directory.unitName(unit, on), m -> types.of(m.matter()).label().zh(), m -> types.of(m.matter()).state(m.matter().state()).label().zh());
        var figures = PeriodFigures.of(PeriodTally.of(matters, before, from, asOf, directory.zone()), names, former, form);
        return PeriodBulletin.compose(scope, called(tenant, scope), figures, template);
    }

    private PeriodComposer laid(Scope.Paper paper) {
        var composer = laid.get(paper.kind());
        if (composer == null) throw new NoSuchElementException("Nobody lays out papers of the kind " + paper.kind());
        return composer;
    }

    /** The type, or the ledger, in the words of the paper. */
    String called(int tenant, Scope scope) {
        var paper = scope.paper().orElse(null);
        if (paper != null) return laid(paper).called();
        if (scope.type() != null) return types.current(tenant, scope.type()).type().label().zh();
        return Words.in(Words.CHINESE, "publication.ledger", Words.has("ledger.name." + scope.ledger()) ? Words.in(Words.CHINESE, "ledger.name." + scope.ledger()) : scope.ledger());
    }

    private static Map<String, String> texts(Bulletin bulletin, Composition composition) {
        var texts = new LinkedHashMap<String, String>();
        for (var part : composition.parts()) texts.put(part.name(), part.free() ? bulletin.texts().getOrDefault(part.name(), part.text()) : part.text());
        return texts;
    }

    /** Only what a person can have typed is held against the figures. */
    private static Map<String, String> typed(Bulletin bulletin, Composition composition, Map<String, String> texts) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("title", bulletin.title());
        // the words of a template are somebody's too, as those over a table
        var laidOut = bulletin.template() != null;
        composition.parts().stream().filter(part -> part.free() || laidOut).forEach(p -> typed.put(p.name(), texts.get(p.name())));
        return typed;
    }
}
