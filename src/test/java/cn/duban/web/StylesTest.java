package cn.duban.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StylesTest {

    /** A brace lost between two rooms' rules takes every later rule down, and no page says so. */
    @Test
    void closesEveryRule() throws IOException {
        var depth = 0;
        var line = 1;
        for (var c : Files.readString(Path.of("src/main/resources/assets/duban.css")).toCharArray()) {
            if (c == '\n') line++;
            if (c == '{') depth++;
            if (c == '}') depth--;
            assertThat(depth).as("rules open at line " + line).isBetween(0, 2);
        }
        assertThat(depth).as("rules open at the end").isZero();
    }
}
