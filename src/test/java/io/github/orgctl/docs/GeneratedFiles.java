package io.github.orgctl.docs;

import io.github.orgctl.cli.app.Commands;
import io.github.orgctl.cli.completion.Shell;
import io.github.orgctl.cli.dashboard.DashboardPicture;
import java.util.ArrayList;
import java.util.List;

/** The list of generated files. */
final class GeneratedFiles {
    /** What renews them. */
    static final String COMMAND = "mvn -q test -Dtest=GeneratedFilesTest -Dgenerate";

    private GeneratedFiles() {}

    static List<GeneratedFile> all() {
        List<GeneratedFile> files = new ArrayList<>();
        files.addAll(ReferencePages.all());
        files.addAll(ManPages.all());
        files.add(GeneratedFile.section("README.md", "exit codes", ReferencePages::exitCodes));
        files.add(GeneratedFile.section("docs/exit-codes.md", "exit codes", ReferencePages::exitCodes));
        files.add(GeneratedFile.section("docs/output.md", "formats", ReferencePages::formats));
        files.add(GeneratedFile.section("docs/context.md", "settings", ReferencePages::settings));
        files.add(GeneratedFile.section("docs/context.md", "variables", ReferencePages::variables));
        files.add(GeneratedFile.section("docs/programs.md", "loader variables", ReferencePages::loaderVariables));
        files.add(GeneratedFile.section("docs/access.md", "roles", ReferencePages::roles));
        files.add(GeneratedFile.section("docs/access.md", "actions", ReferencePages::actions));
        files.add(GeneratedFile.section("docs/architecture.md", "packages", Packages::table));
        files.add(GeneratedFile.whole("docs/schema/orgctl-v1.json", DocumentSchema::json));
        files.add(GeneratedFile.whole("docs/session.svg", TerminalPicture::svg));
        files.add(GeneratedFile.whole("docs/dashboard.svg", DashboardPicture::svg));
        for (Shell shell : Shell.values()) {
            files.add(GeneratedFile.whole("completions/" + shell.checkedInName(), () -> shell.script(Commands.NOUNS)));
        }
        return files;
    }
}
