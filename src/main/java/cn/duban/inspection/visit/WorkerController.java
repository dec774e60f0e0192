package cn.duban.inspection.visit;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The service worker of the form: it must stand above the page that it answers for, under a name that never changes. */
@Controller
class WorkerController {

    @GetMapping("/inspections/worker.js")
    ResponseEntity<Resource> worker() {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8")).cacheControl(CacheControl.noCache().cachePrivate()).body(new ClassPathResource("assets/visit-worker.js"));
    }
}
