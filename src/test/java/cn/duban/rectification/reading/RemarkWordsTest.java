package cn.duban.rectification.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.web.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RemarkWordsTest {

    /** Remarks are kept by their code; what has no text would be read as a key. */
    @Test
    void hasATextForEveryRemarkOfTheReader() throws IOException {
        var codes = new TreeSet<String>();
        try (var sources = Files.walk(Path.of("src/main/java/cn/duban/rectification/reading"))) {
            for (var source : sources.filter(Files::isRegularFile).toList())
                Pattern.compile("new Remark\\(\\s*\"([A-Z_]+)\"").matcher(Files.readString(source)).results().forEach(found -> codes.add(found.group(1)));
        }
        assertThat(codes).hasSizeGreaterThan(30).allSatisfy(code -> assertThat(Words.has("rectification.remark." + code)).as(code).isTrue());
    }
}
