package cn.duban.ledger;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kernel rows as JSON: the names are the columns, instants and dates are ISO text, bytes {@code \x…}. The same JSON fills
 * the tables, stands in the entries and is read back, so that a table cannot say what no entry says.
 */
final class Rows {

    static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final TypeReference<Map<String, Object>> IMAGE = new TypeReference<>() {};

    private Rows() {}

    /** A row of this table, by the table's own name, as the database says it. */
    static Field<JSONB> json(Table<?> table) {
        return field("to_jsonb({0})", JSONB.class, name(table.getUnqualifiedName()));
    }

    static <T> T read(JSONB json, Class<T> type) {
        return JSON.readValue(json.data(), type);
    }

    /** A row as column → value, without the columns that are null; the caller's own. */
    static Map<String, Object> image(Object row) {
        var image = whole(row);
        image.values().removeIf(Objects::isNull);
        return image;
    }

    /** A row as column → value, the empty ones as null; the caller's own. */
    static Map<String, Object> whole(Object row) {
        return JSON.convertValue(row, IMAGE);
    }

    static String text(Object rows) {
        return JSON.writeValueAsString(rows);
    }
}
