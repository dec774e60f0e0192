package cn.duban.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The faces a document is set in. A docx carries names, not fonts: what stands in for a missing face is named in the font table, so
 * that a machine without 方正小标宋 falls back to 宋体 and not to whatever comes first.
 */
public record Typefaces(String mark, String body, String kai, String hei, String song) {

    public static final Typefaces STANDARD = new Typefaces("方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体");

    private static final Map<String, List<String>> STAND_INS = Map.of(
            "方正小标宋简体", List.of("FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "宋体", "SimSun"),
            "仿宋_GB2312", List.of("FangSong_GB2312", "仿宋", "FangSong"),
            "楷体_GB2312", List.of("KaiTi_GB2312", "楷体", "KaiTi"),
            "黑体", List.of("SimHei"),
            "宋体", List.of("SimSun"));

    /** Every face with the names that may stand in for it, best first. */
    Map<String, List<String>> withStandIns() {
        var faces = new LinkedHashMap<String, List<String>>();
        for (var face : List.of(body, mark, kai, hei, song)) {
            faces.put(face, STAND_INS.getOrDefault(face, List.of()));
        }
        return faces;
    }
}
