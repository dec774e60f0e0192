package cn.duban.hotline.hook;

import cn.duban.timers.Timed;
import cn.duban.units.Tenants;
import java.time.LocalTime;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Calls are forgotten in time. */
@Configuration(proxyBeanMethods = false)
class HookSetup {

    @Bean
    Timed callsAreForgotten(Rings rings, Tenants tenants) {
        return () -> List.of(Timed.Timer.daily(LocalTime.of(3, 40), "hotline.calls", () -> tenants.each(rings::sweep)));
    }
}
