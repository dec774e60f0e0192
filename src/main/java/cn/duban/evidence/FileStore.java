package cn.duban.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where the bytes lie, found by their id alone. A directory today ({@link DirectoryStore}); an S3 bucket fits behind the
 * same five calls (draft on the local disk, one PUT, GET, HEAD, LIST by prefix) and is not built yet.
 */
interface FileStore {

    /** A local folder for files that are still being received; what is left in it after a crash may be deleted. */
    Path drafts();

    /**
     * Takes the draft over under its id. When this returns the bytes survive a power cut; keeping the same file twice, or
     * from two nodes at once, is the same as keeping it once.
     */
    void keep(FileId id, Path draft) throws IOException;

    /** @throws NoSuchFileException if the file is not there */
    InputStream open(FileId id) throws IOException;

    boolean has(FileId id);

    /** Everything that is kept for a tenant, whether a row names it or not; to be closed. */
    Stream<FileId> all(int tenant) throws IOException;
}
