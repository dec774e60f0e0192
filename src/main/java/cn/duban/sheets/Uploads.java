package cn.duban.sheets;

import cn.duban.crypto.Sm3;
import cn.duban.documents.SheetText;
import cn.duban.documents.UnreadableDocument;
import cn.duban.ledger.Door;
import cn.duban.ledger.Ledger;
import cn.duban.sheets.SheetIntake.State;
import cn.duban.sheets.reading.Heading;
import cn.duban.web.Refused;
import cn.duban.web.Viewer;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a file in: its sheets become intakes, its rows are kept as they were read. */
@Component
class Uploads {

    private static final int AT_ONCE = 1000;
    private static final int HEAD = 40;

    private final SheetIntakes intakes;
    private final Lines lines;
    private final Proposals proposals;
    private final Doors doors;

    Uploads(SheetIntakes intakes, Lines lines, Proposals proposals, Doors doors) {
        this.doors = doors;
        this.intakes = intakes;
        this.lines = lines;
        this.proposals = proposals;
    }

    /** @param source who hands it down; empty for a ledger of the house's own. @return the sheet with the most rows; nothing is kept of a file that cannot be read */
    @Transactional
    public UUID take(Viewer viewer, String name, Path file, String source) throws IOException {
        viewer.require(Duty.SUPERVISE);
        var open = doors.open(source, viewer).orElse(null);
        if (open == null && !source.isEmpty()) throw Refused.forbidden("sheets.source", Words.say("sheets.source.not-yours"), Words.say("sheets.source.not-yours.next"));
        try {
            var reception = new Reception(viewer, open, Door.masked(name), Sm3.digest(Files.readAllBytes(file)));
            var sheets = SheetText.read(file, name, reception);
            return reception.finish(sheets);
        } catch (UnreadableDocument e) {
            throw Refused.invalid("sheets.unreadable", e.said(Words.english()), Words.say("sheets.unreadable.next"));
        }
    }

    private final class Reception implements SheetText.Rows {

        private final Viewer viewer;
        private final Doors.@Nullable Open open;
        private final String name;
        private final byte[] digest;
        private final UUID file = Ledger.newId();
        private final List<UUID> ids = new ArrayList<>();
        private final List<Map<Integer, List<String>>> heads = new ArrayList<>();
        private final Map<Integer, List<String>> waiting = new TreeMap<>();

        private Reception(Viewer viewer, Doors.@Nullable Open open, String name, byte[] digest) {
            this.viewer = viewer;
            this.open = open;
            this.name = name;
            this.digest = digest;
        }

        @Override
        public void row(int sheet, int no, List<String> cells) {
            if (sheet == ids.size()) {
                flush();
                ids.add(Ledger.newId());
                heads.add(new TreeMap<>());
                intakes.keep(intake(sheet, "", 0, List.of(), new Mapping(1, 1, "", "", null, 0, false, false, List.of(), null)), digest);
            }
            // what names people is sealed as a whole, since the ledger is to know whom to call back
            var kept = open != null ? cells : cells.stream().map(Door::masked).toList();
            if (no <= HEAD) heads.get(sheet).put(no, kept.stream().map(Door::masked).toList());
            waiting.put(no, kept);
            if (waiting.size() == AT_ONCE) flush();
        }

        private void flush() {
            if (!ids.isEmpty()) lines.keep(viewer.tenant(), ids.getLast(), waiting, open != null);
            waiting.clear();
        }

        private UUID finish(List<SheetText.Sheet> sheets) {
            flush();
            var largest = 0;
            for (int i = 0; i < sheets.size(); i++) {
                var sheet = sheets.get(i);
                var heading = Heading.find(heads.get(i), sheet.spans());
                intakes.measured(intake(i, sheet.name(), sheet.rows(), sheet.spans(), open == null ? proposals.first(heading, heads.get(i), name, sheet.name(), viewer) : proposals.of(open, heading, heads.get(i), viewer)));
                if (sheet.rows() > sheets.get(largest).rows()) largest = i;
            }
            return ids.get(largest);
        }

        private SheetIntake intake(int sheet, String sheetName, int rows, List<SheetText.Span> spans, Mapping mapping) {
            return new SheetIntake(viewer.tenant(), ids.get(sheet), file, name, sheet, Door.masked(sheetName), rows, spans, mapping, State.DRAFT, null, 0, 0, 1, null, open == null ? null : open.source().key(),
                    viewer.unit(), viewer.person(), viewer.post(), java.time.Instant.EPOCH, null);
        }
    }
}
