package cn.duban.hotline.mail;

import cn.duban.timers.Timed;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When the mailboxes are read: at one node at a time. */
@Configuration(proxyBeanMethods = false)
class MailSetup {

    @Bean
    Timed mailboxesAreRead(MailRound round) {
        return () -> List.of(Timed.Timer.every(Duration.ofMinutes(1), "hotline.mail", round::read));
    }
}
