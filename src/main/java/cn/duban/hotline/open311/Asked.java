package cn.duban.hotline.open311;

import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The arguments of a request by name, however they were sent: in the address, as a form, or as JSON, which the specification does not know and clients send. */
final class Asked {

    private static final int MOST = 64 * 1024;
    private static final JsonMapper JSON = new JsonMapper();

    private Asked() {}

    static Map<String, String> of(HttpServletRequest request) throws IOException {
        var asked = new HashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> put(asked, name, String.join(",", values)));
        var type = String.valueOf(request.getContentType());
        if (type.contains("json")) json(request.getInputStream().readNBytes(MOST + 1), asked);
        return asked;
    }

    private static void json(byte[] body, Map<String, String> asked) {
        if (body.length > MOST) throw new Fault(400, Words.say("hotline.open311.large", MOST / 1024));
        JsonNode tree;
        try {
            tree = JSON.readTree(body);
        } catch (JacksonException noJson) {
            throw new Fault(400, Words.say("hotline.open311.json"));
        }
        if (tree == null || !tree.isObject()) throw new Fault(400, Words.say("hotline.open311.json"));
        for (var entry : tree.properties()) {
            if (entry.getKey().equals("attribute") || entry.getKey().equals("attributes")) attributes(entry.getValue(), asked);
            else put(asked, entry.getKey(), text(entry.getValue()));
        }
    }

    /** Either by code, or as a list of pairs. */
    private static void attributes(JsonNode node, Map<String, String> asked) {
        if (node.isObject()) node.properties().forEach(one -> put(asked, "attribute[" + one.getKey() + "]", text(one.getValue())));
        else if (node.isArray()) node.forEach(one -> put(asked, "attribute[" + one.path("code").asString("") + "]", text(one.path("value"))));
    }

    private static String text(JsonNode node) {
        if (node.isNull() || node.isMissingNode()) return "";
        if (node.isArray()) return node.valueStream().map(Asked::text).collect(Collectors.joining(","));
        return node.isValueNode() ? node.asString() : "";
    }

    /** {@code attribute[code][]} is the same as {@code attribute[code]}. */
    private static void put(Map<String, String> asked, String name, String value) {
        if (value.indexOf('\0') >= 0) throw new Fault(400, Words.say("web.fault.nul"));
        asked.put(name.endsWith("[]") ? name.substring(0, name.length() - 2) : name, value);
    }
}
