package cn.duban;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Whoever holds it owns the data folder. The operating system gives it back when the process ends, however it ends. */
record FolderLock(FileLock lock) implements AutoCloseable {

    /** Empty when another process, or another application in this one, holds it. */
    static Optional<FolderLock> take(Path folder) throws IOException {
        var file = FileChannel.open(folder.resolve("duban.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            var lock = file.tryLock();
            if (lock != null) return Optional.of(new FolderLock(lock));
        } catch (OverlappingFileLockException held) {
            // held by this very process: as good as held by another
        }
        file.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        lock.acquiredBy().close();
    }
}
