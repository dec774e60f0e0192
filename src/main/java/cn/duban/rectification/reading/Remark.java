package cn.duban.rectification.reading;

/** Something a person must look at: a stable code, one sentence, and the line of the source. */
public record Remark(String code, String text, int line) {}
