package cn.duban.supervision;

import cn.duban.ledger.ActForm.Ask;
import cn.duban.ledger.ActForm.Ask.Choice;
import cn.duban.ledger.ActForm.Ask.Group;
import cn.duban.ledger.Bearable;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.MatterType.Bearer;
import cn.duban.ledger.type.MatterType.Field;
import cn.duban.ledger.type.MatterType.Role;
import cn.duban.units.Directory;
import cn.duban.units.Post;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** What the page of a source asks for, read off its type: so that a field that a government adds is asked for here too. Pure. */
record SourceAsks(Source source, MatterType type, Directory directory, Viewer viewer, Typed typed) {

    /** Named by the kernel, or only while the work is done. */
    private static final Set<String> LATER = Set.of(MatterType.PROPOSER, "handler");

    List<Ask> all() {
        var asks = new ArrayList<Ask>();
        asks.add(new Ask("title", asked("title"), Ask.Kind.LINE, true, null, typed.all("title"), List.of()));
        asks.add(new Ask("body", asked("body"), Ask.Kind.PARAGRAPH, false, null, typed.all("body"), List.of()));
        type.fields().values().stream().filter(field -> !field.name().equals(source.leaders())).forEach(field -> asks.add(field(field)));
        type.roles().values().stream().flatMap(role -> Stream.ofNullable(role(role))).forEach(asks::add);
        asks.add(new Ask("due", asked("due"), Ask.Kind.DATE, false, asked(source.urgency() == null ? "due.hint" : "due.hint.urgency"), typed.all("due"), List.of()));
        asks.add(new Ask("secrecy", Words.say("ledger.ask.secrecy"), Ask.Kind.ONE, true, null, typed.values().containsKey("secrecy") ? typed.all("secrecy") : List.of("internal"), List.of(new Group("", levels()))));
        return asks;
    }

    private static List<Choice> levels() {
        return Arrays.stream(Secrecy.values()).map(level -> new Choice(level.name().toLowerCase(Locale.ROOT), Words.say("ledger.secrecy." + level))).toList();
    }

    private Ask field(Field field) {
        var kind = switch (field.kind()) {
            case TEXT -> Ask.Kind.LINE;
            case PARAGRAPH -> Ask.Kind.PARAGRAPH;
            case NUMBER -> Ask.Kind.NUMBER;
            case DATE -> Ask.Kind.DATE;
            case CHOICE -> Ask.Kind.ONE;
            case YES_NO -> Ask.Kind.YES_NO;
        };
        var choices = field.choices().entrySet().stream().map(c -> new Choice(c.getKey(), c.getValue().in(language()))).toList();
        return new Ask("field." + field.name(), field.label().in(language()), kind, field.required(), source.once().contains(field.name()) ? asked("once.hint") : null, typed.all("field." + field.name()),
                choices.isEmpty() ? List.of() : List.of(new Group("", choices)));
    }

    private @Nullable Ask role(Role role) {
        if (role.ledgerOwner() || LATER.contains(role.name()) || role.name().equals("leader") && source.leaders() != null) return null;
        var name = "role." + role.name();
        var approver = role.name().equals(MatterType.APPROVER);
        var groups = approver ? List.of(new Group("", approvers())) : role.bearer() == Bearer.POST ? new Bearable(directory).posts(role.name()) : List.of(new Group("", new Bearable(directory).units()));
        var values = typed.values().containsKey(name) || !approver ? typed.all(name) : approvers().stream().limit(1).map(Choice::value).toList();
        return new Ask(name, role.label().in(language()), role.many() ? Ask.Kind.MANY : Ask.Kind.ONE, approver, approver && approvers().isEmpty() ? asked("approver.nobody") : null, values, groups);
    }

    /** Heads who supervise, from the viewer's unit upwards, the viewer left out: nobody approves what they propose. */
    private List<Choice> approvers() {
        return directory.lineage(viewer.unit()).stream().flatMap(unit -> directory.head(unit).stream()).filter(post -> post.has(Viewer.Duty.SUPERVISE) && !own(post))
                .map(post -> new Choice(String.valueOf(post.id()), directory.called(post.id()))).toList();
    }

    private boolean own(Post post) {
        return post.id() == viewer.post() || directory.holders(post.id()).stream().anyMatch(holder -> holder.id() == viewer.person());
    }

    private static String asked(String what) {
        return Words.say("supervision.ask." + what);
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }
}
