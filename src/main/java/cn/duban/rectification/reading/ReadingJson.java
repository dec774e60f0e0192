package cn.duban.rectification.reading;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** A reading as JSON, written as a stream: the command must answer within a second of a cold start. */
public final class ReadingJson {
    private final JsonGenerator json;

    private ReadingJson(JsonGenerator json) {
        this.json = json;
    }

    public static String of(Reading reading) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(new Indented(), text)) {
            new ReadingJson(json).write(reading);
        }
        return text.toString();
    }

    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter().withArrayIndenter(new DefaultIndenter("  ", "\n")).withObjectIndenter(new DefaultIndenter("  ", "\n"));
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    private void write(Reading reading) {
        json.writeStartObject();
        text("kind", reading.kind().word);
        text("title", reading.title());
        text("issuer", reading.issuer());
        day("publishedOn", reading.publishedOn());
        text("inspectedBy", reading.inspectedBy());
        day("feedbackOn", reading.feedbackOn());
        objects("aspects", reading.aspects(), aspect -> {
            text("no", aspect.no());
            text("title", aspect.title());
            number("findings", aspect.findings());
            number("line", aspect.line());
        });
        objects("findings", reading.findings(), this::finding);
        objects("tasks", reading.tasks(), this::task);
        objects("targets", reading.targets(), this::target);
        objects("claims", reading.claims(), claim -> {
            text("kind", claim.kind());
            text("text", claim.text());
            number("stated", claim.stated());
            number("found", claim.found());
            truth("holds", claim.holds());
            number("line", claim.line());
        });
        contact(reading.contact());
        objects("remarks", reading.remarks(), remark -> {
            text("code", remark.code());
            text("text", remark.text());
            number("line", remark.line());
        });
        rest(reading);
        json.writeEndObject();
    }

    private void finding(Reading.Finding finding) {
        texts("path", finding.path());
        text("number", finding.number());
        text("aspect", finding.aspect());
        text("title", finding.title());
        text("status", finding.status().name());
        text("statusWords", finding.statusWords());
        day("due", finding.due());
        text("dueWords", finding.dueWords());
        text("mode", finding.mode() == null ? null : finding.mode().name());
        objects("measures", finding.measures(), measure -> {
            text("no", measure.no());
            text("text", measure.text());
            number("line", measure.line());
        });
        texts("lead", finding.lead());
        texts("assist", finding.assist());
        texts("leaders", finding.leaders());
        text("problem", finding.problem());
        text("response", finding.response());
        number("line", finding.line());
    }

    private void task(Reading.Task task) {
        number("no", task.no());
        text("title", task.title());
        texts("lead", task.lead());
        texts("assist", task.assist());
        text("section", task.section());
        texts("path", task.path());
        text("responsible", task.responsible());
        day("due", task.due());
        text("dueWords", task.dueWords());
        text("text", task.text());
        number("line", task.line());
    }

    private void target(Reading.Target target) {
        number("task", target.task() == null ? null : BigDecimal.valueOf(target.task()));
        text("what", target.what());
        text("op", target.op());
        number("value", target.value());
        text("unit", target.unit());
        text("words", target.words());
        text("flag", target.flag());
        number("line", target.line());
    }

    private void contact(Reading.@Nullable Contact contact) {
        if (contact == null) {
            json.writeNullProperty("contact");
            return;
        }
        json.writeObjectPropertyStart("contact");
        text("phone", contact.phone());
        text("postcode", contact.postcode());
        text("email", contact.email());
        text("address", contact.address());
        number("line", contact.line());
        json.writeEndObject();
    }

    private void rest(Reading reading) {
        number("year", reading.year() == null ? null : BigDecimal.valueOf(reading.year()));
        objects("sections", reading.sections(), section -> {
            text("no", section.no());
            text("title", section.title());
            number("line", section.line());
        });
        texts("documentNumbers", reading.documentNumbers());
        var period = reading.inspected();
        if (period == null) {
            json.writeNullProperty("inspected");
            return;
        }
        json.writeObjectPropertyStart("inspected");
        text("words", period.words());
        day("fromEarliest", period.fromEarliest());
        day("fromLatest", period.fromLatest());
        day("toEarliest", period.toEarliest());
        day("toLatest", period.toLatest());
        number("line", period.line());
        json.writeEndObject();
    }

    private <T> void objects(String name, List<T> elements, Consumer<T> writer) {
        json.writeArrayPropertyStart(name);
        for (var element : elements) {
            json.writeStartObject();
            writer.accept(element);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void texts(String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private void text(String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }

    private void day(String name, @Nullable LocalDate value) {
        text(name, value == null ? null : value.toString());
    }

    private void number(String name, int value) {
        json.writeNumberProperty(name, value);
    }

    private void number(String name, @Nullable BigDecimal value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeName(name);
            json.writeRawValue(value.stripTrailingZeros().toPlainString());
        }
    }

    private void truth(String name, @Nullable Boolean value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeBooleanProperty(name, value);
        }
    }
}
