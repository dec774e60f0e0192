package cn.duban.sheets;

import cn.duban.documents.LedgerPdf;
import cn.duban.documents.LedgerXlsx;
import cn.duban.documents.NoTypeface;
import cn.duban.documents.PaperLedger;
import cn.duban.documents.PaperLedger.Paper;
import cn.duban.ledger.MatterAddress;
import cn.duban.ledger.MatterQuery;
import cn.duban.ledger.TypeCatalogue;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists leave as files; the address is that of the list. */
@Controller
@RequestMapping("/sheets/out")
class OutController {

    private final ListSheet lists;
    private final LedgerPapers papers;
    private final TypeCatalogue catalogue;

    OutController(ListSheet lists, LedgerPapers papers, TypeCatalogue catalogue) {
        this.lists = lists;
        this.papers = papers;
        this.catalogue = catalogue;
    }

    @GetMapping("/list.xlsx")
    void list(@RequestParam Map<String, String> asked, Viewer viewer, HttpServletResponse response) throws IOException {
        named(response, Words.say("ledger.matters.title") + ".xlsx", SheetController.XLSX);
        lists.write(MatterAddress.read(asked), viewer, response.getOutputStream());
    }

    @GetMapping("/ledger.xlsx")
    void ledger(@RequestParam Map<String, String> asked, Viewer viewer, HttpServletResponse response) throws IOException {
        var ledger = paper(asked, viewer);
        named(response, ledger.title() + ".xlsx", SheetController.XLSX);
        LedgerXlsx.write(ledger, response.getOutputStream());
    }

    /** Whole before its first byte leaves: a missing face is an answer, not half a file. */
    @GetMapping("/ledger.pdf")
    void pdf(@RequestParam Map<String, String> asked, Viewer viewer, HttpServletResponse response) throws IOException {
        var ledger = paper(asked, viewer);
        var whole = new ByteArrayOutputStream();
        try {
            LedgerPdf.write(ledger, whole);
        } catch (NoTypeface missing) {
            throw Refused.invalid("sheets.out.no-face", missing.getMessage(), Words.say("sheets.out.no-face.next"));
        }
        named(response, ledger.title() + ".pdf", "application/pdf");
        whole.writeTo(response.getOutputStream());
    }

    private PaperLedger paper(Map<String, String> asked, Viewer viewer) {
        var query = MatterAddress.read(asked);
        return papers.of(query, title(query, viewer), "a4".equals(asked.get("paper")) ? Paper.A4 : Paper.A3, viewer);
    }

    private String title(MatterQuery query, Viewer viewer) {
        var kind = catalogue.of(viewer.tenant()).stream().filter(type -> type.version().name().equals(query.type())).map(type -> type.type().label().zh()).findFirst();
        return kind.map(name -> Words.in(Words.CHINESE, "sheets.paper.title.of", name)).orElseGet(() -> Words.in(Words.CHINESE, "sheets.paper.title"));
    }

    private static void named(HttpServletResponse response, String name, String type) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
    }
}
