package cn.duban.ledger;

import cn.duban.ledger.type.Phase;

/** How many matters of one type stand in a phase, and how many of them are late or nearly. */
public record TypeCount(String ledger, String type, Phase phase, int all, int red, int yellow) {}
