package cn.duban.hotline.citizen;

import cn.duban.timers.Timed;
import cn.duban.units.Tenants;
import java.time.LocalTime;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where reports came from is forgotten in time. */
@Configuration(proxyBeanMethods = false)
class CitizenSetup {

    @Bean
    Timed filingsAreForgotten(Filings filings, Tenants tenants) {
        return () -> List.of(Timed.Timer.daily(LocalTime.of(3, 50), "hotline.filings", () -> tenants.each(filings::sweep)));
    }
}
