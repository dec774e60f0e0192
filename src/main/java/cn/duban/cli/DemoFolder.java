package cn.duban.cli;

import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.MapPropertySource;

/**
 * The invented city lives in a folder of its own unless another one is named: its people, whose password everybody knows,
 * never meet a start that was meant to be empty.
 */
record DemoFolder() implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    static final String FOLDER = "data/demo";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        var environment = prepared.getEnvironment();
        if (environment.getProperty("duban.demo", Boolean.class, false) && !environment.containsProperty("duban.data"))
            environment.getPropertySources().addLast(new MapPropertySource("demo", Map.of("duban.data", FOLDER)));
    }
}
