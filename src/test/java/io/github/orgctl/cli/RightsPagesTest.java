package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.organization.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list of rights can be read in pages of any size, starting after any row. */
class RightsPagesTest {
    private static final String BOB = "bob@example.com";

    @TempDir
    Path folder;

    @Test
    void pagesPutTogetherAreTheWhole() {
        CliHarness orgctl = new CliHarness(folder);
        for (String organization : List.of("Aa", "Bb", "Cc", "Dd")) {
            orgctl.must("org", "create", organization);
            if (!organization.equals("Dd")) {
                new People(orgctl).add(organization.toLowerCase(Locale.ROOT), BOB, Role.VIEWER, MemberStatus.ACTIVE);
            }
        }
        for (String project : List.of("aa/One", "aa/Two", "cc/One", "cc/Two", "cc/Three", "dd/One")) {
            int slash = project.indexOf('/');
            orgctl.must("project", "create", project.substring(slash + 1), "--org", project.substring(0, slash));
        }
        List<String> whole = List.of("aa", "aa/one", "aa/two", "bb", "cc", "cc/one", "cc/three", "cc/two");
        assertThat(list(orgctl)).isEqualTo(whole);
        for (int size = 1; size <= whole.size() + 1; size++) {
            List<String> pages = new ArrayList<>();
            String after = null;
            boolean more = true;
            while (more) {
                List<String> page = after == null
                        ? list(orgctl, "--limit", "" + size)
                        : list(orgctl, "--limit", "" + size, "--after", after);
                pages.addAll(page);
                more = !page.isEmpty() && pages.size() < whole.size();
                assertThat(page).hasSizeLessThanOrEqualTo(size);
                after = pages.get(pages.size() - 1);
            }
            assertThat(pages).as("pages of " + size).isEqualTo(whole);
            String[] last = {"access", "list", "--member", BOB, "-o", "ids", "--limit", "" + size};
            assertThat(orgctl.run(last).err().contains("more results")).isEqualTo(size < whole.size());
        }
    }

    private static List<String> list(CliHarness orgctl, String... options) {
        List<String> command = new ArrayList<>(List.of("access", "list", "--member", BOB, "-o", "ids"));
        command.addAll(List.of(options));
        return orgctl.must(command.toArray(new String[0])).lines().toList();
    }
}
