package cn.duban.documents;

import java.util.List;

/** An annex 附件: named in the note under the body, printed on pages of its own before the imprint. */
public record Annex(String title, List<Block> body) {
    public Annex {
        body = List.copyOf(body);
    }
}
