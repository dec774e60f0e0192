import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import gg.jte.runtime.Constants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Writes the Java source of every JTE template, if {@link GenerateChanged} finds that one changed: the plugin's own goal rewrites
 * every file each time, and then Maven compiles the whole project again at every start.
 *
 * <p>Arguments: the folder of templates, the folder to write to.
 */
class GenerateTemplates {

    public static void main(String[] arguments) throws Exception {
        var templates = Path.of(arguments[0]);
        var target = Path.of(arguments[1]);
        clear(target);
        var engine = TemplateEngine.create(
                new DirectoryCodeResolver(templates), target, ContentType.Html, GenerateTemplates.class.getClassLoader(), Constants.PACKAGE_NAME_PRECOMPILED);
        engine.setTrimControlStructures(true);
        // every form is shown to CsrfFields, which writes the token into those that post
        engine.setHtmlTags(new String[] {"form"});
        engine.generateAll();
    }

    private static void clear(Path target) throws Exception {
        Files.createDirectories(target);
        try (var files = Files.walk(target)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) if (!file.equals(target)) Files.delete(file);
        }
    }
}
