package cn.duban.hotline.channel;

import cn.duban.timers.Timed;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the channels share ships with, when answers leave, and when what was kept beside the ledger goes. */
@Configuration(proxyBeanMethods = false)
class ChannelSetup {

    @Bean
    Limits limits() {
        return Limits.shipped();
    }

    @Bean
    Timed answersLeave(AnswerPosting posting) {
        return () -> List.of(Timed.Timer.every(Duration.ofSeconds(10), "hotline.answers", posting::send));
    }

    @Bean
    Timed channelsAreSwept(Retention retention) {
        return () -> List.of(Timed.Timer.daily(LocalTime.of(3, 50), "hotline.channels", retention::sweep));
    }
}
