package cn.duban.hotline.trouble;

import java.util.List;

/** Open tickets that may tell of the same trouble. @param href of the ticket that may be joined to one of them; empty while it is being typed */
public record SamePage(String href, List<Same> same) {}
