package cn.duban.ledger.type;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Small matter types that tests share. */
final class TypesFixture {

    static final Path TYPES = Path.of("src/test/resources/types");

    private TypesFixture() {}

    /** The text of a sound little type: a lead unit does something, the supervision office checks it. */
    static String aPromise() {
        return text(TYPES.resolve("promise.yaml"));
    }

    static MatterType promise() {
        return type(aPromise());
    }

    static MatterType type(String text) {
        return Objects.requireNonNull(TypeReader.read(text, "test.yaml").type());
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
