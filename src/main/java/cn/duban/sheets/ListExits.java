package cn.duban.sheets;

import cn.duban.ledger.Exports;
import cn.duban.ledger.MatterAddress;
import cn.duban.ledger.MatterQuery;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Every list leaves as it is shown, or as an official ledger. */
@Component
class ListExits implements Exports {

    @Override
    public List<Exit> of(MatterQuery query, Viewer viewer) {
        var whole = query.after(null);
        return List.of(
                new Exit(Words.say("sheets.exit.list"), MatterAddress.of("/sheets/out/list.xlsx", whole, Map.of()), "file-spreadsheet"),
                new Exit(Words.say("sheets.exit.ledger"), MatterAddress.of("/sheets/out/ledger.xlsx", whole, Map.of()), "table"),
                new Exit(Words.say("sheets.exit.pdf"), MatterAddress.of("/sheets/out/ledger.pdf", whole, Map.of()), "file-type-pdf"));
    }
}
