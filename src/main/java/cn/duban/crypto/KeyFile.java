package cn.duban.crypto;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The keys that seal personal data, in a text file outside the database: 32 hexadecimal digits a line, the newest last,
 * {@code #} before a remark. To change the key, add a line and keep the old ones; what they sealed stays readable.
 */
final class KeyFile {

    private static final String HEAD = """
            # Keys that seal personal data (SM4). The last line seals, all lines open.
            # Back this file up apart from the database. Without it the data cannot be read by anybody.
            """;

    private KeyFile() {}

    /**
     * The keys, oldest first; never empty. A file that is not there yet is made, readable by its owner alone.
     *
     * @param sealed whether something was sealed before, so that there must be a file
     * @throws KeyMissing when there is none nevertheless
     */
    static List<byte[]> readOrCreate(Path file, BooleanSupplier sealed) throws IOException {
        if (!Files.exists(file)) {
            if (sealed.getAsBoolean()) throw new KeyMissing(file);
            addKey(file, true);
        }
        return read(file);
    }

    /** Adds a key, which seals from the next start on. */
    static void addKey(Path file) throws IOException {
        addKey(file, false);
    }

    private static List<byte[]> read(Path file) throws IOException {
        var keys = new ArrayList<byte[]>();
        var lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) continue;
            if (!line.matches("[0-9a-fA-F]{32}"))
                throw new IOException("Line %d of %s is not a key: it needs 32 hexadecimal digits.".formatted(i + 1, file));
            keys.add(HexFormat.of().parseHex(line));
        }
        if (keys.isEmpty()) throw new IOException(file + " holds no key. Restore it from the backup.");
        return keys;
    }

    /** Under a lock, because two nodes may start on the same folder at the same instant and must agree on one key. */
    private static synchronized void addKey(Path file, boolean onlyFirst) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent(), ownerOnly("rwx------"));
        var modes = Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(file, modes, ownerOnly("rw-------")); var _ = channel.lock()) {
            var old = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
            if (onlyFirst && !old.isEmpty()) return;
            var key = new byte[Sm4Gcm.KEY];
            new SecureRandom().nextBytes(key);
            var line = (old.isEmpty() ? HEAD : old.endsWith("\n") ? "" : "\n") + HexFormat.of().formatHex(key) + "\n";
            var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))};
    }
}
