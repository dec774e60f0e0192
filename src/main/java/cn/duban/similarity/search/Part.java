package cn.duban.similarity.search;

/** Which matters of a search: all, or by whether number and title alone hold every word. */
public enum Part {
    ANYWHERE,
    FRONT,
    /** Not {@link #FRONT}. */
    ELSEWHERE
}
