package cn.duban.proposal;

import cn.duban.documents.BodyText;
import cn.duban.documents.DocumentKind;
import cn.duban.documents.OfficialDocument;
import cn.duban.documents.OfficialDocx;
import cn.duban.documents.Signature;
import cn.duban.ledger.Party;
import cn.duban.proposal.Proposals.Done;
import cn.duban.web.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The reply as the lead unit's formal document: its own number, to who made the suggestion, with the class of the outcome, and what the
 * co-handlers said as an annex.
 */
record ReplyLetter(Suggestion suggestion, Done reply, List<Party> opinions, Locale language) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    String name() {
        return suggestion.field("reply-number") + " " + title() + ".docx";
    }

    private String title() {
        return printed("letter.title." + suggestion.kind().type(), suggestion.field("session"), suggestion.field("serial"));
    }

    byte[] docx() throws IOException {
        var out = new ByteArrayOutputStream();
        new OfficialDocx().write(document(), out);
        return out.toByteArray();
    }

    private OfficialDocument document() {
        var body = new BodyText();
        body.paragraph(printed("letter.about", suggestion.title()));
        Objects.requireNonNullElse(reply.note(), "").lines().filter(line -> !line.isBlank()).forEach(line -> body.paragraph(line.strip()));
        if (reply.act().equals(Course.PROMISING)) body.paragraph(printed("letter.promise", suggestion.field("promise"), suggestion.field("promise-by")));
        body.paragraph(printed("letter.thanks." + suggestion.kind().type()));
        var document = OfficialDocument.of(DocumentKind.LETTER, title()).issuerMark(reply.unit()).number(suggestion.field("reply-number")).unbroken(reply.unit())
                .addressee(printed("letter.to." + suggestion.kind().type(), suggestion.field("proposers"))).body(body)
                .signature(new Signature(reply.unit(), LocalDate.ofInstant(reply.at(), ZONE), true)).note(printed("letter.class." + suggestion.field("class")));
        if (!opinions.isEmpty()) {
            var said = new BodyText();
            opinions.forEach(party -> {
                said.heading(1, printed("letter.opinion", party.name(), party.roleLabel()));
                Objects.requireNonNullElse(Objects.requireNonNull(party.share()).answer(), "").lines().filter(line -> !line.isBlank()).forEach(line -> said.paragraph(line.strip()));
            });
            document.annex(printed("letter.opinions"), said);
        }
        return document.build();
    }

    /** A paper is Chinese whatever language the page is in. */
    private String printed(String key, Object... arguments) {
        return Words.in(language, "proposal." + key, arguments);
    }
}
