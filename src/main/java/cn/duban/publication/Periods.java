package cn.duban.publication;

import cn.duban.ledger.MatterTypes.Published;
import cn.duban.ledger.TypeCatalogue;
import cn.duban.web.Refused;
import cn.duban.web.Words;
import cn.duban.workdays.Rhythm;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a bulletin of a period can be about, as a form offers it and reads it back. */
@Component
class Periods {

    static final List<Rhythm> RHYTHMS = List.of(Rhythm.DAILY, Rhythm.WEEKLY, Rhythm.HALF_MONTH, Rhythm.MONTHLY, Rhythm.QUARTERLY);

    private final TypeCatalogue catalogue;

    Periods(TypeCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param value ledger, or ledger/type */
    public record Choice(String value, String label) {}

    record About(String ledger, @Nullable String type) {

        String value() {
            return type == null ? ledger : ledger + "/" + type;
        }
    }

    /** Every ledger, and under it its types. */
    List<Choice> choices(int tenant) {
        var language = LocaleContextHolder.getLocale();
        var byLedger = catalogue.of(tenant).stream().collect(Collectors.groupingBy(Published::ledger, LinkedHashMap::new, Collectors.toList()));
        return byLedger.entrySet().stream().flatMap(ledger -> Stream.concat(Stream.of(new Choice(ledger.getKey(), Words.say("publication.ledger", name(ledger.getKey())))),
                ledger.getValue().stream().map(type -> new Choice(ledger.getKey() + "/" + type.version().name(), "\u3000" + type.type().label().in(language))))).toList();
    }

    String label(int tenant, String ledger, @Nullable String type) {
        var value = new About(ledger, type).value();
        return choices(tenant).stream().filter(choice -> choice.value().equals(value)).map(choice -> choice.label().strip()).findFirst().orElse(value);
    }

    /** @throws Refused where there is no such ledger or type */
    About about(int tenant, String value) {
        return choices(tenant).stream().filter(choice -> choice.value().equals(value)).findFirst().map(choice -> {
            var cut = value.indexOf('/');
            return cut < 0 ? new About(value, null) : new About(value.substring(0, cut), value.substring(cut + 1));
        }).orElseThrow(() -> Refused.invalid("publication.period", Words.say("publication.period.what"), Words.say("publication.period.what.next")));
    }

    static Optional<Rhythm> rhythm(String word) {
        return RHYTHMS.stream().filter(rhythm -> rhythm.toString().equals(word)).findFirst();
    }

    /** Two days, or the round of a rhythm that holds the day. @throws Refused where a day is missing */
    Scope scope(int tenant, String what, String rhythm, @Nullable LocalDate day, @Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        var about = about(tenant, what);
        var chosen = rhythm(rhythm);
        if (chosen.isPresent()) return Scope.of(about.ledger(), about.type(), chosen.get(), day == null ? today : day);
        if (from == null || to == null) throw Refused.invalid("publication.period", Words.say("publication.period.days"), Words.say("publication.period.days.next"));
        return new Scope(about.ledger(), about.type(), null, from, to);
    }

    static @Nullable DayOfWeek weekday(Rhythm rhythm, int day) {
        return rhythm == Rhythm.WEEKLY ? DayOfWeek.of(Math.clamp(day, 1, 7)) : null;
    }

    private static String name(String ledger) {
        return Words.has("ledger.name." + ledger) ? Words.say("ledger.name." + ledger) : ledger;
    }
}
