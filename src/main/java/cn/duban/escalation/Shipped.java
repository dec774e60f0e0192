package cn.duban.escalation;

import cn.duban.escalation.Step.Colour;
import cn.duban.escalation.Step.From;
import cn.duban.escalation.Step.Whom;
import cn.duban.ledger.type.MatterType.Breach;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The ladder and the forms that come with the product ({@code escalation/national.yaml}): what holds where a government published none of its own. */
final class Shipped {

    private static final Map<?, ?> FILE = file();
    private static final Ladder LADDER = ladder();

    private Shipped() {}

    /** @param since the day on which the room began its work for the government */
    static Ladder ladder(LocalDate since) {
        return LADDER.from(since);
    }

    static Form form(Kind kind) {
        return forms().get(kind);
    }

    private static Map<Kind, Form> forms() {
        var forms = new LinkedHashMap<Kind, Form>();
        for (var kind : Kind.values()) {
            var form = (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) FILE.get("forms")).get(kind.word()), kind::word);
            forms.put(kind, new Form(kind, 0, LocalDate.EPOCH, text(form, "pattern"), text(form, "title"), text(form, "body").strip(), ""));
        }
        return forms;
    }

    private static Ladder ladder() {
        var ladder = (Map<?, ?>) FILE.get("ladder");
        var steps = new ArrayList<Step>();
        for (var step : (List<?>) ladder.get("steps")) steps.add(step((Map<?, ?>) step, steps.size() + 1));
        return new Ladder(-Integer.parseInt(text(ladder, "version")), text(ladder, "name"), Ladder.Scope.ALL, LocalDate.EPOCH, Boolean.parseBoolean(text(ladder, "backlog")), text(ladder, "appeal"), text(ladder, "decision"), steps, "", "");
    }

    private static Step step(Map<?, ?> step, int no) {
        return new Step(no, Kind.of(text(step, "kind")).orElseThrow(), named(Colour.class, text(step, "colour")), Objects.requireNonNull(named(From.class, text(step, "from"))), Integer.parseInt(text(step, "days")),
                !text(step, "working").equals("false"), named(Breach.class, text(step, "only")), Objects.requireNonNull(named(Whom.class, text(step, "to"))), Integer.parseInt(text(step, "reply")), new BigDecimal(text(step, "points")),
                text(step, "basis"), text(step, "signed").equals("true"), "", "");
    }

    static <E extends Enum<E>> @Nullable E named(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word)).findFirst().orElse(null);
    }

    private static String text(Map<?, ?> map, String key) {
        return map.containsKey(key) ? String.valueOf(map.get(key)) : "";
    }

    private static Map<?, ?> file() {
        try (var in = new ClassPathResource("escalation/national.yaml").getInputStream()) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("escalation/national.yaml could not be read.", e);
        }
    }
}
