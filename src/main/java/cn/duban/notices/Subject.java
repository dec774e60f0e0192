package cn.duban.notices;

import cn.duban.ledger.Secrecy;

/**
 * What a notice is about, as its reader may see it now.
 *
 * @param number its number; empty where it has none
 * @param href the page on which it stands
 * @param secrecy who may know of it at all: decides whether its title may leave the house
 */
public record Subject(String number, String title, String href, Secrecy secrecy) {}
