package cn.duban.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "elsewhere", "/a\r\nSet-Cookie: x=1", "javascript:alert(1)"})
    void sendsNobodyToAnotherSite(String path) {
        assertThat(Paths.safe(path)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/access/me", "/ledger/matters?state=working&after=1-a"})
    void keepsPagesOfOurs(String path) {
        assertThat(Paths.safe(path)).isEqualTo(path);
    }
}
