package cn.duban.similarity.meaning;

import java.util.UUID;

/** @param meaning how alike it is, a cosine: paraphrases are mostly above 0.67, strangers below 0.56 */
public record Near(UUID matter, double meaning) {}
