package cn.duban.rectification.reading;

import cn.duban.documents.DocumentText;
import cn.duban.documents.UnreadableDocument;
import cn.duban.rectification.reading.Reading.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The invented documents of the tests, and the three real ones where they stand beside the project. */
final class Bulletins {
    static final Path INVENTED = Path.of("src/test/resources/bulletins");
    static final Path REAL = Path.of("../shared/samples");

    private Bulletins() {}

    static Reading invented(String name) {
        return read(INVENTED.resolve(name));
    }

    static Reading read(Path file) {
        try {
            return Reader.read(DocumentText.read(file));
        } catch (UnreadableDocument e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    static boolean realOnesAreHere() {
        return Files.isDirectory(REAL);
    }

    static Finding finding(Reading reading, String... path) {
        return reading.findings().stream().filter(finding -> finding.path().equals(List.of(path))).findFirst()
                .orElseThrow(() -> new AssertionError("no finding at " + List.of(path)));
    }

    static List<Integer> linesOf(Reading reading, String code) {
        return reading.remarks().stream().filter(remark -> remark.code().equals(code)).map(Remark::line).toList();
    }
}
