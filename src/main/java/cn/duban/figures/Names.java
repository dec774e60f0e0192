package cn.duban.figures;

import cn.duban.figures.Board.Choice;
import cn.duban.ledger.MatterTypes.Published;
import cn.duban.ledger.TypeCatalogue;
import cn.duban.units.Directory;
import cn.duban.units.Person;
import cn.duban.web.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What groups of figures are called, in the names of the day that is told of. */
@Component
class Names {

    private final TypeCatalogue types;

    Names(TypeCatalogue types) {
        this.types = types;
    }

    String unit(int unit, Directory then) {
        return unit == Scope.NONE ? Words.say("figures.unit.none") : unit == Scope.BELOW ? Words.say("figures.unit.below") : then.unitName(unit);
    }

    Gathering gathering(int tenant) {
        return Gathering.of(types.of(tenant));
    }

    /** Unit, post and whoever holds it. */
    String leader(int post, Directory then) {
        if (post == Scope.NONE) return Words.say("figures.leader.none");
        if (post == Scope.BELOW) return Words.say("figures.leader.below");
        var holders = then.holders(post).stream().map(Person::name).collect(Collectors.joining("、"));
        return then.post(post).map(p -> p.name() + (holders.isEmpty() ? "" : "　" + holders)).orElse(String.valueOf(post));
    }

    String type(int tenant, String type) {
        return published(tenant, type).map(p -> p.type().label().in(LocaleContextHolder.getLocale())).orElse(type);
    }

    /** In the order of the catalogue. */
    String types(int tenant, Set<String> wanted) {
        return types.of(tenant).stream().map(p -> p.version().name()).filter(wanted::contains).map(type -> type(tenant, type)).collect(Collectors.joining(Words.say("figures.and")));
    }

    String state(int tenant, String type, String state) {
        return published(tenant, type).map(p -> p.type().states().get(state)).map(s -> s.label().in(LocaleContextHolder.getLocale())).orElse(state);
    }

    String ledger(String ledger) {
        return Words.has("ledger.name." + ledger) ? Words.say("ledger.name." + ledger) : ledger;
    }

    static String source(String source) {
        return Words.has("figures.source." + source) ? Words.say("figures.source." + source) : source;
    }

    List<Choice> ledgers(int tenant) {
        return types.of(tenant).stream().map(Published::ledger).distinct().map(ledger -> new Choice(ledger, ledger(ledger))).toList();
    }

    private Optional<Published> published(int tenant, String type) {
        return types.of(tenant).stream().filter(p -> p.version().name().equals(type)).findFirst();
    }
}
