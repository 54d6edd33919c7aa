package io.github.orgctl.cli.shape;

import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.MemberStatus;
import java.util.List;

public final class MemberShape extends Shape<Member> {
    public static final MemberShape MEMBER = new MemberShape();

    private enum Column implements Field<Member> {
        EMAIL,
        ROLE,
        STATUS,
        ORGANIZATION,
        ID,
        CREATED_AT,
        UPDATED_AT;

        @Override
        public Object of(Member member) {
            return switch (this) {
                case EMAIL -> member.email();
                case ROLE -> member.role();
                case STATUS -> member.status();
                case ORGANIZATION -> member.organization();
                case ID -> member.id();
                case CREATED_AT -> member.createdAt();
                case UPDATED_AT -> member.updatedAt();
            };
        }

        @Override
        public boolean inTable() {
            return this == EMAIL || this == ROLE || this == STATUS || this == ORGANIZATION;
        }

        @Override
        public Tone tone(Member member) {
            return member.status() == MemberStatus.ACTIVE ? Tone.PLAIN : Tone.FAINT;
        }
    }

    private MemberShape() {
        super("member", List.of(Column.values()));
    }

    @Override
    public String id(Member member) {
        return member.id().value();
    }

    @Override
    public String reference(Member member) {
        return member.email().value();
    }
}
