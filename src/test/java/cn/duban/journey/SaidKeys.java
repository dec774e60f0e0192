package cn.duban.journey;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What a page says that is the key of a text and not the text, such as {@code ledger.act.hand-over}. */
final class SaidKeys {

    private static final String SAID = """
            () => [document.title, document.body.innerText, ...[...document.querySelectorAll('[aria-label],[title],[placeholder],[alt]')]
              .flatMap(e => ['aria-label', 'title', 'placeholder', 'alt'].map(name => e.getAttribute(name) || ''))].join('\\n')""";

    /** A login of the invented city, whose hotline is called like its room; no text has such a key. */
    private static final Pattern LOGIN = Pattern.compile("[a-z]+\\.(?:registry|handle)");

    private final Pattern key;

    SaidKeys() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
            var rooms = Arrays.stream(files).map(file -> Objects.requireNonNull(file.getFilename()).replaceFirst("[_.-].*", "")).distinct().collect(Collectors.joining("|"));
            key = Pattern.compile("(?<![\\w./@-])(?:" + rooms + ")(?:\\.[a-z0-9]+(?:-[a-z0-9]+)*)+(?![\\w/])");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> on(Page page) {
        return key.matcher((String) page.evaluate(SAID)).results().map(MatchResult::group).filter(said -> !LOGIN.matcher(said).matches()).map(said -> "says " + said).distinct().toList();
    }
}
