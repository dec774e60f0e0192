package cn.duban.notices;

import cn.duban.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The bell's count while a page is open. */
@RestController
class StreamController {

    private final Streams streams;

    StreamController(Streams streams) {
        this.streams = streams;
    }

    @GetMapping(path = "/notices/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(Viewer viewer, Locale language, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        // a proxy in front must not gather what is to arrive at once
        response.setHeader("X-Accel-Buffering", "no");
        return streams.open(viewer, language);
    }
}
