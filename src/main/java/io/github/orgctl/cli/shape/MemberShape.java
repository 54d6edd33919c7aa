package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.MINOR;
import static io.github.orgctl.cli.shape.Importance.ON_REQUEST;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.core.model.access.Member;
import io.github.orgctl.core.model.access.MemberStatus;
import java.util.List;

public final class MemberShape extends Shape<Member> {
    public static final MemberShape MEMBER = new MemberShape();

    private enum Column implements Field<Member> {
        EMAIL(ESSENTIAL),
        ROLE(ESSENTIAL),
        STATUS(USEFUL),
        ORGANIZATION(MINOR),
        ID(ON_REQUEST),
        CREATED_AT(ON_REQUEST),
        UPDATED_AT(ON_REQUEST);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

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
        public Importance importance() {
            return importance;
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
