package cn.duban.access;

import cn.duban.web.Complaints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What a password must be, how it is kept (Argon2, named in the hash so that it can be replaced), and one-time ones. */
@Component
class Passwords {

    static final int LEAST = 10;
    static final int MOST = 200;
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final Set<String> COMMON = common();

    private final SecureRandom random = new SecureRandom();
    private final PasswordEncoder encoder = new DelegatingPasswordEncoder("argon2", Map.of(
            "argon2", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8(), "bcrypt", new BCryptPasswordEncoder()));
    private final String nobodys = hash("nobody's");

    String hash(String password) {
        return String.valueOf(encoder.encode(password));
    }

    boolean matches(String password, String hash) {
        return length(password) <= MOST && encoder.matches(password, hash);
    }

    boolean outdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /** Takes as long as a real comparison, so that the answer's delay does not tell which logins exist. */
    void compareWithNobody(String password) {
        matches(password, nobodys);
    }

    static void check(Complaints complaints, String field, String password, String login) {
        var length = length(password);
        complaints.addIf(length < LEAST, field, "access.password.short", LEAST)
                .addIf(length > MOST, field, "access.password.long", MOST)
                .addIf(password.equalsIgnoreCase(login), field, "access.password.login")
                .addIf(isCommon(password), field, "access.password.common");
    }

    /** A password to be read out over the telephone and changed at once; about 59 random bits. */
    String oneTime() {
        var drawn = random.ints(12, 0, LETTERS.length()).mapToObj(i -> LETTERS.substring(i, i + 1)).collect(Collectors.joining());
        return drawn.substring(0, 4) + "-" + drawn.substring(4, 8) + "-" + drawn.substring(8);
    }

    /** In characters as people count them: a rare one that takes two units of UTF-16 is one. */
    private static int length(String password) {
        return password.codePointCount(0, password.length());
    }

    private static boolean isCommon(String password) {
        var lower = password.toLowerCase(Locale.ROOT);
        return COMMON.contains(lower) || lower.chars().distinct().count() <= 2;
    }

    private static Set<String> common() {
        try (var file = Passwords.class.getResourceAsStream("common-passwords.txt")) {
            if (file == null) throw new IllegalStateException("common-passwords.txt is missing from the application.");
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
