package cn.duban.cli;

import java.io.PrintStream;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** Says where to open the browser, as the last line of a start. */
record Greeting(PrintStream out) implements ApplicationListener<ApplicationReadyEvent> {

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        if (!(ready.getApplicationContext() instanceof WebServerApplicationContext web) || web.getWebServer() == null) return;
        out.println("督办已启动，请用浏览器打开 http://localhost:%1$d （用时 %2$.1f 秒）。 / Duban runs; open http://localhost:%1$d (started in %2$.1f s)."
                .formatted(web.getWebServer().getPort(), ready.getTimeTaken() == null ? 0 : ready.getTimeTaken().toMillis() / 1000.0));
    }
}
