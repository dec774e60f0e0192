package cn.duban.cli;

import cn.duban.crypto.KeyMissing;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.web.server.PortInUseException;

/** Why a start failed, as the sentence for the person who can mend it; empty for what nobody foresaw. */
record Trouble(String sentence, Throwable cause) {

    static Optional<Trouble> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(50)
                .flatMap(cause -> sentence(cause).stream().map(s -> new Trouble(s, cause))).findFirst();
    }

    private static Optional<String> sentence(Throwable cause) {
        return Optional.ofNullable(switch (cause) {
            case CannotStart own -> own.getMessage();
            case KeyMissing key -> key.getMessage();
            case PortInUseException port -> "端口 %1$d 已被占用，请停掉占用它的程序，或者用 --server.port=%2$d 换一个端口。 / Port %1$d is taken; stop the program that holds it or choose another with --server.port=%2$d."
                    .formatted(port.getPort(), port.getPort() + 1);
            case FlywayValidateException history -> "数据库的结构与这个版本对不上，可能是别的版本建的，请用原来的版本或者换一个空库。 / The database was set up by another version; use that version or an empty database.";
            case FileSystemException file -> "不能在“%1$s”写数据，请检查权限，或者用 --duban.data=文件夹 换一个地方。 / Data cannot be written to %1$s; check its permissions or choose another folder with --duban.data=FOLDER."
                    .formatted(file.getFile());
            case SQLException database -> ofDatabase(database);
            default -> null;
        });
    }

    private static @org.jspecify.annotations.Nullable String ofDatabase(SQLException database) {
        var state = String.valueOf(database.getSQLState());
        if (state.startsWith("28")) return "数据库拒绝了用户名或者密码，请检查 --spring.datasource.username 和 --spring.datasource.password。 / The database refused the user name or the password; check --spring.datasource.username and --spring.datasource.password.";
        if (state.equals("3D000")) return "数据库服务器上没有这个库，请先建库或者改 --spring.datasource.url。 / There is no such database on the server; create it or change --spring.datasource.url.";
        if (state.startsWith("08")) return "连不上数据库，请检查它是否在运行、--spring.datasource.url 是否正确。 / The database cannot be reached; check that it runs and that --spring.datasource.url is right.";
        if (state.equals("42P01") || state.equals("3F000")) return "这个数据库里没有督办台账，请检查 --spring.datasource.url 或者 --duban.data。 / This database holds no ledger of Duban; check --spring.datasource.url or --duban.data.";
        return null;
    }
}
