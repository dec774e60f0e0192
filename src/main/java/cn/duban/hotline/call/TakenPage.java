package cn.duban.hotline.call;

/** Number and query code of a ticket, told once. @param href of the ticket for whoever works here */
public record TakenPage(String number, String code, String href) {}
