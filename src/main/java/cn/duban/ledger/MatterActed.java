package cn.duban.ledger;

import cn.duban.ledger.type.Phase;

/** An act was committed. Ids and facts only; who needs more asks for it. */
public record MatterActed(MatterId matter, int entry, String ledger, String type, String act, String state, Phase phase) {}
