package cn.duban.bench;

import cn.duban.bench.Door.Answer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Pages read and forms sent as a browser does it: what a form holds goes along, what was typed replaces it. */
record Forms(Door door) {

    Document page(String path) throws IOException {
        var answer = door.page(path, false);
        if (!answer.good()) throw new IOException(path + " was answered with " + answer.status() + ".");
        return Jsoup.parse(answer.text());
    }

    /** What a browser would send of a form as it stands. */
    static Map<String, String> of(Document page, String action) throws IOException {
        var form = page.selectFirst("form[action=" + action + "]");
        if (!(form instanceof FormElement filled)) throw new IOException("No form leads to " + action + ": " + page.select("main").text());
        var fields = new HashMap<String, String>();
        filled.formData().forEach(field -> fields.put(field.key(), field.value()));
        return fields;
    }

    Answer post(String path, Map<String, String> fields) throws IOException {
        var answer = door.submit(path, fields);
        if (answer.status() >= 400) throw new IOException(path + " was answered with " + answer.status() + ": " + Jsoup.parse(answer.text()).select("main").stream().map(Element::text).toList());
        return answer;
    }

    static String path(String location) {
        return location.replaceFirst("^https?://[^/]+", "");
    }
}
