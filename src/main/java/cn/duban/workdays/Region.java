package cn.duban.workdays;

import java.util.regex.Pattern;

/** Codes of GB/T 2260: six digits, two each for province, city and county; {@code 00} stands for the level above. */
final class Region {
    /** The whole country. */
    static final String NATION = "000000";

    private static final Pattern CODE = Pattern.compile("\\d{6}");

    private Region() {}

    static void check(String code) {
        if (!CODE.matcher(code).matches())
            throw new Misread("行政区划代码“" + code + "”不对：应为6位数字（GB/T 2260），例如 370200。", "\"" + code + "\" is no region code: six digits (GB/T 2260), such as 370200.");
    }

    /** 370000 covers 370200 and 370202; a county covers only itself. */
    static boolean covers(String wide, String narrow) {
        return narrow.startsWith(prefix(wide));
    }

    /** How many digits speak: 0 for the nation, 2, 4, 6 below. */
    static int depth(String code) {
        return prefix(code).length();
    }

    private static String prefix(String code) {
        if (code.endsWith("0000")) return code.startsWith("00") ? "" : code.substring(0, 2);
        return code.endsWith("00") ? code.substring(0, 4) : code;
    }
}
