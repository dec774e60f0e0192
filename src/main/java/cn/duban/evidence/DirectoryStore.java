package cn.duban.evidence;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Files in a directory, {@code tenant/ab/cd/abcd…}: two levels of 256 folders keep every folder small up to hundreds of
 * millions of files. A folder shared by several nodes works as long as it renames atomically.
 */
@Component
class DirectoryStore implements FileStore {

    private final Path root;
    private final Path drafts;

    DirectoryStore(@Value("${duban.data:data}") Path data, @Value("${duban.evidence.folder:}") String folder, Clock clock) throws IOException {
        root = (folder.isBlank() ? data.resolve("evidence") : Path.of(folder)).toAbsolutePath();
        drafts = Files.createDirectories(root.resolve("drafts"));
        clear(clock.instant().minus(1, ChronoUnit.DAYS));
    }

    /** Drafts of uploads that a crash cut off; younger ones may be another node's at work. */
    private void clear(Instant before) throws IOException {
        try (var left = Files.list(drafts)) {
            for (var draft : left.toList()) if (Files.getLastModifiedTime(draft).toInstant().isBefore(before)) Files.deleteIfExists(draft);
        }
    }

    @Override
    public Path drafts() {
        return drafts;
    }

    @Override
    public void keep(FileId id, Path draft) throws IOException {
        force(draft, StandardOpenOption.WRITE);
        var place = place(id);
        makeFolder(place.getParent());
        Files.move(draft, place, ATOMIC_MOVE, REPLACE_EXISTING);
        forceFolder(place.getParent());
    }

    @Override
    public InputStream open(FileId id) throws IOException {
        return Files.newInputStream(place(id));
    }

    @Override
    public boolean has(FileId id) {
        return Files.isRegularFile(place(id));
    }

    @Override
    public Stream<FileId> all(int tenant) throws IOException {
        var folder = root.resolve(Integer.toString(tenant));
        if (!Files.isDirectory(folder)) return Stream.empty();
        return Files.walk(folder, 3).filter(Files::isRegularFile)
                .map(file -> file.getFileName().toString())
                .filter(name -> name.matches("[0-9a-f]{64}"))
                .map(hex -> new FileId(tenant, hex));
    }

    Path place(FileId id) {
        return root.resolve(Integer.toString(id.tenant())).resolve(id.hex().substring(0, 2)).resolve(id.hex().substring(2, 4)).resolve(id.hex());
    }

    /** A new folder is only durable once the folder that lists it is. */
    private static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return;
        makeFolder(folder.getParent());
        Files.createDirectories(folder);
        forceFolder(folder.getParent());
    }

    private static void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) force(folder, StandardOpenOption.READ);
    }

    private static void force(Path path, StandardOpenOption mode) throws IOException {
        try (var channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }
}
