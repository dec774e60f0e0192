package cn.duban.hotline.call;

/** Number and query code of a ticket, told once. @param follow where the caller asks after it @param href of the ticket for whoever works here */
public record TakenPage(String number, String code, String follow, String href) {}
