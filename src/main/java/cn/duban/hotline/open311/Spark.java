package cn.duban.hotline.open311;

import java.nio.charset.StandardCharsets;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One tree of maps, lists and values as XML, or as JSON by the Spark convention: a list is an element around elements of the singular name, and a
 * bare array in JSON; nothing is an empty element, and null. Pure.
 */
enum Spark {
    XML("text/xml;charset=utf-8"),
    JSON("application/json;charset=utf-8");

    private static final Map<String, String> SINGULAR = Map.of("services", "service", "service_requests", "request", "attributes", "attribute", "values", "value", "errors", "error", "endpoints", "endpoint", "formats", "format");
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newFactory();

    private final String contentType;

    Spark(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    /** By the end of the path; XML is the format that every server has. */
    static Spark of(String path) {
        return path.endsWith(".json") ? JSON : XML;
    }

    byte[] write(String root, Object tree) {
        return this == JSON ? MAPPER.writeValueAsBytes(tree) : xml(root, tree);
    }

    private static byte[] xml(String root, Object tree) {
        var bytes = new ByteArrayOutputStream();
        try {
            var out = WRITERS.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument("utf-8", "1.0");
            element(out, root, tree);
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A tree of texts can be written.", e);
        }
        return bytes.toByteArray();
    }

    private static void element(XMLStreamWriter out, String name, @Nullable Object value) throws XMLStreamException {
        if (value == null || value.equals("")) {
            out.writeEmptyElement(name);
            return;
        }
        out.writeStartElement(name);
        switch (value) {
            case Map<?, ?> map -> {
                for (var entry : map.entrySet()) element(out, String.valueOf(entry.getKey()), entry.getValue());
            }
            case List<?> list -> {
                for (var one : list) element(out, SINGULAR.getOrDefault(name, "item"), one);
            }
            default -> out.writeCharacters(allowed(String.valueOf(value)));
        }
        out.writeEndElement();
    }

    /** Characters that XML 1.0 cannot say are left out. */
    private static String allowed(String text) {
        var kept = new StringBuilder(text.length());
        text.codePoints().filter(c -> c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000).forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
