package cn.duban.rectification.reading;

import cn.duban.documents.DocumentText;
import cn.duban.documents.UnreadableDocument;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** {@code parse FILE}: one JSON object on the output; 2 and one sentence when there is nothing to read. */
public final class ParseCommand {
    private ParseCommand() {}

    public static int run(String[] args, PrintStream out, PrintStream err) {
        if (args.length != 1) {
            err.println("用法： parse FILE （一份整改通报或工作计划：纯文本、HTML 或 docx)。");
            return 2;
        }
        try {
            out.println(ReadingJson.of(Reader.read(DocumentText.read(Path.of(args[0])))));
            return 0;
        } catch (UnreadableDocument | NotRecognised e) {
            err.println(e.getMessage());
        } catch (InvalidPathException e) {
            err.println("“" + args[0] + "”不是一个文件路径。");
        }
        return 2;
    }
}
