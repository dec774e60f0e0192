package cn.duban.rectification.reading;

import cn.duban.documents.DocumentText;
import cn.duban.documents.UnreadableDocument;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code parse FILE [--lang en]}: one JSON object on the output; 2 and one sentence when there is nothing to read. */
public final class ParseCommand {
    private ParseCommand() {}

    public static int run(String[] args, PrintStream out, PrintStream err) {
        var words = new ArrayList<>(List.of(args));
        var english = words.remove("--lang=en");
        var lang = words.indexOf("--lang");
        if (lang >= 0 && lang + 1 < words.size()) {
            words.remove(lang);
            english |= words.remove(lang).equals("en");
        }
        if (words.size() != 1) {
            err.println(english ? "Usage: parse FILE [--lang en] (a bulletin or a work plan: plain text, HTML or docx)." : "用法：parse 文件 [--lang en]（一份整改通报或工作计划：纯文本、HTML 或 docx）。");
            return 2;
        }
        try {
            out.println(ReadingJson.of(Reader.read(DocumentText.read(Path.of(words.getFirst())))));
            return 0;
        } catch (UnreadableDocument e) {
            err.println(e.said(english));
        } catch (InvalidPathException e) {
            err.println(english ? "\"" + words.getFirst() + "\" is no path of a file." : "“" + words.getFirst() + "”不是一个文件路径。");
        }
        return 2;
    }
}
