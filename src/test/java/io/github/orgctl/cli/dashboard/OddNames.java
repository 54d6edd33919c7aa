package io.github.orgctl.cli.dashboard;

import io.github.orgctl.cli.app.CliHarness;
import java.nio.file.Path;

/** A store whose names are hard to show. */
final class OddNames {
    private OddNames() {}

    static CliHarness in(Path folder) {
        CliHarness orgctl = new CliHarness(folder);
        orgctl.must("org", "create", "Acme");
        orgctl.must("org", "create", "مرحبا بالعالم", "--slug", "rtl");
        orgctl.must("project", "create", "Website", "--org", "acme");
        orgctl.must("project", "create", "日本語プロジェクト", "--slug", "nihon", "--org", "acme");
        orgctl.must("project", "create", "Mobile 👨‍👩‍👧 📱", "--slug", "mobile", "--org", "acme");
        orgctl.must("project", "create", "e\u0301\u0323 ✅ ⌚ ⚡", "--slug", "marks", "--org", "rtl");
        orgctl.must(
                "config",
                "set",
                "api.url=https://api.example.com",
                "limits.users=50",
                "title=Hello 👋🏽\n日本",
                "n=123",
                "--env",
                "acme/website:sandbox");
        orgctl.must("config", "note", "limits.users", "Seats per team", "--env", "acme/website:sandbox");
        orgctl.must("env", "promote", "acme/website", "--yes", "--allow-new-domains");
        orgctl.must("config", "set", "limits.users=70", "only.here=true", "--env", "acme/website:sandbox");
        orgctl.typing("s3cret").must("secret", "set", "stripe.key", "--env", "acme/website:sandbox");
        orgctl.typing("");
        orgctl.must("member", "invite", "ben@example.com", "--org", "acme");
        orgctl.must("project", "create", "Gone", "--org", "acme");
        orgctl.must("project", "delete", "acme/gone", "--confirm", "gone");
        return orgctl;
    }
}
