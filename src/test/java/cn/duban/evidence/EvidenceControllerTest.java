package cn.duban.evidence;

import static cn.duban.evidence.EvidenceFixture.aColleague;
import static cn.duban.evidence.EvidenceFixture.aHandler;
import static cn.duban.evidence.EvidenceFixture.aPdf;
import static cn.duban.evidence.EvidenceFixture.aPicture;
import static cn.duban.evidence.EvidenceFixture.aZip;
import static cn.duban.evidence.EvidenceFixture.in;
import static cn.duban.evidence.EvidenceFixture.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.duban.DubanTest;
import cn.duban.crypto.Sm3;
import cn.duban.units.Tenants;
import cn.duban.web.Viewer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DubanTest
class EvidenceControllerTest {

    @Autowired MockMvc http;
    @Autowired EvidenceFiles files;

    int tenant;

    /** Pages with a frame name the government, so there must be one. */
    @BeforeEach
    void foundAGovernment(@Autowired Tenants tenants) {
        tenant = tenants.add(new Tenants.Founding("清溪县人民政府", "370000", "", "管理员")).tenant();
    }

    private static RequestPostProcessor as(Viewer viewer) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(viewer, "", List.of()));
    }

    private String received(String name, byte[] content) throws IOException {
        return "/evidence/" + files.receive(aHandler(tenant), name, in(content), EvidenceKind.SITE_VISIT).id();
    }

    @Test
    void answersAnUploadWithFieldsForTheActAndTheReasonForEachRefusal() throws Exception {
        var pdf = aPdf(1);
        http.perform(multipart("/evidence")
                        .file(new MockMultipartFile("evidenceFiles", "整改报告.pdf", null, pdf))
                        .file(new MockMultipartFile("evidenceFiles", "<b>全部</b>.zip", null, aZip("a")))
                        .param("evidenceKind", "SITE_VISIT").header("HX-Request", "true").with(as(aHandler(tenant))).with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"evidence\" value=\"" + FileId.of(tenant, Sm3.digest(pdf)) + "\"")))
                .andExpect(content().string(containsString("现场核查 · PDF")))
                .andExpect(content().string(containsString("是压缩包")))
                .andExpect(content().string(not(containsString("<b>"))))
                .andExpect(content().string(not(containsString("<html"))));
    }

    @Test
    void showsASmallTextAsItIs() throws Exception {
        http.perform(get(received("记录.txt", "现场<b>看过</b>".getBytes(java.nio.charset.Charset.forName("GB18030")))).with(as(aHandler(tenant))))
                .andExpect(content().string(containsString("现场&lt;b&gt;看过"))).andExpect(content().string(containsString("校验值（SM3）")))
                .andExpect(content().string(not(containsString("该文件没有预览"))));
    }

    @Test
    void sendsAFileAsADownloadThatNoBrowserRuns() throws Exception {
        var path = received("报告\".pdf", utf8("整改完毕")) + "/content";
        http.perform(get(path).with(as(aHandler(tenant))))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "text/plain;charset=UTF-8"))
                .andExpect(header().string("Content-Disposition", containsString("attachment;")))
                .andExpect(header().string("Content-Disposition", containsString(".pdf.txt")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", "sandbox; default-src 'none'"))
                .andExpect(content().bytes(utf8("整改完毕")));
    }

    @Test
    void sendsAPartOfARecording() throws Exception {
        var path = received("录音.mp3", utf8("ID3 and the sound")) + "/content";
        http.perform(get(path).header("Range", "bytes=4-6").with(as(aHandler(tenant))))
                .andExpect(status().isPartialContent())
                .andExpect(content().bytes(utf8("and")));
    }

    @Test
    void tellsAStrangerNoMoreThanThatNothingIsThere() throws Exception {
        var path = received("a.txt", utf8("not for all"));
        for (var door : List.of("", "/content", "/preview/1")) {
            http.perform(get(path + door).with(as(aColleague(tenant)))).andExpect(status().isNotFound());
            assertThat(http.perform(get(path + door)).andReturn().getResponse().getStatus()).isIn(302, 303, 401);
        }
        http.perform(get("/evidence/" + tenant + "-" + "0".repeat(64)).with(as(aHandler(tenant)))).andExpect(status().isNotFound());
        http.perform(get("/evidence/..%2f..%2fetc").with(as(aHandler(tenant)))).andExpect(status().is4xxClientError());
    }

    @Test
    void showsAPhotoAndAnIconForWhatHasNoPicture() throws Exception {
        var photo = received("现场.jpg", aPicture("jpg", 2400, 1200));
        var png = http.perform(get(photo + "/preview/1").with(as(aHandler(tenant))))
                .andExpect(header().string("Content-Type", "image/png")).andReturn().getResponse().getContentAsByteArray();
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(1200);
        http.perform(get(photo + "/preview/2").with(as(aHandler(tenant)))).andExpect(status().isNotFound());
        http.perform(get(photo).with(as(aHandler(tenant)))).andExpect(content().string(containsString("第 1 页预览")));

        var text = received("说明.txt", utf8("x"));
        http.perform(get(text + "/preview/1").with(as(aHandler(tenant))))
                .andExpect(header().string("Content-Type", "image/svg+xml"))
                .andExpect(content().string(containsString("TXT")));
        http.perform(get(received("台账.xlsx", EvidenceFixture.aWorkbook())).with(as(aHandler(tenant)))).andExpect(content().string(containsString("该文件没有预览")));
    }

    @Test
    void asksEachTimeButSendsUnchangedBytesOnce() throws Exception {
        var path = received("a.txt", utf8("once")) + "/content";
        var tag = http.perform(get(path).with(as(aHandler(tenant)))).andReturn().getResponse().getHeader("ETag");
        http.perform(get(path).header("If-None-Match", tag).with(as(aHandler(tenant)))).andExpect(status().isNotModified());
        http.perform(get(path).header("If-None-Match", tag).with(as(aColleague(tenant)))).andExpect(status().isNotFound());
    }
}
