package cn.duban.rectification.reading;

import cn.duban.rectification.reading.Reading.Contact;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the public may answer: telephone, post code, mail, address; each may be missing. */
final class Contacts {
    private static final Pattern PHONE = Pattern.compile(
            "(?:(?:联系|监督|举报|值班|咨询|办公)?电\\s*话(?:号码)?|联系方式)\\s*(?:[((][^()]{1,12}[))])?\\s*[:为是]?\\s*((?:\\(?0\\d{2,3}\\)?\\s?[-—–]?\\s?)?\\d{7,8}(?:[-—]\\d{1,4})?|1\\d{10}|\\d{3,4}-\\d{7,8})");
    private static final Pattern POSTCODE = Pattern.compile("(?:邮\\s*编|邮政编码)\\s*[:为]?\\s*(\\d{6})(?!\\d)");
    private static final Pattern EMAIL = Pattern.compile("([A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+)");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:邮政信箱|通[信讯]地址|邮寄地址|联系地址|来信地址|地\\s*址)\\s*[:为]\\s*([^;。,\\n]{4,60}?)(?=[;。,\\n((]|邮\\s*编|邮政编码|电\\s*话|$)");

    private Contacts() {}

    static @Nullable Contact in(List<Passage> outsideFindings) {
        String phone = null;
        String postcode = null;
        String email = null;
        String address = null;
        var line = 0;
        for (var passage : outsideFindings) {
            var found = new String[] {first(PHONE, passage), first(POSTCODE, passage), first(EMAIL, passage), first(ADDRESS, passage)};
            if (line == 0 && (found[0] != null || found[1] != null || found[2] != null || found[3] != null)) {
                line = passage.line();
            }
            phone = phone == null ? found[0] : phone;
            postcode = postcode == null ? found[1] : postcode;
            email = email == null ? found[2] : email;
            address = address == null ? found[3] : address;
        }
        return line == 0 ? null : new Contact(phone, postcode, email, address, line);
    }

    private static @Nullable String first(Pattern pattern, Passage passage) {
        var matcher = pattern.matcher(passage.text);
        return matcher.find() ? passage.group(matcher, 1).strip().printed : null;
    }
}
