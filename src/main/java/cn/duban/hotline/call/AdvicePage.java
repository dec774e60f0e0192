package cn.duban.hotline.call;

import cn.duban.hotline.dispatch.Advice;

/** What a call may be about. @param asked whether enough was typed to say anything */
public record AdvicePage(boolean asked, Advice advice) {}
