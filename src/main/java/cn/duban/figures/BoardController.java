package cn.duban.figures;

import cn.duban.documents.TablesXlsx;
import cn.duban.figures.Counts.Spot;
import cn.duban.figures.RowsPage.Row;
import cn.duban.ledger.Matters;
import cn.duban.units.Directories;
import cn.duban.web.Days;
import cn.duban.web.NotFound;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The board, the wall screen, the rows behind each number, and the tables as a file. */
@Controller
class BoardController {

    private static final int ROWS = 50;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Boards boards;
    private final Counts counts;
    private final Names names;
    private final Matters matters;
    private final Directories directories;

    BoardController(Boards boards, Counts counts, Names names, Matters matters, Directories directories) {
        this.boards = boards;
        this.counts = counts;
        this.names = names;
        this.matters = matters;
        this.directories = directories;
    }

    @GetMapping("/figures")
    String board(@RequestParam Map<String, String> asked, Viewer viewer, Model model) {
        model.addAttribute("page", boards.of(Scope.read(asked), Ranking.of(asked.get("rank")), viewer));
        return "figures/board";
    }

    @GetMapping("/figures/wall")
    String wall(@RequestParam Map<String, String> asked, Viewer viewer, Model model) {
        model.addAttribute("page", boards.of(Scope.read(asked), Ranking.of(asked.get("rank")), viewer));
        return "figures/wall";
    }

    @GetMapping("/figures.csv")
    ResponseEntity<byte[]> file(@RequestParam Map<String, String> asked, Viewer viewer) {
        var board = boards.of(Scope.read(asked), Ranking.of(asked.get("rank")), viewer);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(Words.say("figures.file", board.day()) + ".csv", StandardCharsets.UTF_8).build().toString())
                .body(new BoardFile(board).text().getBytes(StandardCharsets.UTF_8));
    }

    /** The tables as they are shown, each on a sheet that says as of when and of what it tells. */
    @GetMapping("/figures.xlsx")
    void sheets(@RequestParam Map<String, String> asked, Viewer viewer, HttpServletResponse response) throws IOException {
        var scope = Scope.read(asked);
        var board = boards.of(scope, Ranking.of(asked.get("rank")), viewer);
        response.setContentType(XLSX);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(Words.say("figures.file", board.day()) + ".xlsx", StandardCharsets.UTF_8).build().toString());
        TablesXlsx.write(BoardSheets.of(board, board.filter() == null ? Words.say("figures.all") : board.filter()), response.getOutputStream());
    }

    @GetMapping("/figures/rows")
    String rows(@RequestParam Map<String, String> asked, Viewer viewer, Model model) {
        var cell = Cell.read(asked);
        if (cell == null) throw new NotFound();
        var directory = directories.of(viewer.tenant());
        var told = boards.told(cell.scope(), directory);
        var spots = counts.rows(cell, told.moment(), spot(asked.get("after")), ROWS + 1, viewer, directory);
        var page = spots.subList(0, Math.min(ROWS, spots.size()));
        var rows = matters.rows(page.stream().map(Spot::matter).distinct().toList(), viewer);
        var shown = page.stream().filter(spot -> rows.containsKey(spot.matter()))
                .map(spot -> new Row(rows.get(spot.matter()), names.state(viewer.tenant(), spot.type(), spot.state()), spot.beganAt(), spot.lateAt())).toList();
        model.addAttribute("page", new RowsPage(cell, told.moment().at(), told.day(), told.since(), boards.filtered(cell.scope(), viewer, told), counts.total(cell, told.moment(), viewer, directory), shown,
                spots.size() > ROWS ? cell.href(token(page)) : null, Scope.address("/figures", cell.scope().parts())));
        return "figures/rows";
    }

    private static String token(List<Spot> page) {
        var last = page.getLast();
        return last.beganAt() + "~" + last.matter() + "~" + last.no();
    }

    private static @Nullable Spot spot(@Nullable String token) {
        var said = token == null ? new String[0] : token.split("~");
        if (said.length != 3) return null;
        try {
            var at = Instant.parse(said[0]);
            return Days.holds(LocalDate.ofInstant(at, ZoneOffset.UTC)) ? new Spot(UUID.fromString(said[1]), Integer.parseInt(said[2]), "", "", at, null) : null;
        } catch (IllegalArgumentException | DateTimeException nowhere) {
            return null;
        }
    }
}
