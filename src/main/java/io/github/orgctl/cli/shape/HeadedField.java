package io.github.orgctl.cli.shape;

/** A field with another header. */
record HeadedField<T>(Field<T> field, String header) implements Field<T> {
    @Override
    public String name() {
        return field.name();
    }

    @Override
    public Object of(T row) {
        return field.of(row);
    }

    @Override
    public Object shown(T row) {
        return field.shown(row);
    }

    @Override
    public Importance importance() {
        return field.importance();
    }

    @Override
    public boolean wraps() {
        return field.wraps();
    }

    @Override
    public Tone tone(T row) {
        return field.tone(row);
    }
}
