package io.github.orgctl.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.SealedSecret;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TinkVaultTest {
    private static final Id SANDBOX = new Id("00000000-0000-4000-8000-000000000001");
    private static final Id LIVE = new Id("00000000-0000-4000-8000-000000000002");
    private static final Key KEY = new Key("db.password");
    private static final String VALUE = "hunter2 \u00e4\ud83d\ude00\n";

    @TempDir
    Path folder;

    private Path file;
    private TinkVault vault;

    @BeforeEach
    void makeKeys() {
        file = folder.resolve("data/orgctl/keyset.json");
        vault = another();
        vault.makeKeysIfMissing();
    }

    /** The vault as seen by another process. */
    private TinkVault another() {
        return new TinkVault(file, false);
    }

    private static Failure.Kind kindOf(ThrowingCallable call) {
        Failure failure = catchThrowableOfType(Failure.class, call);
        assertThat(failure).as("a failure").isNotNull();
        return failure.kind();
    }

    private SealedSecret sealed() {
        return vault.seal(SANDBOX, KEY, 1, VALUE);
    }

    @Test
    void whatIsSealedCanBeOpened() {
        SealedSecret sealed = sealed();
        assertThat(another().open(sealed)).isEqualTo(VALUE);
        assertThat(sealed()).as("never the same twice").isNotEqualTo(sealed);
        assertThat(vault.open(vault.seal(LIVE, KEY, 1, ""))).isEmpty();
    }

    @Test
    void whatIsMovedOrChangedCanNot() {
        String text = sealed().text();
        char last = text.charAt(20) == 'A' ? 'B' : 'A';
        for (SealedSecret wrong : List.of(
                new SealedSecret(LIVE, KEY, 1, text),
                new SealedSecret(SANDBOX, new Key("db.user"), 1, text),
                new SealedSecret(SANDBOX, KEY, 2, text),
                new SealedSecret(SANDBOX, KEY, 1, text.substring(2)),
                new SealedSecret(SANDBOX, KEY, 1, text.substring(0, 20) + last + text.substring(21)),
                new SealedSecret(SANDBOX, KEY, 1, "no base64!"),
                new SealedSecret(SANDBOX, KEY, 1, ""))) {
            assertThat(kindOf(() -> vault.open(wrong))).as("%s", wrong).isEqualTo(Failure.Kind.DAMAGED);
        }
    }

    @Test
    void whatWasSealedBeforeVersionsWereBoundStaysReadable() throws Exception {
        byte[] bytes = Keys.parse(Files.readString(file))
                .encrypt(
                        "old".getBytes(StandardCharsets.UTF_8), (SANDBOX + "/" + KEY).getBytes(StandardCharsets.UTF_8));
        String text = Base64.getEncoder().encodeToString(bytes);
        assertThat(vault.open(new SealedSecret(SANDBOX, KEY, 7, text))).isEqualTo("old");
        assertThat(kindOf(() -> vault.open(new SealedSecret(LIVE, KEY, 7, text))))
                .isEqualTo(Failure.Kind.DAMAGED);
    }

    @Test
    void draftsOfAProcessThatWasKilledAreRemoved() throws IOException {
        SealedSecret sealed = sealed();
        Path left = Files.writeString(file.resolveSibling(".keyset123.tmp"), "keys");
        assertThat(another().open(sealed)).isEqualTo(VALUE);
        assertThat(left).doesNotExist();
    }

    @Test
    void keysOfAnotherUserAreRefused() throws IOException {
        boolean root = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
        assumeTrue(root, "only root can give files away");
        SealedSecret sealed = sealed();
        Files.setAttribute(file, "unix:uid", 65_534);
        assertThat(kindOf(() -> another().open(sealed))).isEqualTo(Failure.Kind.DAMAGED);
        assertThat(kindOf(() -> another().makeKeysIfMissing())).isEqualTo(Failure.Kind.DAMAGED);
    }

    @Test
    void digestsTellValuesApart() {
        assertThat(vault.digest(SANDBOX, KEY, "a"))
                .matches("[0-9a-f]{64}")
                .isEqualTo(another().digest(SANDBOX, KEY, "a"));
        assertThat(vault.digest(LIVE, KEY, "a")).isNotEqualTo(vault.digest(SANDBOX, KEY, "a"));
        assertThat(vault.digest(SANDBOX, KEY, "b")).isNotEqualTo(vault.digest(SANDBOX, KEY, "a"));
        file = folder.resolve("other.json");
        TinkVault other = another();
        other.makeKeysIfMissing();
        assertThat(other.digest(SANDBOX, KEY, "a")).isNotEqualTo(vault.digest(SANDBOX, KEY, "a"));
    }

    @Test
    void onlyTheOwnerMayReadTheKeys() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rw------x"})
    void aFileThatOthersCanReadIsRefused(String permissions) throws IOException {
        SealedSecret sealed = sealed();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        assertThat(kindOf(() -> another().open(sealed))).isEqualTo(Failure.Kind.DAMAGED);
        assertThat(kindOf(() -> another().makeKeysIfMissing())).isEqualTo(Failure.Kind.DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "{\"sealing\":{},\"digest\":{}}", "{\"sealing\":1", "\u0000"})
    void aMalformedFileIsRefusedAndStays(String text) throws IOException {
        Files.writeString(file, text);
        assertThat(kindOf(() -> another().makeKeysIfMissing())).isEqualTo(Failure.Kind.DAMAGED);
        assertThat(kindOf(() -> another().digest(SANDBOX, KEY, "a"))).isEqualTo(Failure.Kind.DAMAGED);
        assertThat(file).hasContent(text);
    }

    @Test
    void withoutAFileNothingIsOpenedAndNoneIsMade() throws IOException {
        SealedSecret sealed = sealed();
        Files.delete(file);
        assertThat(kindOf(() -> another().open(sealed))).isEqualTo(Failure.Kind.DAMAGED);
        assertThat(kindOf(() -> another().addKey())).isEqualTo(Failure.Kind.DAMAGED);
        assertThat(file).doesNotExist();
    }

    /** All secrets can be read whatever part of a key rotation reached the disk before a crash. */
    @Test
    void aRotationMayStopAnywhere() {
        SealedSecret before = sealed();
        vault.addKey();
        SealedSecret after = vault.seal(SANDBOX, KEY, 1, VALUE);
        assertThat(another().open(before)).as("not committed").isEqualTo(VALUE);
        assertThat(another().open(after)).as("committed").isEqualTo(VALUE);
        vault.forgetOldKeys();
        assertThat(another().open(after)).as("done").isEqualTo(VALUE);
        assertThat(kindOf(() -> another().open(before))).isEqualTo(Failure.Kind.DAMAGED);
        assertThat(another().digest(SANDBOX, KEY, "a")).isEqualTo(vault.digest(SANDBOX, KEY, "a"));
    }

    @Test
    void aLaterRotationsKeyIsNotForgotten() {
        vault.addKey();
        TinkVault later = another();
        later.addKey();
        SealedSecret sealedLater = later.seal(SANDBOX, KEY, 1, VALUE);
        SealedSecret sealedEarlier = vault.seal(SANDBOX, KEY, 1, VALUE);
        vault.forgetOldKeys();
        assertThat(another().open(sealedLater)).isEqualTo(VALUE);
        assertThat(another().open(sealedEarlier)).isEqualTo(VALUE);
    }

    @Test
    void aLinkToTheFileStays() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);
        TinkVault linked = new TinkVault(link, false);
        linked.addKey();
        assertThat(link).isSymbolicLink();
        assertThat(another().open(linked.seal(SANDBOX, KEY, 1, VALUE))).isEqualTo(VALUE);
    }

    @Test
    void aDryRunLeavesTheFileAlone() throws IOException {
        String before = Files.readString(file);
        TinkVault dryRun = new TinkVault(file, true);
        SealedSecret sealed = sealed();
        dryRun.addKey();
        assertThat(dryRun.open(dryRun.seal(SANDBOX, KEY, 1, dryRun.open(sealed))))
                .isEqualTo(VALUE);
        dryRun.forgetOldKeys();
        assertThat(file).hasContent(before);
        TinkVault fresh = new TinkVault(folder.resolve("fresh.json"), true);
        fresh.makeKeysIfMissing();
        assertThat(fresh.open(fresh.seal(SANDBOX, KEY, 1, VALUE))).isEqualTo(VALUE);
        assertThat(folder.resolve("fresh.json")).doesNotExist();
    }
}
