package io.github.orgctl.core.model.store;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreIdentityTest {
    private static final String ID = "01234567-89ab-4cde-8fab-cdef01234567";

    /** Whatever was issued before the restore, by the store or by the backup, is lower. */
    @Property
    void aRestoreBeginsAnEpochWhoseRevisionsAreNew(
            @ForAll @LongRange(max = 1000) long store,
            @ForAll @LongRange(max = 1000) long backup,
            @ForAll @LongRange(min = 1, max = StoreIdentity.REVISIONS - 1) long count) {
        StoreIdentity restored = new StoreIdentity(ID, store).restoredFrom(new StoreIdentity("other", backup));
        assertThat(restored.id()).isEqualTo(ID);
        long issued = Math.max(store, backup) * StoreIdentity.REVISIONS + count;
        assertThat(restored.revision(issued)).isGreaterThan(issued);
        assertThat(restored.revision(issued) % StoreIdentity.REVISIONS).isEqualTo(count);
    }

    @Property
    void isReadAsItIsWritten(@ForAll @LongRange(max = 1000) long epoch) {
        StoreIdentity identity = new StoreIdentity(ID, epoch);
        assertThat(StoreIdentity.parse(identity.toString())).isEqualTo(identity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ID, ID + "/", ID + "/one", ID + "/1/2"})
    void otherTextsAreNone(String text) {
        assertThat(StoreIdentity.parse(text)).isNull();
    }
}
