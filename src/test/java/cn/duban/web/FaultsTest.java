package cn.duban.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.MultipartConfigElement;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ProblemDetail;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

class FaultsTest {

    private final Faults faults = new Faults(new MultipartConfigElement("", 100 << 20, 400 << 20, 0));

    @Test
    void saysTheLimitsThatHold() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        var page = (ModelAndView) faults.tooLarge(new MaxUploadSizeExceededException(-1), new MockHttpServletRequest());
        assertThat(((FaultPage) page.getModel().get("page")).next()).contains("单个文件不超过 100 MB", "合计不超过 400 MB");
    }

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void tellsNothingOfAnUnforeseenFaultButAReference() {
        LocaleContextHolder.setLocale(Words.CHINESE);
        var page = (FaultPage) ((ModelAndView) faults.answer(new IllegalStateException("password=x"), request("/a"))).getModel().get("page");
        assertThat(page.status()).isEqualTo(500);
        assertThat(page.message() + page.next()).doesNotContain("password").contains(page.reference());
        assertThat(page.reference()).matches("[0-9a-f]{8}");
    }

    @Test
    void leadsThePublicToWhatIsPublic() {
        LocaleContextHolder.setLocale(Words.CHINESE);
        var model = ((ModelAndView) faults.answer(new NotFound(), request("/public/bulletins/nothing"))).getModel();
        assertThat(((FaultPage) model.get("page")).message()).isEqualTo("没有这份通报，或者已撤回。");
        assertThat(model).containsEntry("open", true);
        assertThat(((ModelAndView) faults.answer(new NotFound(), request("/matters/nothing"))).getModel()).containsEntry("open", false);
    }

    @Test
    void answersAProgramWithTheRule() {
        var answer = (ResponseEntity<?>) faults.answer(Refused.conflict("ledger.version", "甲", "乙"), request("/api/v1/matters"));
        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(answer.getHeaders().getFirst("Content-Type")).isEqualTo("application/problem+json");
        var problem = (ProblemDetail) answer.getBody();
        assertThat(problem.getProperties()).containsEntry("rule", "ledger.version");
        assertThat(problem.getTitle()).isEqualTo("甲");
    }

    @Test
    void answersHtmxWithAnAlertAndABoostedLinkWithAPage() {
        var htmx = request("/a");
        htmx.addHeader("HX-Request", "true");
        assertThat(((ModelAndView) faults.answer(new NotFound(), htmx)).getViewName()).isEqualTo("web/alert");
        htmx.addHeader("HX-Boosted", "true");
        assertThat(((ModelAndView) faults.answer(new NotFound(), htmx)).getViewName()).isEqualTo("web/fault");
    }

    @Test
    void givesBackWhatWasTypedIntoARefusedForm() {
        var post = new MockHttpServletRequest("POST", "/bulletins/1");
        post.addHeader("Referer", "http://localhost/bulletins/1?show=all");
        post.addParameter("text.opening", "  写了半天的一段话  ");
        post.addParameter("version", "3");
        post.addParameter("due", "2026-03-13");
        post.addParameter("new-password", "密码不能出现");
        var typed = (Typed) ((ModelAndView) faults.answer(Refused.conflict("publication.conflict", "甲", "乙"), post)).getModel().get("typed");
        assertThat(typed.texts()).containsExactly("写了半天的一段话");
        assertThat(typed.back()).isEqualTo("/bulletins/1?show=all");
    }

    @Test
    void showsNothingOfASignInAndLeadsToNoOtherSite() {
        var post = new MockHttpServletRequest("POST", "/access/sign-in");
        post.addParameter("login", "某 某");
        assertThat(Typed.in(post).texts()).isEmpty();
        var elsewhere = new MockHttpServletRequest("POST", "/units");
        elsewhere.addHeader("Referer", "http://elsewhere.example/units");
        assertThat(Typed.in(elsewhere).back()).isNull();
    }

    @Test
    void writesDaysAsTheReaderDoes() {
        LocaleContextHolder.setLocale(Words.CHINESE);
        assertThat(Dates.day(LocalDate.of(2026, 3, 13))).isEqualTo("2026-03-13（周五）");
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(Dates.day(LocalDate.of(2026, 3, 13))).isEqualTo("2026-03-13 (Fri)");
    }

    private static MockHttpServletRequest request(String path) {
        return new MockHttpServletRequest("GET", path);
    }
}
