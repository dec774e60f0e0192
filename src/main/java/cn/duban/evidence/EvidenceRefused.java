package cn.duban.evidence;

import java.text.MessageFormat;
import org.springframework.context.MessageSourceResolvable;

/**
 * A file that is not taken in, with the sentence that says why and what to do: {@code evidence.refused.…} of the bundles,
 * the Chinese words here when a bundle lacks them.
 */
public class EvidenceRefused extends RuntimeException implements MessageSourceResolvable {

    /** Why a file is refused. */
    public enum Reason {
        EMPTY("文件“{0}”是空的，请核对后重新上传。"),
        TOO_LARGE("文件“{0}”超过 {1} 的上限。请压缩或拆分后重新上传。"),
        ARCHIVE("文件“{0}”是压缩包，压缩包里的内容无法逐份核对。请解压后把其中的文件逐个上传。"),
        PROTECTED("文件“{0}”设有打开密码，核查人员无法查看。请去掉密码后重新上传。"),
        MACROS("文件“{0}”带有宏程序，存在安全风险。请另存为不带宏的文档（.docx、.xlsx）后重新上传。"),
        WEB_PAGE("文件“{0}”是网页、脚本或带标记的文本，不能作为佐证材料。请打印为 PDF 或截图后上传。"),
        UNKNOWN_TYPE("文件“{0}”的内容不属于可以接收的类型。可以上传 PDF、OFD、Word、Excel、PowerPoint、图片（PNG、JPEG、WebP、HEIC）、音视频（MP4、MOV、MP3、M4A、WAV、AMR）和文本（TXT、CSV）。");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Reason reason;
    private final String[] arguments;

    EvidenceRefused(Reason reason, String... arguments) {
        super(MessageFormat.format(reason.sentence, (Object[]) arguments));
        this.reason = reason;
        this.arguments = arguments;
    }

    public Reason reason() {
        return reason;
    }

    @Override
    public String[] getCodes() {
        return new String[] {"evidence.refused." + reason};
    }

    @Override
    public Object[] getArguments() {
        return arguments.clone();
    }

    @Override
    public String getDefaultMessage() {
        return getMessage();
    }
}
