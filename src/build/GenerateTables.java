import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/**
 * Writes the jOOQ classes of every module's schema, read from the Flyway migrations on an embedded PostgreSQL.
 *
 * <p>Arguments: the folder of migrations, the folder to write to. Schema {@code ledger} becomes the package {@code
 * cn.duban_db.ledger}, outside the application's own package so that module checks do not count it.
 */
class GenerateTables {

    public static void main(String[] arguments) throws Exception {
        var migrations = Path.of(arguments[0]);
        var target = Path.of(arguments[1]);
        ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("ROOT")).setLevel(ch.qos.logback.classic.Level.WARN);

        try (var postgres = EmbeddedPostgres.builder().start()) {
            var url = postgres.getJdbcUrl("postgres", "postgres");
            Flyway.configure().dataSource(postgres.getPostgresDatabase())
                    .locations("filesystem:" + migrations).load().migrate();
            GenerationTool.generate(new Configuration()
                    .withJdbc(new Jdbc().withUrl(url).withUser("postgres"))
                    .withGenerator(new Generator()
                            .withDatabase(new Database()
                                    .withName("org.jooq.meta.postgres.PostgresDatabase")
                                    .withSchemata(schemata(migrations))
                                    .withExcludes("flyway_schema_history")
                                    .withForcedTypes(new ForcedType().withName("INSTANT").withIncludeTypes("(?i:timestamp with time zone|timestamptz)")))
                            .withGenerate(new Generate().withPojos(false).withDaos(false).withRecords(true))
                            .withTarget(new Target().withPackageName("cn.duban_db").withDirectory(target.toString()))));
        }
    }

    /**
     * One schema for each folder of migrations: a module's name is spelled the same everywhere. The empty {@code public} is
     * named too, because for a single schema the generator leaves its name out of the package.
     */
    private static List<SchemaMappingType> schemata(Path migrations) throws IOException {
        try (var folders = Files.list(migrations)) {
            return Stream.concat(Stream.of("public"), folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()).sorted())
                    .map(name -> new SchemaMappingType().withInputSchema(name)).toList();
        }
    }
}
