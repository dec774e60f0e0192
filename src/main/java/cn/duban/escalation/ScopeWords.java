package cn.duban.escalation;

import cn.duban.escalation.Ladder.Scope;
import cn.duban.ledger.MatterTypes.Published;
import cn.duban.ledger.TypeCatalogue;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** For what a ladder can be, as a form offers it, reads it back and says it. */
@Component
public class ScopeWords {

    private final TypeCatalogue catalogue;

    ScopeWords(TypeCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param value of the field {@code scope}: empty, ledger, ledger/type or ledger/type/clock */
    public record Choice(String value, String label, Scope scope) {}

    List<Choice> choices(int tenant) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", Words.say("escalation.scope.all"), Scope.ALL));
        var byLedger = catalogue.of(tenant).stream().collect(Collectors.groupingBy(Published::ledger, LinkedHashMap::new, Collectors.toList()));
        byLedger.forEach((ledger, types) -> {
            choices.add(new Choice(ledger, Words.say("escalation.scope.ledger", name(ledger)), new Scope(ledger, null, null)));
            for (var type : types) {
                var named = type.type().label().in(language());
                choices.add(new Choice(ledger + "/" + type.version().name(), Words.say("escalation.scope.type", named), new Scope(ledger, type.version().name(), null)));
                type.type().clocks().values().stream().filter(clock -> clock.opens() == null).forEach(clock -> choices.add(new Choice(ledger + "/" + type.version().name() + "/" + clock.name(),
                        Words.say("escalation.scope.clock", named, clock.label().in(language())), new Scope(ledger, type.version().name(), clock.name()))));
            }
        });
        return choices;
    }

    Optional<Scope> of(int tenant, String value) {
        return choices(tenant).stream().filter(choice -> choice.value().equals(value)).findFirst().map(Choice::scope);
    }

    String said(int tenant, Scope scope) {
        return choices(tenant).stream().filter(choice -> choice.scope().equals(scope)).findFirst().map(Choice::label).orElse(value(scope));
    }

    static String value(Scope scope) {
        return java.util.stream.Stream.of(scope.ledger(), scope.type(), scope.clock()).filter(java.util.Objects::nonNull).collect(Collectors.joining("/"));
    }

    private static String name(@Nullable String ledger) {
        return Words.has("ledger.name." + ledger) ? Words.say("ledger.name." + ledger) : String.valueOf(ledger);
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }
}
