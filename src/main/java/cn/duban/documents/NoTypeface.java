package cn.duban.documents;

/** No face for Chinese can be embedded on this machine; the message is one full sentence to show as it stands. */
public class NoTypeface extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoTypeface() {
        super("这台服务器上没有可以嵌入 PDF 的中文字体。请管理员安装“fonts-noto-cjk”，或者把仿宋（simfang.ttf）、黑体（simhei.ttf）放进系统的字体文件夹后重启；在此之前请下载 xlsx 或者 docx。");
    }
}
