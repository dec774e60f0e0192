package cn.duban.access;

import org.jspecify.annotations.Nullable;

/** A person of the register with their account, if they have one. */
public record AccountRow(int person, String name, String posts, @Nullable String login, State state) {

    public enum State {
        NONE("grey", "user-off"),
        OPEN("green", "check"),
        ONE_TIME("blue", "key"),
        LOCKED("yellow", "lock"),
        DISABLED("grey", "ban");

        public final String colour;
        public final String icon;

        State(String colour, String icon) {
            this.colour = colour;
            this.icon = icon;
        }
    }
}
