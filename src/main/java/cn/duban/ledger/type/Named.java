package cn.duban.ledger.type;

import cn.duban.ledger.type.MatterType.Label;

/** A part of a type as faults call it: by its label, with the name by which the file knows it, {@code 待交办（drafted）}. */
record Named(String name, Label label) {

    static Named state(MatterType type, String name) {
        return new Named(name, TypeWords.stateNamed(type, name));
    }

    static Named role(MatterType type, String name) {
        return new Named(name, TypeWords.named(type, name));
    }

    static Named of(MatterType.Action action) {
        return new Named(action.name(), action.label());
    }

    static Named of(MatterType.ClockRule clock) {
        return new Named(clock.name(), clock.label());
    }

    String zh() {
        return label.zh().isBlank() || label.zh().equals(name) ? name : label.zh() + "（" + name + "）";
    }

    String en() {
        return label.en().isBlank() || label.en().equals(name) ? name : label.en() + " (" + name + ")";
    }
}
