package cn.duban.sheets;

import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.MatterType.Field;
import cn.duban.sheets.Remark.Kind;
import cn.duban.sheets.reading.DueText;
import cn.duban.sheets.reading.Said;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A cell as the value of one of the type's own fields: days, numbers and choices in the form in which the kernel keeps them. */
record FieldReader(MatterType type, int year) {

    record Heard(Kind kind, Said said) {}

    /** @param value null where the cell gives none */
    record Value(String field, @Nullable String value, List<Heard> heard) {

        void into(Map<String, String> values, Consumer<Heard> hear) {
            if (value != null) values.put(field, value);
            heard.forEach(hear);
        }
    }

    Value read(String name, String text) {
        var field = type.fields().get(name);
        if (field == null) return new Value(name, null, List.of());
        return switch (field.kind()) {
            case TEXT -> new Value(name, text.replaceAll("\\s*\\n\\s*", "；"), List.of());
            case PARAGRAPH -> new Value(name, text, List.of());
            case DATE -> day(name, text);
            case NUMBER -> number(name, text);
            case CHOICE -> choice(field, text);
            case YES_NO -> yesNo(name, text);
        };
    }

    private Value day(String name, String text) {
        var read = DueText.read(text, year);
        if (read.wrong() != null) return wrong(name, read.wrong());
        return new Value(name, read.day() == null ? null : read.day().toString(), read.doubt() == null ? List.of() : List.of(new Heard(Kind.DOUBT, read.doubt())));
    }

    private static Value number(String name, String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[,\\s]", "").replaceAll("(?:万元|元|万|个|件|处|户|公里|亩|%|人|次|家)$", "");
        if (plain.matches("-?\\d{1,15}(\\.\\d{1,6})?")) return new Value(name, plain, List.of());
        return wrong(name, Said.of("“" + text + "”不是数字，请只写数字。", "\"" + text + "\" is no number; write digits only."));
    }

    private static Value choice(Field field, String text) {
        var plain = text.replaceAll("[\\s。]", "");
        var found = field.choices().entrySet().stream().filter(c -> c.getKey().equals(plain) || c.getValue().zh().equals(plain) || c.getValue().en().equalsIgnoreCase(text.strip())).map(Map.Entry::getKey).findFirst();
        if (found.isPresent()) return new Value(field.name(), found.get(), List.of());
        var allowed = field.choices().values().stream().map(MatterType.Label::zh).collect(Collectors.joining("、"));
        return wrong(field.name(), Said.of("“" + text + "”不是可选的值，只能写：" + allowed + "。", "\"" + text + "\" is no choice; write one of " + allowed + "."));
    }

    private static Value yesNo(String name, String text) {
        if (text.matches("是|有|√|✓|true|Y|y|对|已")) return new Value(name, "true", List.of());
        if (text.matches("否|无|×|✗|false|N|n|不|未")) return new Value(name, "false", List.of());
        return wrong(name, Said.of("“" + text + "”不是“是”或者“否”。", "\"" + text + "\" is neither yes nor no."));
    }

    /** The choice of a field {@code mode} that 长期, 立行立改 or a day speaks of, where the type has it. */
    Optional<String> mode(String word) {
        var field = type.fields().get("mode");
        return field != null && field.choices().containsKey(word) ? Optional.of(word) : Optional.empty();
    }

    private static Value wrong(String name, Said said) {
        return new Value(name, null, List.of(new Heard(Kind.FAULT, said)));
    }
}
