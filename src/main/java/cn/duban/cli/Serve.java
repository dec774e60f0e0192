package cn.duban.cli;

import java.io.PrintStream;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;

/** {@code serve [--demo] [--any.property=value …]} starts the product and returns; it runs until it is told to stop. */
final class Serve {

    private Serve() {}

    static void run(Class<?> application, String[] words, PrintStream out, PrintStream err) {
        var stray = Arrays.stream(words).filter(word -> !word.startsWith("--")).findFirst();
        if (stray.isPresent()) {
            err.println("serve 不认识“%1$s”，选项写成 --名称=值。 / serve does not know “%1$s”; options read --name=value.".formatted(stray.get()));
            System.exit(2);
        }
        var options = Arrays.stream(words).map(word -> word.equals("--demo") ? "--duban.demo=true" : word).toArray(String[]::new);
        try {
            var product = new SpringApplication(application);
            product.setMainApplicationClass(application);
            product.setLogStartupInfo(false);
            product.addListeners(new Greeting(out), new DemoFolder());
            product.run(options);
        } catch (RuntimeException failure) {
            // Said already, in one sentence or with its trace, by whoever Spring asked: StartFailure.
            System.exit(Trouble.of(failure).isPresent() ? 2 : 1);
        }
    }
}
