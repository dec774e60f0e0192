package cn.duban.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the servlet container could not hand to a controller: a malformed request, an error in a filter. */
@Controller
class ErrorPage implements ErrorController {

    @RequestMapping("/error")
    Object show(HttpServletRequest request) {
        var fault = request.getAttribute(Paths.CAUSE) instanceof RuntimeException cause
                ? Faults.page(cause)
                : Faults.of(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404);
        return Faults.answer(fault, request);
    }
}
