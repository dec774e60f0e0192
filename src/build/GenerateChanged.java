import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Generates what changed since the last run: tables from migrations, Java from templates; after a change of a generator, {@code mvn clean}. The generators are called by name, so
 * that Java compiles them, and opens their libraries, only then; every start through Maven waits for this.
 *
 * <p>Arguments: the folder of migrations, the folder to write tables to, the folder of templates, the folder to write those to.
 */
class GenerateChanged {

    public static void main(String[] arguments) throws Exception {
        generate("GenerateTables", arguments[0], arguments[1]);
        generate("GenerateTemplates", arguments[2], arguments[3]);
    }

    private static void generate(String generator, String from, String to) throws Exception {
        var stamp = Path.of(to, "generated.sm");
        var now = digest(Path.of(from));
        if (Files.exists(stamp) && Files.readString(stamp).equals(now)) return;
        Class.forName(generator).getMethod("main", String[].class).invoke(null, (Object) new String[] {from, to});
        Files.writeString(stamp, now);
    }

    private static String digest(Path folder) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(folder.relativize(file).toString().getBytes());
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
