package cn.duban.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The OpenAPI document for a person who is signed in; programs read {@code /api/v1/openapi.json} with their token. */
@RestController
@Hidden
class DescriptionController {

    private final OpenApiWebMvcResource document;

    DescriptionController(OpenApiWebMvcResource document) {
        this.document = document;
    }

    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] show(HttpServletRequest request, Locale language) throws JsonProcessingException {
        return document.openapiJson(request, "/api/v1/openapi.json", language);
    }
}
