package cn.duban.cli;

import cn.duban.ledger.type.LintCommand;
import cn.duban.rectification.reading.ParseCommand;
import cn.duban.workdays.DeadlineCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** Tells the commands apart and gives each its words. */
public final class Commands {

    private static final String USAGE = """
            用法 / Usage:
              duban serve [--demo] [--server.port=8080] [--duban.data=data] [--spring.datasource.url=jdbc:postgresql://…]
                                       启动系统，--demo 带虚构城市，另用 data/demo / start the product; --demo with the invented city, in data/demo
              duban parse FILE [--lang en]
                                       读整改通报或工作方案，输出 JSON / read a bulletin or a work plan, print JSON
              duban deadline --from DATE --budget 20wd [--region CODE] [--as-of DATE] [--explain] [--lang en]
                                       计算期限的最后一天 / the last day of a period
              duban lint FILE…         检查事项类型文件 / check matter types
              duban verify [--lang=en] [--duban.data=data | --spring.datasource.url=… --spring.datasource.username=… --spring.datasource.password=…]
                                       验证全部台账记录 / prove every entry of the ledger
              duban --version          显示版本 / the version
              duban help               显示本页 / this page""";

    private Commands() {}

    /** Does what the first word asks; without one, or with an option first, the product is served. */
    public static void main(Class<?> application, String[] arguments) {
        var out = utf8(FileDescriptor.out);
        var err = utf8(FileDescriptor.err);
        if (arguments.length == 1 && (arguments[0].equals("--version") || arguments[0].equals("version"))) out.println("duban " + Objects.requireNonNullElse(Commands.class.getPackage().getImplementationVersion(), "?"));
        else if (arguments.length == 0 || isOption(arguments[0])) Serve.run(application, arguments, out, err);
        else if (arguments[0].equals("serve")) Serve.run(application, rest(arguments), out, err);
        else System.exit(run(application, arguments, out, err));
    }

    static int run(Class<?> application, String[] arguments, PrintStream out, PrintStream err) {
        if (Arrays.stream(arguments).anyMatch(word -> word.indexOf('\uFFFD') >= 0)) {
            err.println("终端的字符集读不出文件名，请先运行 export LC_ALL=C.UTF-8。 / The terminal's character set garbles a file name; run export LC_ALL=C.UTF-8 first.");
            return 2;
        }
        var rest = rest(arguments);
        return switch (arguments[0]) {
            case "parse" -> ParseCommand.run(rest, out, err);
            case "deadline" -> DeadlineCommand.run(rest, out, err);
            case "lint" -> LintCommand.run(rest, out, err);
            case "verify" -> VerifyCommand.run(application, rest, out, err);
            case "help", "--help", "-h" -> {
                out.println(USAGE);
                yield 0;
            }
            default -> {
                err.println("没有“%1$s”这个命令。 / There is no command “%1$s”.".formatted(arguments[0]));
                err.println(USAGE);
                yield 2;
            }
        };
    }

    private static boolean isOption(String word) {
        return word.startsWith("--") && !word.equals("--help");
    }

    private static String[] rest(String[] arguments) {
        return Arrays.copyOfRange(arguments, 1, arguments.length);
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}
