package cn.duban.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.DocumentException;
import org.openpdf.text.pdf.BaseFont;

/**
 * The faces in which a PDF is set. A PDF carries its letters, so they must be on this machine: the faces of GB/T 9704 where somebody
 * installed them, else what stands in for them, down to the free Noto faces that every distribution has. Only the letters that are used
 * are embedded.
 */
final class Faces {

    enum Face { BODY, HEI, KAI, MARK, SONG }

    private static final List<String> SONG = List.of("simsun.ttc", "simsun.ttf", "stsong.ttf", "fzssk.ttf", "notoserifcjk-regular.ttc", "notoserifcjksc-regular.otf", "notoserifsc-regular.otf", "notoserifsc-regular.ttf",
            "sourcehanserifsc-regular.otf", "sourcehanserif-regular.ttc", "uming.ttc");
    private static final List<String> SANS = List.of("notosanscjk-regular.ttc", "notosanscjksc-regular.otf", "notosanssc-regular.otf", "notosanssc-regular.ttf", "sourcehansanssc-regular.otf", "sourcehansans-regular.ttc",
            "msyh.ttc", "msyh.ttf", "wqy-zenhei.ttc", "wqy-microhei.ttc", "droidsansfallback.ttf", "droidsansfallbackfull.ttf");

    private static final Map<Face, List<String>> FILES = Map.of(
            Face.BODY, chain(List.of("simfang.ttf", "fangsong.ttf", "仿宋_gb2312.ttf", "仿宋.ttf", "fangsong_gb2312.ttf", "stfangso.ttf", "fzfsk.ttf", "fzfs_gbk.ttf"), SONG, SANS),
            Face.KAI, chain(List.of("simkai.ttf", "kaiti.ttf", "楷体_gb2312.ttf", "楷体.ttf", "kaiti_gb2312.ttf", "stkaiti.ttf", "fzktk.ttf", "ukai.ttc"), SONG, SANS),
            Face.HEI, chain(List.of("simhei.ttf", "黑体.ttf", "stheiti.ttf", "fzhtk.ttf", "notosanscjk-bold.ttc", "notosanscjk-medium.ttc"), SANS, SONG),
            Face.MARK, chain(List.of("fzxbsjw.ttf", "方正小标宋简体.ttf", "fzxiaobiaosong-b05s.ttf", "fzxbsk.ttf", "方正小标宋_gbk.ttf", "notoserifcjk-bold.ttc", "notoserifcjksc-bold.otf"), SONG, SANS),
            Face.SONG, chain(SONG, SANS));

    private static final List<String> FOLDERS = List.of("/usr/share/fonts", "/usr/local/share/fonts", System.getProperty("user.home") + "/.fonts", System.getProperty("user.home") + "/.local/share/fonts",
            "C:/Windows/Fonts", "/System/Library/Fonts", "/Library/Fonts");

    private static final Map<Face, Optional<BaseFont>> FOUND = new ConcurrentHashMap<>();

    private Faces() {}

    @SafeVarargs
    private static List<String> chain(List<String>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }

    /** @throws NoTypeface where the machine has none for Chinese at all */
    static BaseFont of(Face face) {
        return FOUND.computeIfAbsent(face, f -> find(FILES.getOrDefault(f, SONG))).orElseThrow(NoTypeface::new);
    }

    private static Optional<BaseFont> find(List<String> names) {
        var installed = installed();
        for (var name : names) {
            var file = installed.get(name);
            var font = file == null ? null : read(file);
            if (font != null) return Optional.of(font);
        }
        return Optional.empty();
    }

    private static Map<String, Path> installed() {
        var files = new HashMap<String, Path>();
        for (var folder : FOLDERS) {
            if (!Files.isDirectory(Path.of(folder))) continue;
            try (var all = Files.walk(Path.of(folder), 6)) {
                all.filter(file -> file.getFileName().toString().matches("(?i).*\\.(ttf|ttc|otf)")).forEach(file -> files.putIfAbsent(file.getFileName().toString().toLowerCase(Locale.ROOT), file));
            } catch (IOException | java.io.UncheckedIOException unreadable) {
                continue;
            }
        }
        return files;
    }

    /** A file that cannot be embedded is passed over for the next one. */
    private static @Nullable BaseFont read(Path file) {
        try {
            return BaseFont.createFont(file.toString().endsWith(".ttc") ? file + "," + simplified(file) : file.toString(), BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        } catch (DocumentException | IOException unusable) {
            return null;
        }
    }

    /** The face for simplified characters among those of a collection. */
    private static int simplified(Path file) throws IOException {
        var names = BaseFont.enumerateTTCNames(file.toString());
        for (int i = 0; i < names.length; i++) if (names[i].matches("(?i).*(?:cjk ?sc|\\bsc\\b|sc-).*")) return i;
        return 0;
    }
}
