package cn.duban.rectification.reading;

import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who speaks when neither title nor signature says so: 市政府办公厅 in the opening, with the place that the text names most. */
final class Issuer {
    private static final Pattern SPEAKER = Pattern.compile(
            "^(?:\\d{4}年,?)?((?:[\\u4e00-\\u9fff]{2,4}?)?(?:省|市|区|县|州|旗)?(?:政府办公[厅室]|人民政府办公[厅室]|人民政府|政府))(?=\\d{4}年|工作的|今年|全年)");
    private static final Pattern PLACE = Pattern.compile("(?<=[《“,。、;\\s]|^|出台|调整|制定|印发|推进|建设)([\\u4e00-\\u9fff]{2,3})([省市区县州旗])(?![级场民委直长域内外县区])");
    private static final Pattern NO_PLACE = Pattern.compile(".*(?:全|各|本|我|城|该|两|区|和|县|国|省|超|上|股|夜|开发|功能|示范|园|辖|社|都).*");

    private Issuer() {}

    static @Nullable String named(List<Passage> body, List<Remark> remarks) {
        for (var passage : body.subList(0, Math.min(3, body.size()))) {
            var speaker = SPEAKER.matcher(passage.text);
            if (!speaker.find()) {
                continue;
            }
            var words = speaker.group(1);
            if (!words.matches("^[省市区县州旗].*")) {
                return words;
            }
            var place = place(body, words.charAt(0));
            if (place == null) {
                remarks.add(new Remark("ISSUER_INCOMPLETE", "发文单位只写“" + words + "”，没有写地名。", passage.line()));
                return words;
            }
            var full = place + words.substring(1).replaceFirst("^政府", "人民政府");
            remarks.add(new Remark("ISSUER_INFERRED", "没有落款；正文自称“" + words + "”，文中地名是“" + place + "”，按“" + full + "”读，请核对。", passage.line()));
            return full;
        }
        return null;
    }

    private static @Nullable String place(List<Passage> body, char level) {
        var counts = new HashMap<String, Integer>();
        for (var passage : body) {
            var matcher = PLACE.matcher(passage.text);
            while (matcher.find()) {
                if (matcher.group(2).charAt(0) == level && !NO_PLACE.matcher(matcher.group(1)).matches()) {
                    counts.merge(matcher.group(), 1, Integer::sum);
                }
            }
        }
        return counts.entrySet().stream().filter(entry -> entry.getValue() >= 2)
                .max(java.util.Map.Entry.comparingByValue()).map(java.util.Map.Entry::getKey).orElse(null);
    }
}
