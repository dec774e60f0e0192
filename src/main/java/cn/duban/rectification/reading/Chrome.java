package cn.duban.rectification.reading;

import java.util.regex.Pattern;

/** What belongs to the web page and not to the document: breadcrumbs, dates of publishing, font sizes, print and share buttons. */
final class Chrome {
    private static final Pattern WHOLE = Pattern.compile(
            "(?:您(?:的|现在的|当前的)?(?:当前)?位置|(?:当前|所在|现在)(?:的)?位置|首页)\\s*[::>»›/-].*"
                    + "|.{0,12}(?:首页|网站首页)\\s*[>»›]+.*"
                    + "|.{0,20}(?:发布|发表|更新|成文|生成|发文|公开)(?:日期|时间)\\s*:.*"
                    + "|(?:时间|日期|来源|信息来源|作者|编辑|责任编辑|责编|审核|供稿|撰稿|稿源|点击(?:数|量|次数)?|浏览(?:量|次数|数)?|阅读(?:量|次数)?|访问(?:量|次数)?)\\s*:.{0,80}"
                    + "|[【\\[]?\\s*(?:字体(?:大小)?|字号|大中小|视力保护色)\\s*:?.{0,40}"
                    + "|[【\\[(]?\\s*(?:打印|打印本页|打印此页|关闭|关闭窗口|关闭本页|返回顶部|返回|收藏|分享|分享到|我要纠错|无障碍浏览|长者模式|朗读|下载|大|中|小|默认|超大)"
                    + "(?:[\\s|:】\\])>]*(?:打印|打印本页|关闭|关闭窗口|关闭本页|返回顶部|返回|收藏|分享|分享到|微信|微博|大|中|小|默认|超大))*[\\s|:】\\])]*"
                    + "|.{0,6}扫一扫.{0,40}|.{0,10}(?:扫码|二维码).{0,20}(?:浏览|查看|打开|分享|手机).{0,10}"
                    + "|(?:上一[篇条]|下一[篇条]|相关(?:链接|新闻|信息|文章|附件|推荐)|热门推荐|友情链接)\\s*:?.{0,80}"
                    + "|(?:版权所有|主办单位|主办|承办单位|承办|网站标识码|技术支持|备案序号|网站地图|网站支持IPv6|Copyright|ICP备|.{0,8}ICP备|.{0,4}公网安备)\\s*:?.{0,120}"
                    + "|(?:索\\s*引\\s*号|信息索引号|主题分类|体裁分类|文件编号|文\\s*号|发文字号|有\\s*效\\s*性|公文时效|公开(?:方式|范围|形式|属性)|发布机构|发文机关|发文机构|制发机关|"
                    + "信息分类|分\\s*类|主\\s*题\\s*词|关\\s*键\\s*词|名\\s*称|标\\s*题|内容概述|信息名称|服务对象|生成日期|成文日期|组配分类|所属(?:主题|机构))\\s*:?(?:\\s.*|:.*|$)"
                    + "|(?:网站无障碍|繁體|简体|English|登录|注册|搜索|设为首页|加入收藏).{0,20}"
                    + "|.{0,40}(?:AI自动解读|智能解读|总结生成摘要|开始解析文章内容|免责声明).{0,60}"
                    + "|.{0,30}(?:用微信.{0,4}扫一扫|分享给您的微信好友).{0,60}"
                    + "|[\\s>|_=*·•\\-—~]+");
    private static final int LONGEST = 160;
    /** The name of a field whose value stands on the line below. */
    private static final Pattern FIELD = Pattern.compile(
            "(?:信息)?索\\s*引\\s*号|(?:文件|信息)?名\\s*称|标\\s*题|发布(?:机构|日期|时间)|发文(?:机关|机构|字号|日期)|制发机关|成文日期|生成日期|公开(?:方式|范围|形式|属性|日期)|文\\s*号|主题(?:分类|词)|组配分类|公文时效|有\\s*效\\s*性|体裁分类|信息分类");

    private Chrome() {}

    static boolean is(Passage line) {
        var text = bare(line);
        return text.length() <= LONGEST && WHOLE.matcher(text).matches();
    }

    static boolean isFieldName(Passage line) {
        var text = bare(line);
        return text.length() <= 12 && text.endsWith(":") && FIELD.matcher(text.substring(0, text.length() - 1).strip()).matches();
    }

    private static String bare(Passage line) {
        return line.trimStart("•·●▪■◆*\t").text;
    }
}
