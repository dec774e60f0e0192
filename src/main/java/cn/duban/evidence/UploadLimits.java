package cn.duban.evidence;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** What the server takes in at all follows from the largest file that this room takes in: so much each, four times that at once. */
@Configuration(proxyBeanMethods = false)
class UploadLimits {

    private static final int AT_ONCE = 4;

    @Bean
    MultipartConfigElement uploads(@Value("${duban.evidence.largest:100MB}") DataSize largest) {
        return new MultipartConfigElement("", largest.toBytes(), AT_ONCE * largest.toBytes(), 0);
    }
}
