package cn.duban.ledger.type;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code lint FILE…} checks matter types: one line per fault. It exits with 0 if there is none, 1 if there are some, 2 if a
 * file cannot be read. Files given together may refer to each other and to the shipped types.
 */
public final class LintCommand {

    private LintCommand() {}

    /** @param arguments the files, without the word {@code lint} */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length == 0) {
            err.println("请写明要检查的事项类型文件：lint FILE…。 / Name the matter type files to check: lint FILE….");
            return 2;
        }
        var texts = new LinkedHashMap<String, String>();
        for (var file : arguments) {
            var text = read(file, err);
            if (text == null) return 2;
            texts.put(file, text);
        }
        return report(texts, out);
    }

    private static int report(Map<String, String> texts, PrintStream out) {
        var known = new LinkedHashSet<>(ShippedTypes.names());
        texts.forEach((file, text) -> {
            var type = TypeReader.read(text, file).type();
            if (type != null) known.add(type.name());
        });
        var count = 0;
        for (var file : texts.entrySet()) {
            var faults = TypeLinter.check(file.getValue(), file.getKey(), known).faults();
            faults.forEach(out::println);
            count += faults.size();
        }
        if (count > 0) return 1;
        out.println("已检查 %1$d 个事项类型，没有发现错误。 / %1$d matter types checked, no fault found.".formatted(texts.size()));
        return 0;
    }

    private static @Nullable String read(String file, PrintStream err) {
        try {
            return Files.readString(Path.of(file));
        } catch (CharacterCodingException e) {
            err.println("文件“" + file + "”不是 UTF-8 文本，请另存后再检查。 / " + file + " is not UTF-8 text; save it as such and try again.");
        } catch (IOException | InvalidPathException e) {
            err.println("无法读取文件“" + file + "”，请检查路径和权限。 / " + file + " cannot be read; check its path and permissions.");
        }
        return null;
    }
}
