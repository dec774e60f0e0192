package cn.duban.ledger;

/** Who may know of a matter at all. State secrets (绝密、机密、秘密) have no level here: they are refused at the door. */
public enum Secrecy {
    PUBLIC,
    INTERNAL,
    /** 工作秘密: inside the units concerned and the supervisor. */
    WORK_SECRET,
    /** Only people who answer for it by name of their post, and its supervisor. */
    NAMED_PERSONS
}
