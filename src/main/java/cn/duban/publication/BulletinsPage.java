package cn.duban.publication;

import java.util.List;

/** @param mayDraft whether this post may begin a bulletin */
public record BulletinsPage(List<BulletinRow> rows, boolean mayDraft) {}
