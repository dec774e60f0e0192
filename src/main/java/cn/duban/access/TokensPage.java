package cn.duban.access;

import java.util.List;

/** The tokens of everybody, for the administrator. */
public record TokensPage(List<TokenRow> tokens) {}
