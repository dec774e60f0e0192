package cn.duban.rectification.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Traditional characters back to simplified ones, one for one, with the table TSCharacters of OpenCC (shipped in opencc4j). */
final class Script {
    /** Frequent traditional characters that no simplified text holds; they decide whether the table is needed at all. */
    private static final String TELLING =
            "務關調領業導統發設規會書報動開這為個對過國學實經總辦黨習態區現數應訓質風絡據內節權結產創續預環轉監聯網優協問題處單責請說"
            + "長門車時東種機場進運還達認記議讀論證評識試話該語課請談謝讓護讚費資負貫責賬趨輔輪輯農選遞適違連遲遠還鄉釋錄鎮鐵陽際隊隨險電項順須預頭額顧類顯";
    private static final double SHARE = 0.01;

    /** 著 stays only where simplified text writes it too; elsewhere it was 着 (事事有着落). */
    private static final Pattern ZHE = Pattern.compile(
            "(?<![显卓名专论原巨编土昭译合遗拙执])著(?![名作称述录书者])|(?<=执)著");

    private Script() {}

    static boolean isTraditional(String text) {
        var han = 0;
        var telling = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= '\u4e00' && c <= '\u9fff') {
                han++;
                if (TELLING.indexOf(c) >= 0) {
                    telling++;
                }
            }
        }
        return telling >= 3 && telling > han * SHARE;
    }

    /** The same length as the text given. */
    static String simplified(String text) {
        var table = Table.CHARACTERS;
        var simplified = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            simplified.append(table.getOrDefault(text.charAt(i), text.charAt(i)).charValue());
        }
        return ZHE.matcher(simplified).replaceAll("着");
    }

    private static final class Table {
        static final Map<Character, Character> CHARACTERS = load();

        private static Map<Character, Character> load() {
            var characters = new HashMap<Character, Character>(8192);
            try (var stream = Script.class.getResourceAsStream("/data/dictionary/TSCharacters.txt")) {
                if (stream == null) {
                    throw new IllegalStateException("The table TSCharacters of opencc4j is not on the class path.");
                }
                var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.length() >= 3 && line.charAt(1) == '\t' && !Character.isSurrogate(line.charAt(2))) {
                        characters.put(line.charAt(0), line.charAt(2));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return characters;
        }
    }
}
