import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import gg.jte.runtime.Constants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * Writes the Java source of every JTE template. Does nothing when no template changed since the last run: the plugin's own
 * goal rewrites every file each time, and then Maven compiles the whole project again at every start.
 *
 * <p>Arguments: the folder of templates, the folder to write to.
 */
class GenerateTemplates {

    public static void main(String[] arguments) throws Exception {
        var templates = Path.of(arguments[0]);
        var target = Path.of(arguments[1]);
        var stamp = target.resolve("templates.sm");
        var now = digest(templates);
        if (Files.exists(stamp) && Files.readString(stamp).equals(now)) return;

        clear(target);
        var engine = TemplateEngine.create(
                new DirectoryCodeResolver(templates), target, ContentType.Html, GenerateTemplates.class.getClassLoader(), Constants.PACKAGE_NAME_PRECOMPILED);
        engine.setTrimControlStructures(true);
        // every form is shown to CsrfFields, which writes the token into those that post
        engine.setHtmlTags(new String[] {"form"});
        engine.generateAll();
        Files.writeString(stamp, now);
    }

    private static void clear(Path target) throws Exception {
        Files.createDirectories(target);
        try (var files = Files.walk(target)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) if (!file.equals(target)) Files.delete(file);
        }
    }

    private static String digest(Path templates) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var files = Files.walk(templates)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(templates.relativize(file).toString().getBytes());
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
