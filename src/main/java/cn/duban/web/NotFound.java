package cn.duban.web;

import org.springframework.http.HttpStatus;

/** There is nothing here, or nothing that the viewer may see: the two are told in the same words on purpose. */
public class NotFound extends Refused {
    public NotFound() {
        super(HttpStatus.NOT_FOUND, "web.not-found", Words.say("web.fault.404"), Words.say("web.fault.404.next"));
    }
}
