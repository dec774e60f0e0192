package cn.duban.documents;

import org.openpdf.text.Chunk;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.SplitCharacter;
import org.openpdf.text.pdf.PdfChunk;

/** Lines in the cells of a PDF: broken between Chinese characters, never before a closing mark nor after an opening one. */
final class ChineseBreaks implements SplitCharacter {

    private static final String NEVER_FIRST = "，。、；：？！）》〉】〕”’％…·,.;:?!)%";
    private static final String NEVER_LAST = "（《〈【〔“‘(";

    private static final ChineseBreaks BREAKS = new ChineseBreaks();

    static Phrase phrase(String words, Font font) {
        var chunk = new Chunk(words, font);
        chunk.setSplitCharacter(BREAKS);
        return new Phrase(chunk);
    }

    /** Whether a line may end with this character. */
    @Override
    public boolean isSplitCharacter(int start, int current, int end, char[] letters, PdfChunk[] chunks) {
        var letter = letters[current];
        if (NEVER_LAST.indexOf(letter) >= 0 || current + 1 < end && NEVER_FIRST.indexOf(letters[current + 1]) >= 0) return false;
        return letter <= ' ' || letter == '-' || letter >= 0x2E80 || current + 1 < end && letters[current + 1] >= 0x2E80;
    }
}
