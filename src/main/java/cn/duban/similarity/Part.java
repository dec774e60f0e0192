package cn.duban.similarity;

/** Which matters of a search: all, or by whether number and title alone hold every word. */
enum Part {
    ANYWHERE,
    FRONT,
    /** Not {@link #FRONT}. */
    ELSEWHERE
}
