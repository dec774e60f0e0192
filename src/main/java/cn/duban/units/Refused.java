package cn.duban.units;

import org.springframework.context.MessageSourceResolvable;

/**
 * A change that the register does not allow. The message is a sentence of the bundle ({@code units.refused.…}) that says
 * what is wrong and what to do.
 */
public final class Refused extends RuntimeException implements MessageSourceResolvable {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Object[] arguments;

    Refused(String code, Object... arguments) {
        super(code);
        this.code = "units.refused." + code;
        this.arguments = arguments;
    }

    @Override
    public String[] getCodes() {
        return new String[] {code};
    }

    @Override
    public Object[] getArguments() {
        return arguments.clone();
    }

    @Override
    public String getDefaultMessage() {
        return code;
    }
}
