package cn.duban.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.web.Complaints;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @ParameterizedTest
    @ValueSource(strings = {"short", "ninechars", "1234567890", "PASSWORD123", "aaaaaaaaaaaa", "ababababababab", "clerk.login"})
    void refusesWhatIsEasilyGuessed(String password) {
        var complaints = new Complaints();
        Passwords.check(complaints, "password", password, "Clerk.Login");
        assertThat(complaints.isEmpty()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"three quiet lamps", "一本台账一督到底不放松", "T9#vQ2!mLx"})
    void acceptsWordsAndChinese(String password) {
        var complaints = new Complaints();
        Passwords.check(complaints, "password", password, "clerk");
        assertThat(complaints.all()).isEmpty();
    }

    @Test
    void keepsOnlyAHashThatNamesItsAlgorithm() {
        var hash = passwords.hash("一本台账一督到底不放松，再长一些也不会被截断：甲乙丙丁戊己庚辛壬癸");
        assertThat(hash).startsWith("{argon2}").doesNotContain("台账");
        assertThat(passwords.matches("一本台账一督到底不放松，再长一些也不会被截断：甲乙丙丁戊己庚辛壬癸", hash)).isTrue();
        assertThat(passwords.matches("一本台账一督到底不放松，再长一些也不会被截断：甲乙丙丁戊己庚辛壬子", hash)).isFalse();
    }

    @Test
    void countsCharactersAlikeWhenSettingAndWhenComparing() {
        var rare = "𠮷".repeat(150);
        var complaints = new Complaints();
        Passwords.check(complaints, "password", "一二三" + rare, "clerk");
        assertThat(complaints.all()).isEmpty();
        assertThat(passwords.matches("一二三" + rare, passwords.hash("一二三" + rare))).isTrue();
    }

    @Test
    void readsBcryptAndWouldRenewIt() {
        var hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("three quiet lamps");
        assertThat(passwords.matches("three quiet lamps", hash)).isTrue();
        assertThat(passwords.outdated(hash)).isTrue();
    }

    @Test
    void drawsOneTimePasswordsThatPassTheRulesAndDiffer() {
        var drawn = IntStream.range(0, 500).mapToObj(i -> passwords.oneTime()).toList();
        assertThat(drawn).doesNotHaveDuplicates().allMatch(p -> p.matches("([2-9A-HJ-NP-Z]{4}-){2}[2-9A-HJ-NP-Z]{4}"));
        assertThat(Stream.of(drawn.getFirst())).allSatisfy(p -> {
            var complaints = new Complaints();
            Passwords.check(complaints, "password", p, "clerk");
            assertThat(complaints.isEmpty()).isTrue();
        });
    }
}
