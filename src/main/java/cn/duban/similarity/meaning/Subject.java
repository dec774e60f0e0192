package cn.duban.similarity.meaning;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/** What a matter is about: its title and body. */
public record Subject(String title, String body) {

    /**
     * So many characters are put into figures, the title first. The first sentences of a body say what it is about, longer
     * texts blur, and the time that the model takes grows faster than the text.
     */
    static final int READ = 96;

    /** Telephone, identity and plate numbers mean nothing, and have no business in figures that are kept. */
    private static final Pattern NUMBERS = Pattern.compile("[0-9０-９][0-9０-９Xx\\- ]{5,}[0-9０-９Xx]");

    private static final String NOTHING = "无";

    private static final String CUT = "…";

    /** Title and body as one text; a title that is the beginning of the body says nothing more. */
    public String text() {
        var head = title.strip().endsWith(CUT) ? title.strip().substring(0, title.strip().length() - 1) : title.strip();
        return (body.strip().startsWith(head) ? body : title + "\n" + body).strip();
    }

    /** What the model reads. */
    String read() {
        var text = NUMBERS.matcher(text()).replaceAll("").strip();
        if (text.isEmpty()) return NOTHING;
        return text.codePointCount(0, text.length()) <= READ ? text : text.substring(0, text.offsetByCodePoints(0, READ));
    }

    /** As {@code similarity.digest} computes it. */
    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest((title + "\n" + body).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
