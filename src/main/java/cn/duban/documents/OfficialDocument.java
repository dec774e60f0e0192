package cn.duban.documents;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an official document says, without a word on how it looks. Without {@code issuerMark} it is printed in the plain form:
 * no red head, the title first.
 *
 * @param copyNumber 份号, six digits
 * @param secrecy 密级和保密期限 as printed, e.g. {@code 秘密★1年}
 * @param number 发文字号, e.g. {@code 明督通〔2026〕3号}
 * @param signatories 签发人, upward documents only
 * @param title may carry line breaks of its own; otherwise it is set in balanced lines
 * @param unbroken names that the title's lines must not split, e.g. the issuer's
 * @param note 附注, printed in round brackets
 * @param code in the foot of the last page
 */
public record OfficialDocument(
        DocumentKind kind,
        @Nullable String issuerMark,
        @Nullable String copyNumber,
        @Nullable String secrecy,
        @Nullable Urgency urgency,
        @Nullable String number,
        List<String> signatories,
        String title,
        List<String> unbroken,
        @Nullable String addressee,
        List<Block> body,
        List<Annex> annexes,
        @Nullable Signature signature,
        @Nullable String note,
        @Nullable Imprint imprint,
        @Nullable ScanCode code) {

    public OfficialDocument {
        signatories = List.copyOf(signatories);
        unbroken = List.copyOf(unbroken);
        body = List.copyOf(body);
        annexes = List.copyOf(annexes);
        if (title.isBlank()) {
            throw new IllegalArgumentException("公文没有标题。请先写明标题，再生成文件。");
        }
        if (!signatories.isEmpty() && !kind.upward()) {
            throw new IllegalArgumentException("只有上行文才标注签发人，“" + kind.word() + "”不标注。请去掉签发人。");
        }
        if (copyNumber != null && !copyNumber.matches("\\d{6}")) {
            throw new IllegalArgumentException("份号须为 6 位阿拉伯数字，现为“" + copyNumber + "”。");
        }
    }

    public static Builder of(DocumentKind kind, String title) {
        return new Builder(kind, title);
    }

    /** Collects the parts in the order in which people think of them; headings are numbered as they come. */
    public static final class Builder {
        private final DocumentKind kind;
        private final String title;
        private @Nullable String issuerMark;
        private @Nullable String copyNumber;
        private @Nullable String secrecy;
        private @Nullable Urgency urgency;
        private @Nullable String number;
        private List<String> signatories = List.of();
        private List<String> unbroken = List.of();
        private @Nullable String addressee;
        private List<Block> body = List.of();
        private final List<Annex> annexes = new ArrayList<>();
        private @Nullable Signature signature;
        private @Nullable String note;
        private @Nullable Imprint imprint;
        private @Nullable ScanCode code;

        private Builder(DocumentKind kind, String title) {
            this.kind = kind;
            this.title = title;
        }

        /** Two or three short facts that stand above or beside the red head. */
        public Builder marks(@Nullable String copyNumber, @Nullable String secrecy, @Nullable Urgency urgency) {
            this.copyNumber = copyNumber;
            this.secrecy = secrecy;
            this.urgency = urgency;
            return this;
        }

        public Builder issuerMark(String words) {
            this.issuerMark = words;
            return this;
        }

        public Builder number(String number) {
            this.number = number;
            return this;
        }

        public Builder signatories(String... names) {
            this.signatories = List.of(names);
            return this;
        }

        public Builder unbroken(String... names) {
            this.unbroken = List.of(names);
            return this;
        }

        public Builder addressee(String units) {
            this.addressee = units;
            return this;
        }

        public Builder body(BodyText text) {
            this.body = text.blocks();
            return this;
        }

        public Builder annex(String title, BodyText text) {
            this.annexes.add(new Annex(title, text.blocks()));
            return this;
        }

        public Builder signature(Signature signature) {
            this.signature = signature;
            return this;
        }

        public Builder note(String note) {
            this.note = note;
            return this;
        }

        public Builder imprint(Imprint imprint) {
            this.imprint = imprint;
            return this;
        }

        public Builder code(@Nullable ScanCode code) {
            this.code = code;
            return this;
        }

        public OfficialDocument build() {
            return new OfficialDocument(kind, issuerMark, copyNumber, secrecy, urgency, number, signatories, title, unbroken,
                    addressee, body, annexes, signature, note, imprint, code);
        }
    }
}
