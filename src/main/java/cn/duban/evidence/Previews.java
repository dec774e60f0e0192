package cn.duban.evidence;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Small pictures of files, drawn when somebody first looks and kept in a folder that may be deleted at any time. Two are
 * drawn at once at most, so that hostile files cost patience and not the machine.
 */
@Component
class Previews implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Previews.class);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final String NONE = "none";

    private final FileStore store;
    private final Path root;
    private final ExecutorService pens = Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().name("preview-", 0).factory());
    private final ConcurrentHashMap<FileId, Future<?>> running = new ConcurrentHashMap<>();

    Previews(FileStore store, @Value("${duban.data:data}") Path data) {
        this.store = store;
        this.root = data.resolve("previews").toAbsolutePath();
    }

    static boolean possible(FileFormat format) {
        return switch (format) {
            case PDF, PNG, JPEG, WEBP -> true;
            default -> false;
        };
    }

    /** A page as a picture, the first being 1; empty if there is no such page or none can be drawn in good time. */
    Optional<Path> page(FileId file, FileFormat format, int page) {
        return pages(file, format) >= page && page >= 1 ? Optional.of(picture(file, page)) : Optional.empty();
    }

    /** How many pages are drawn, three at most; 0 for a file that is not shown as a picture. Draws them if nobody has yet. */
    int pages(FileId file, FileFormat format) {
        if (!possible(format)) return 0;
        var known = known(file);
        if (known < 0) draw(file, format);
        return Math.max(0, known < 0 ? known(file) : known);
    }

    private int known(FileId file) {
        if (Files.exists(folder(file).resolve(NONE))) return 0;
        int pages = 0;
        while (Files.exists(picture(file, pages + 1))) pages++;
        return pages == 0 ? -1 : pages;
    }

    /** Whoever asks for a file that is being drawn waits for the same drawing. */
    private void draw(FileId file, FileFormat format) {
        var drawing = running.computeIfAbsent(file, f -> pens.submit(() -> {
            try {
                keep(f, pictures(f, format));
            } finally {
                running.remove(f);
            }
            return f;
        }));
        try {
            drawing.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            log.info("the preview of {} is not ready yet", file);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            log.info("no preview of {}: {}", file, e.getCause().toString());
        }
    }

    /** Decoders answer damaged files with every kind of exception; all of them mean the same: nothing to show. */
    private List<BufferedImage> pictures(FileId file, FileFormat format) throws IOException {
        var copy = Files.createTempFile(store.drafts(), "preview", "");
        try (var in = store.open(file)) {
            Files.copy(in, copy, REPLACE_EXISTING);
            return format == FileFormat.PDF ? PdfPages.small(copy, LONGEST) : List.of(Pictures.small(copy));
        } catch (IOException | RuntimeException e) {
            if (store.has(file)) none(file);
            throw e;
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** The first page last, because it says that the others are there. */
    private void keep(FileId file, List<BufferedImage> pictures) throws IOException {
        var folder = Files.createDirectories(folder(file));
        for (int page = pictures.size(); page >= 1; page--) {
            var draft = Files.createTempFile(folder, "draft", "");
            ImageIO.write(pictures.get(page - 1), "png", draft.toFile());
            Files.move(draft, picture(file, page), ATOMIC_MOVE, REPLACE_EXISTING);
        }
        if (pictures.isEmpty()) none(file);
    }

    private void none(FileId file) throws IOException {
        Files.write(Files.createDirectories(folder(file)).resolve(NONE), new byte[0]);
    }

    private Path folder(FileId file) {
        return root.resolve(Integer.toString(file.tenant())).resolve(file.hex().substring(0, 2)).resolve(file.hex());
    }

    private Path picture(FileId file, int page) {
        return folder(file).resolve(page + ".png");
    }

    @Override
    public void destroy() {
        pens.shutdownNow();
    }
}
